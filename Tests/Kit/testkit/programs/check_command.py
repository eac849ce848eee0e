"""Runs `breakglass check`, and reads its report."""

import json
import subprocess

from testkit.programs.build import program


class Report:
    """The report of one run."""

    def __init__(self, result):
        self.text = result.stdout + result.stderr
        assert result.returncode in (0, 1, 2), self.text
        self.status = result.returncode
        self.json = json.loads(result.stdout)
        self.checks = {check["id"]: check for check in self.json["checks"]}

    def having(self, status):
        """Checks with that status, by id."""
        return {name: check for name, check in self.checks.items() if check["status"] == status}

    def facts(self, check):
        return [finding["fact"] for finding in self.checks[check]["findings"]]


def run(*arguments, **environment):
    """A Report of one run. The arguments are those of `ended`."""
    return Report(ended(*arguments, "--format", "json", **environment))


def ended(plan, aws, identity_provider, home, *arguments, **environment):
    """The finished process of one run. `aws` and `identity_provider` are URLs, `home` has no profiles."""
    return subprocess.run(
        [program("breakglass"), "check", "--plan", str(plan), *arguments],
        env={
            "AWS_ENDPOINT_URL": aws,
            "AWS_REGION": "eu-west-1",
            "AWS_ACCESS_KEY_ID": "testing",
            "AWS_SECRET_ACCESS_KEY": "testing",
            "AWS_EC2_METADATA_DISABLED": "true",
            "BREAKGLASS_IDENTITY_PROVIDER_URL": identity_provider,
            "HOME": str(home),
        }
        | environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
