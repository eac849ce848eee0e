"""Runs Tests/IdPProbe: one reading of an identity provider, as the drift checker does it."""

import json
import os
import subprocess

from testkit.programs.build import program

URL = "BREAKGLASS_IDENTITY_PROVIDER_URL"


class Reading:
    """What was read, what the checks found, and every byte that was printed."""

    def __init__(self, printed):
        self.printed = printed
        document = json.loads(printed)
        self.read = document["read"]
        self.findings = {
            check: found for check, found in document["findings"].items() if found != []
        }

    def found(self, *ids):
        """Whether these checks have something to say, and no other."""
        spoke = {
            check
            for check, found in self.findings.items()
            if found != "does not apply" and not all(line.startswith("note") for line in found)
        }
        assert spoke == set(ids), {check: self.findings[check] for check in spoke ^ set(ids)
                                   if check in self.findings} or (spoke, ids)  # fmt: skip
        return [line for check in ids for line in self.findings[check]]


def run(plan, directory, environment=None, url="", **parameters):
    file = os.path.join(directory, "plan.json")
    with open(file, "w") as out:
        json.dump(plan, out)
    done = subprocess.run(
        [program("idp-probe"), file, *(f"{name}={value}" for name, value in parameters.items())],
        env={"PATH": os.environ["PATH"], **(environment or {}), URL: url},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, f"status {done.returncode}: {done.stdout}{done.stderr}"
    return Reading(done.stdout + done.stderr)
