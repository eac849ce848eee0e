"""Runs Tests/IdPProbe: one reading of an identity provider, as the drift checker does it."""

import functools
import json
import os
import subprocess

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), *[".."] * 3))


@functools.cache
def path():
    """The built program: BREAKGLASS_IDP_PROBE, or the debug build of this package."""
    given = os.environ.get("BREAKGLASS_IDP_PROBE")
    if given:
        return given
    build = ["swift", "build", "--product", "idp-probe"]
    subprocess.run(build, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    shown = subprocess.run(
        ["swift", "build", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return os.path.join(shown.stdout.strip(), "idp-probe")


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
        [path(), file, *(f"{name}={value}" for name, value in parameters.items())],
        env={"PATH": os.environ["PATH"], **(environment or {}), URL: url},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, f"status {done.returncode}: {done.stdout}{done.stderr}"
    return Reading(done.stdout + done.stderr)
