"""From a declaration on the command line to what the packaged enricher says of the next sign-in."""

import json
import subprocess

import pytest

from testkit.repository import ROOT

EVENT = ROOT / "lambda/event-enricher/events/console-sign-in.json"
PLAN = ROOT / "Tests/BreakGlassCLITests/Fixtures/plan.yaml"
BREAKGLASS = ROOT / "dist/breakglass"


@pytest.fixture
def command(aws_environment, tmp_path, boto):
    for region in ["eu-west-1", "us-west-2"]:
        boto("dynamodb", region_name=region).create_table(
            TableName="breakglass-state",
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            BillingMode="PAY_PER_REQUEST",
        )

    def run(words):
        verb, *rest = words.split()
        environment = {**aws_environment, "HOME": str(tmp_path)}
        subprocess.run([BREAKGLASS, "emergency", verb, PLAN, *rest], env=environment, check=True)

    return run


@pytest.fixture
def enriched(emulated, unpacked, aws_environment, command):
    """What the enricher in the standby Region makes of a break-glass user's sign-in."""
    bootstrap = unpacked("event-enricher")
    plan = subprocess.run([BREAKGLASS, "plan", "compile", PLAN], check=True, stdout=subprocess.PIPE)
    (bootstrap.parent / "plan.json").write_bytes(plan.stdout)
    event = EVENT.read_bytes().replace(b"111122223333", b"123456789012")
    region = {"AWS_REGION": "us-west-2", "TABLE_NAME": "breakglass-state"}
    function = emulated(bootstrap, **{**aws_environment, **region})

    def ask():
        answer = function.invoke(event)
        assert answer.error is None, function.logged()
        return json.loads(answer.body)

    return ask


WHO = "--incident INC-1 --by jane --approver john --until PT1H"


def test_a_declared_use_is_declared_until_it_is_closed(command, enriched):
    assert enriched()["expected"] == "unexpected"
    command(f"open {WHO} --mode user --person BreakglassUser1")
    told = enriched()
    assert told["expected"] == "declared" and told["severity"] == "medium"
    assert "INC-1" in told["default"]
    command("close --incident INC-1 --by jane")
    told = enriched()
    assert told["expected"] == "unexpected" and told["severity"] == "critical"


def test_a_drill_is_a_drill(command, enriched):
    command(f"open {WHO} --mode drill")
    told = enriched()
    assert told["expected"] == "drill" and told["severity"] == "low"


def test_somebody_who_is_not_named_stands_out(command, enriched):
    command(f"open {WHO} --mode user --person BreakglassUser2")
    told = enriched()
    assert told["expected"] == "declared" and told["severity"] == "high"


def test_an_account_that_is_not_named_changes_nothing_for_the_door(command, enriched):
    command(f"open {WHO} --mode user --account production")
    assert enriched()["expected"] == "declared"
