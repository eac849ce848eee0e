"""`breakglass emergency` before moto: every request is checked on its way by check_proxy."""

import re
import subprocess
import time

import pytest

from testkit.programs.build import program
from testkit.repository import ROOT

PLAN = ROOT / "Tests/BreakGlassCLITests/Fixtures/federation.yaml"
REGIONS = ["eu-west-1", "us-west-2"]
WORDS = ["--incident", "INC-1", "--mode", "user", "--by", "jane", "--approver", "john"]


@pytest.fixture
def tables(boto):
    for region in REGIONS:
        boto("dynamodb", region_name=region).create_table(
            TableName="breakglass-state",
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            BillingMode="PAY_PER_REQUEST",
        )


@pytest.fixture
def items(boto):
    """items("us-west-2") is what stands in that Region's table, by id."""

    def read(region):
        found = boto("dynamodb", region_name=region).scan(TableName="breakglass-state")["Items"]
        return {item["id"]["S"]: item for item in found}

    return read


@pytest.fixture
def emergency(aws_environment, tmp_path):
    environment = {**aws_environment, "HOME": str(tmp_path)}

    def run(*words, plan=PLAN):
        command = [program("breakglass"), "emergency", words[0], plan, *words[1:]]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=90)

    return run


def test_what_is_opened_stands_in_both_regions(tables, items, emergency):
    done = emergency(
        "open", *WORDS, "--until", "PT4H", "--person", "BreakglassUser1", "--account", "staging"
    )
    assert done.returncode == 0, done.stderr
    for region in REGIONS:
        item = items(region)["emergency#current"]
        assert item["incident"] == {"S": "INC-1"} and item["mode"] == {"S": "user"}
        assert item["declaredBy"] == {"S": "jane"} and item["approver"] == {"S": "john"}
        assert item["people"] == {"SS": ["BreakglassUser1"]}
        assert sorted(item["accounts"]["SS"]) == ["123456789012", "444455556666"]
        assert abs(int(item["expires"]["N"]) - time.time() - 4 * 3600) < 60
        assert item["caller"]["S"].startswith("arn:aws:")
    assert items("eu-west-1") == items("us-west-2")


def test_two_people_do_not_overwrite_each_other(tables, items, emergency):
    assert emergency("open", *WORDS, "--until", "PT4H").returncode == 0
    before = items("eu-west-1")
    other = emergency(
        *"open --incident INC-2 --mode drill --by joe --approver ann --until PT1H".split()
    )
    assert other.returncode == 2
    assert "INC-1 (user) until" in other.stderr and "hint: " in other.stderr
    assert items("eu-west-1") == items("us-west-2") == before


def test_the_same_again_fills_the_region_that_did_not_answer(tables, boto, items, emergency):
    boto("dynamodb", region_name="us-west-2").delete_table(TableName="breakglass-state")
    half = emergency("open", *WORDS, "--until", "PT4H")
    assert half.returncode == 2
    assert "us-west-2 did not answer" in half.stderr and "eu-west-1: INC-1" in half.stdout
    before = items("eu-west-1")
    boto("dynamodb", region_name="us-west-2").create_table(
        TableName="breakglass-state",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    time.sleep(1.1)  # So that a newly written one would differ.
    assert emergency("open", *WORDS, "--until", "PT4H").returncode == 0
    assert items("us-west-2") == items("eu-west-1") == before


def test_closing_is_noted_and_covers_nothing_and_finishing_forgets(tables, items, emergency):
    assert emergency("open", *WORDS, "--until", "PT4H").returncode == 0
    early = emergency("close", "--incident", "INC-1", "--by", "jane", "--finished")
    assert early.returncode == 2 and "not closing yet" in early.stderr
    closed = emergency("close", "--incident", "INC-1", "--by", "jane")
    assert closed.returncode == 0, closed.stderr
    first = items("eu-west-1")["emergency#current"]["closing"]
    time.sleep(1.1)
    again = emergency("close", "--incident", "INC-1", "--by", "joe", "--identity-center-works")
    assert again.returncode == 0
    item = items("us-west-2")["emergency#current"]
    assert item["closing"] == first and item["identityCenterProven"] == {"BOOL": True}
    assert int(item["expires"]["N"]) > time.time() + 29 * 86_400
    assert "closing since" in emergency("show").stdout
    done = emergency("close", "--incident", "INC-1", "--by", "jane", "--finished")
    assert done.returncode == 0, done.stderr
    for region in REGIONS:
        left = items(region)
        assert list(left) == ["emergency#closed"]
        assert abs(int(left["emergency#closed"]["time"]["N"]) - time.time()) < 60
    assert emergency("show").stdout == "eu-west-1: nothing\nus-west-2: nothing\n"


def test_only_the_named_incident_is_closed(tables, items, emergency):
    assert emergency("open", *WORDS, "--until", "PT4H").returncode == 0
    before = items("eu-west-1")
    other = emergency("close", "--incident", "INC-2", "--by", "jane")
    assert other.returncode == 2 and "not INC-2" in other.stderr
    assert items("eu-west-1") == before


def test_what_is_closing_or_over_makes_room(tables, boto, items, emergency):
    assert emergency("open", *WORDS, "--until", "PT4H").returncode == 0
    assert emergency("close", "--incident", "INC-1", "--by", "jane").returncode == 0
    words = "open --incident INC-2 --mode drill --by joe --approver ann --until".split()
    assert emergency(*words, "PT1S").returncode == 0
    time.sleep(2.1)
    shown = emergency("show").stdout
    assert re.search(r"INC-2 \(drill\).*\n  EXPIRED", shown)
    words[2] = "INC-3"
    assert emergency(*words, "PT1H").returncode == 0
    assert items("us-west-2")["emergency#current"]["incident"] == {"S": "INC-3"}


def test_credentials_of_another_account_are_refused(tables, items, emergency, tmp_path):
    plan = tmp_path / "plan.yaml"
    plan.write_text(PLAN.read_text().replace("123456789012", "999988887777"))
    done = emergency("show", plan=plan)
    assert done.returncode == 2
    assert "is in account 123456789012, and the state tables are in 999988887777" in done.stderr
