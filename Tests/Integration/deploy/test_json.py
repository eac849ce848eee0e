"""`breakglass deploy --json`: one document on standard output, everything for people on standard error."""

import json
import subprocess

from testkit.deployment.program import NOTHING
from testkit.programs.build import program


def run(standin, plan, home, *words):
    done = subprocess.run(
        [program("breakglass"), "deploy", "--json", *words, plan],
        env={"PATH": NOTHING, "HOME": str(home)} | standin.environment,
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    return done.returncode, json.loads(done.stdout), done.stderr


def test_the_changes_then_the_result(standin, one_hub, tmp_path):
    status, changes, said = run(standin, one_hub, tmp_path, "--plan-only")
    assert (status, changes["schema"]) == (0, "breakglass.changes/1")
    assert changes["stacks"]["create"] == 10 and "2. What will change" in said
    assert any("will be subscribed" in line for line in changes["further"])

    status, refused, said = run(standin, one_hub, tmp_path)
    assert (status, refused["status"]) == (2, 2) and refused["obstacles"] and "nobody is there to ask" in said

    status, result, said = run(standin, one_hub, tmp_path, "--yes", "--wait", "60")
    assert (status, result["schema"], result["status"]) == (0, "breakglass.deployment/1", 0)
    assert result["heard"] is True and result["changes"] == changes
    assert {item["kind"] for item in result["toDo"]} >= {"set-password", "drill"}
