"""The packaged event-enricher tells a chain of roles as one way in, and every alert without its table."""

import json
import os
import pathlib
import subprocess
import time

import pytest

from testkit.events.role_chain import ENTRY, FIRST, FURTHER, SECOND, SECOND_OWNERS_COPY, THIRD, WORK
from testkit.repository import ROOT

# Events of others, which are not part of the project (events/test_published_events.py).
PUBLISHED = os.environ.get("BREAKGLASS_PUBLISHED_EVENTS")
TABLE = "breakglass-state"


@pytest.fixture
def table(boto):
    """The state table's client."""
    client = boto("dynamodb")
    client.create_table(
        TableName=TABLE,
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    return client


@pytest.fixture
def enricher(emulated, unpacked, aws_environment, table):
    """enricher(plan) is one that tells by this plan: tell(event) is the alert of an event."""

    def start(plan=ROOT / "lambda/demo-files/plan.yaml"):
        bootstrap = unpacked("event-enricher")
        command = [ROOT / "dist/breakglass", "plan", "compile", plan]
        compiled = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
        (bootstrap.parent / "plan.json").write_bytes(compiled)
        function = emulated(bootstrap, TABLE_NAME=TABLE, **aws_environment)

        def tell(event):
            answer = function.invoke(event)
            assert answer.error is None, function.logged()
            message = json.loads(answer.body)
            assert message["due"] is True
            assert "IQoJ" not in answer.body.decode() + function.logged()
            alert = json.loads(message["sqs"])
            assert alert["session"]["thread"] == message["thread"]
            return alert

        return tell

    return start


def threads(tell, events, table):
    """The threads of events, after all that was joined later."""
    told = [tell(event)["session"]["thread"] for event in events]
    stories = items(table)

    def root(thread):
        joined = stories.get(f"story#{thread}", {}).get("joined")
        return root(joined["S"]) if joined else thread

    return [root(thread) for thread in told]


def link(session):
    """The item that joins what issued a session's key to what the key does."""
    return f"link#key/{session.key}/{session.id}"


def items(table):
    return {item["id"]["S"]: item for item in table.scan(TableName=TABLE)["Items"]}


def missing(alert):
    return [gap for gap in alert["notLookedUp"] if gap.startswith("Earlier sessions: ")]


def test_a_chain_of_three_is_one_way_in(enricher, table, aws):
    tell = enricher()
    told = [tell(event) for event in [FIRST, SECOND, SECOND_OWNERS_COPY, THIRD, WORK.used()]]
    assert {alert["session"]["thread"] for alert in told} == {ENTRY.thread}
    # The owner's copy is the same act as the caller's.
    assert [alert["session"]["step"] for alert in told] == [1, 2, 3, 3, 4]
    assert {alert["person"]["name"] for alert in told} == {"BreakglassUser1"}
    assert all(alert["person"]["vouched"] for alert in told)
    assert not any(alert["notLookedUp"] for alert in told)
    links = {name: item for name, item in items(table).items() if name.startswith("link#")}
    assert {link(one) for one in (ENTRY, WORK, FURTHER)} <= set(links)
    assert "IQoJ" not in json.dumps(items(table))
    # Told once more, nothing changes.
    assert tell(SECOND)["session"]["step"] == 2
    assert {n: i for n, i in items(table).items() if n.startswith("link#")} == links
    # One question of the emergency each; marks, stories and acts in one question each.
    assert aws.operations.count("dynamodb:GetItem") == 6
    assert aws.operations.count("dynamodb:BatchGetItem") == 6 * 3


@pytest.mark.parametrize(
    "events",
    [
        [SECOND, FIRST, THIRD, WORK.used()],
        [SECOND_OWNERS_COPY, SECOND, FIRST, WORK.used()],
        [SECOND, SECOND_OWNERS_COPY, THIRD, FIRST],
        [WORK.used(1), THIRD, FIRST, SECOND, WORK.used(2)],
    ],
)
def test_the_events_of_one_way_in_may_come_in_any_order(enricher, table, events):
    assert len(set(threads(enricher(), events, table))) == 1


def test_without_its_table_every_hop_is_told_by_itself_and_says_so(enricher, table):
    tell = enricher()
    assert tell(FIRST)["session"]["thread"] == ENTRY.thread
    table.delete_table(TableName=TABLE)
    alert = tell(SECOND)
    assert alert["session"]["thread"] == WORK.thread and alert["session"]["step"] is None
    assert alert["person"] == {"name": "entry", "source": "session_name", "vouched": False}
    assert missing(alert) == ["Earlier sessions: the state table did not answer"]


@pytest.mark.parametrize("operation", ["dynamodb:BatchGetItem", "dynamodb:UpdateItem"])
def test_a_denied_link_costs_the_story_alone(enricher, aws, operation):
    def deny(asked, request):
        if asked == operation and b'"link#' in request.body:
            body = {"__type": "AccessDeniedException", "message": "not authorized"}
            return 400, {"Content-Type": "application/x-amz-json-1.0"}, json.dumps(body).encode()

    tell = enricher()
    tell(FIRST)
    aws.answers = deny
    alert = tell(SECOND)
    assert missing(alert) == ["Earlier sessions: the state table did not answer"]
    assert alert["session"]["thread"] == WORK.thread
    assert alert["session"]["step"] is None


def test_a_slow_table_holds_an_alert_up_for_less_than_half_a_second(enricher, aws):
    def dawdle(operation, request):
        if b'"link#' in request.body:
            time.sleep(3)

    tell = enricher()
    tell(FIRST)
    begun = time.monotonic()
    tell(SECOND)
    usual = time.monotonic() - begun
    aws.answers = dawdle
    begun = time.monotonic()
    alert = tell(WORK.used())
    assert time.monotonic() - begun < usual + 0.5
    assert missing(alert) and alert["session"]["step"] is None


LINK = {"thread": {"S": "AROAEXAMPLE:nobody@2026-07-01T12:00:00Z"}}


@pytest.mark.parametrize(
    "poison",
    [
        {"S": "nobody"},
        {"NULL": True},
        {"M": {}},
        {"M": LINK | {"thread": {"S": "x\ny"}}},
        {"M": LINK | {"key": {"S": "x y"}}},
        {"M": LINK | {"only": {"N": "1"}}},
        {"M": LINK | {"person": {"S": "jane@example.com"}}},
        {"M": LINK | {"person": {"S": "j" * 100_000}, "source": {"S": "saml_name_id"}}},
        {"M": LINK | {"person": {"L": []}, "source": {"S": "saml_name_id"}}},
    ],
    ids=lambda poison: str(poison)[:60],
)
def test_a_poisoned_item_breaks_and_bends_nothing(enricher, table, poison):
    tell = enricher()
    table.put_item(
        TableName=TABLE, Item={"id": {"S": link(ENTRY)}, "x": poison}
    )
    alert = tell(SECOND)
    assert missing(alert) == ["Earlier sessions: the state table holds what no event leaves there"]
    assert alert["session"]["thread"] == WORK.thread
    assert alert["person"]["vouched"] is False


def test_hostile_text_of_a_link_is_as_harmless_as_that_of_an_event(enricher, table):
    hostile = "<!channel> https://evil.example \u202e\n1. pay"
    person = {"person": {"S": hostile}, "source": {"S": "saml_name_id"}}
    item = {"id": {"S": link(ENTRY)}, "x": {"M": LINK | person}}
    tell = enricher()
    table.put_item(TableName=TABLE, Item=item)
    headline = tell(SECOND)["headline"]
    assert "\u202e" not in headline and "\n" not in headline and "https://evil" not in headline


def published_chains():
    if not PUBLISHED:
        reason = "BREAKGLASS_PUBLISHED_EVENTS names no published events"
        return [pytest.param(None, marks=pytest.mark.skip(reason=reason), id="none")]
    chains = json.loads((pathlib.Path(PUBLISHED) / "chains.json").read_text())["chains"]
    return [pytest.param(chain, id=chain["id"]) for chain in chains]


@pytest.mark.parametrize("chain", published_chains())
def test_a_published_chain_is_one_thread(chain, enricher, tmp_path):
    """As if its roles were guarded. Links that are traps, two keys of one session, tell no name."""
    folder = pathlib.Path(PUBLISHED) / "events"
    events = {name: json.loads((folder / f"{name}.json").read_text()) for name in chain["events"]}
    issuers = [
        event["detail"]["userIdentity"].get("sessionContext", {}).get("sessionIssuer", {})
        for event in events.values()
    ]
    guarded = {
        "organization": "example",
        "emergencyAccount": events[chain["events"][0]]["account"],
        "regions": {"home": "eu-west-1"},
        "guard": sorted({issuer["arn"] for issuer in issuers if "arn" in issuer}),
    }
    plan = tmp_path / "plan.json"
    plan.write_text(json.dumps(guarded))
    # What a session only reads does not concern us, nor what another service's event says of it.
    used = {link[end] for link in chain["links"] for end in ("from", "to") if is_issue(link)}
    told = [name for name in chain["events"] if name in used and is_told(events[name])]
    if len(told) < 2:
        pytest.skip("no two events of this chain are told")
    tell = enricher(plan)
    alerts = {name: tell(json.dumps(events[name]).encode()) for name in told}
    assert len({alert["session"]["thread"] for alert in alerts.values()}) == 1
    for link in chain["links"]:
        if is_issue(link) and link["from_field"].endswith("accessKeyId"):
            first, second = (alerts[link[end]]["person"] for end in ("from", "to"))
            assert first["vouched"]
            assert (second == first) is (link["test"] == "equal")


def is_issue(link):
    """Whether a link starts at credentials that an event issued."""
    return link["from_field"].startswith("responseElements.") and link["test"] != "within_seconds"


def is_told(event):
    return event["detail"]["eventName"].startswith("AssumeRole") or not event["detail"].get("readOnly")
