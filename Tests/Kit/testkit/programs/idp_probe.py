"""Runs idp-probe, which reads an identity provider once, as the drift checker does."""

import json
import os
import subprocess

from testkit.programs.build import program

URL = "BREAKGLASS_IDENTITY_PROVIDER_URL"


class Reading:
    """What was read, the findings, and the whole output."""

    def __init__(self, printed):
        self.printed = printed
        document = json.loads(printed)
        self.read = document["read"]
        self.findings = {
            check: found for check, found in document["findings"].items() if found != []
        }

    def found(self, *ids):
        """Fails unless exactly these checks have findings; returns the findings."""
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
