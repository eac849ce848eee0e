"""What the enricher's own code says about events."""

import json
import subprocess

from testkit.programs.build import program


def due(plan, events):
    """Whether an alert is due, for each event."""
    result = subprocess.run(
        [program("breakglass"), "preview", "--plan", str(plan), "--format", "json", "-"],
        input="\n".join(map(json.dumps, events)), capture_output=True, text=True, timeout=240,
    )  # fmt: skip
    found = [json.loads(line)["due"] for line in result.stdout.splitlines()]
    assert len(found) == len(events), result.stderr
    return found
