"""Replays events that others published and compares every fact with what a reader must find.

The events are not part of the project: BREAKGLASS_PUBLISHED_EVENTS names a folder with `events/NAME.json`,
`expected/NAME.json`, `chains.json` and `watch.json`.
"""

import json
import os
import pathlib

import pytest

from testkit.programs.preview import alerts, preview

FOLDER = os.environ.get("BREAKGLASS_PUBLISHED_EVENTS")
PUBLISHED = pathlib.Path(FOLDER or "/nonexistent")
NAMES = sorted(path.stem for path in PUBLISHED.glob("expected/*.json"))

pytestmark = pytest.mark.skipif(
    not FOLDER, reason="BREAKGLASS_PUBLISHED_EVENTS names no published events"
)


def test_there_are_events():
    assert NAMES, f"{PUBLISHED} holds none"


# Where the alert says more than the event's own words: the envelope's id stands in for an eventID
# that is missing, and root has an ARN.
ACCEPTED = {
    ("sts-docs-assumeroot", "id"): "a79e1862-97cc-59ee-93f7-d77ae33ef3f7",
    ("tamper-docs-enablemfa-root", "resource"): "arn:aws:iam::111122223333:root",
    ("tamper-real-deactivatemfa-root", "resource"): "arn:aws:iam::111111111111:root",
}

MFA = {"yes": True, "no": False, "not_visible": None, "unknown": None}


def load(folder, name):
    return json.loads((PUBLISHED / folder / f"{name}.json").read_text())


def event_files(names=NAMES):
    return [PUBLISHED / "events" / f"{name}.json" for name in names]


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """A plan of an organization that none of the events is from, guarding what they change."""
    guarded = json.loads((PUBLISHED / "watch.json").read_text())["resources"]
    path = tmp_path_factory.mktemp("plan") / "plan.json"
    path.write_text(
        json.dumps(
            {
                "organization": "example",
                "emergencyAccount": "999999999999",
                "regions": {"home": "eu-west-1"},
                "guard": [resource["arn"] for resource in guarded],
            }
        )
    )
    return path


@pytest.fixture(scope="module")
def read(plan):
    """All alerts, by the event's name."""
    return dict(zip(NAMES, alerts(plan, event_files())))


def facts(alert, expected):
    """Pairs of what the alert says and what it may say, by name."""
    principal, account = expected["principal"], expected["account"]
    session, role = expected["session"], expected["role"] or {}
    # What a break-glass session does has a kind of its own here.
    kind = {"session_activity": "other"}.get(alert["kind"], alert["kind"])
    yield "kind", kind, expected["kind_accept"]
    yield "eventName", alert["eventName"], [expected["event_name"]]
    yield "eventSource", alert["eventSource"], [expected["event_source"]]
    for ours, theirs in [("result",) * 2, ("code",) * 2, ("reason",) * 2]:
        yield f"outcome.{ours}", alert["outcome"][ours], [expected["outcome"][theirs]]
    for ours, theirs in [
        ("type", "type"),
        ("arn", "arn"),
        ("name", "name"),
        ("accountID", "account"),
        ("identityProvider", "identity_provider"),
    ]:
        yield f"principal.{ours}", alert["principal"][ours] or None, [principal[theirs] or None]
    best = principal["human_best"]
    yield "person.name", alert["person"]["name"], [principal["human"].get(best)]
    source = {"requested_session_name": "session_name"}.get(best, best)
    yield "person.source", alert["person"]["source"], [source]
    for ours, theirs in [
        ("arn", "arn"),
        ("name", "name"),
        ("sessionName", "requested_session_name"),
        ("assumedRoleARN", "assumed_role_arn"),
        ("assumedRoleID", "assumed_role_id"),
    ]:
        # In a session's own acts the alert may know more than the event says in one place.
        if role.get(theirs) is not None or not role:
            yield f"role.{ours}", alert["role"][ours], [role.get(theirs)]
    yield (
        "account.recordedIn",
        alert["account"]["recordedIn"],
        [account["recipient"] or account["envelope"]],
    )
    yield "account.caller", alert["account"]["caller"], [account["caller"]]
    yield "account.target", alert["account"]["target"], [account["target"]]
    yield "mfa", MFA[alert["mfa"]], expected["mfa"]["used_accept"]
    yield "accessKeyID", alert["principal"]["accessKeyID"], [session["caller_access_key_id"]]
    for ours, theirs in [
        ("issuedAccessKeyID", "issued_access_key_id"),
        ("expiration", "expiration"),
        ("sourceIdentity", "source_identity"),
        ("sharedEventID", "shared_event_id"),
    ]:
        yield f"session.{ours}", alert["session"][ours], [session[theirs]]
    for ours, theirs in [
        ("eventTime", "time"),
        ("region", "region"),
        ("awsRegion", "aws_region"),
        ("id", "event_id"),
        ("sourceIP", "source_ip"),
        ("userAgent", "user_agent"),
    ]:
        yield ours, alert[ours], [expected[theirs]]


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_is_as_the_event_states_it(name, read):
    wrong = [
        f"{fact}: {got!r}, not {' or '.join(map(repr, want))}"
        for fact, got, want in facts(read[name], load("expected", name))
        if got not in want and ACCEPTED.get((name, fact)) != got
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", [n for n in NAMES if load("expected", n)["tamper"]])
def test_tampering_is_told_exactly_where_the_resource_is_watched(name, read):
    tamper, alert = load("expected", name)["tamper"], read[name]
    assert alert["due"] == tamper["watched"]
    if tamper["watched"]:
        assert alert["resource"]["type"] == tamper["resource_type"]
        arn = alert["resource"]["arn"]
        assert tamper["resource"] in arn or arn == ACCEPTED.get((name, "resource"))


def test_nothing_that_is_nobodys_is_told(read):
    assert [name for name in NAMES if name.startswith("neg-") and read[name]["due"]] == []


@pytest.mark.parametrize("output", ["email", "sms", "chat", "json"])
def test_no_session_token_appears_in_any_format(output, plan, tmp_path):
    # As if each were ours, so that every body is written: the account it happened in is the
    # emergency access account.
    secrets = {s for name in NAMES for s in load("expected", name)["must_not_appear"]}
    assert secrets, "the published events hold tokens"
    for account in sorted({load("events", name)["account"] for name in NAMES}):
        mine = [name for name in NAMES if load("events", name)["account"] == account]
        if not any(load("expected", name)["must_not_appear"] for name in mine):
            continue
        watching = tmp_path / f"{account}.json"
        watching.write_text(
            json.dumps({**json.loads(plan.read_text()), "emergencyAccount": account})
        )
        shown = preview(watching, event_files(mine), output)
        assert [secret for secret in secrets if secret in shown] == []
        assert "IQoJ" not in shown and "FwoGZXIvYXdz" not in shown


def links():
    """The links of chains.json that say two events are of one session."""
    path = PUBLISHED / "chains.json"
    for chain in json.loads(path.read_text())["chains"] if path.exists() else []:
        for link in chain["links"]:
            fields = {link["from_field"].split(".")[-1], link["to_field"].split(".")[-1]}
            if link["test"] == "equal" and fields <= {"assumedRoleId", "principalId"}:
                yield pytest.param(
                    link["from"], link["to"], id=f"{chain['id']}: {link['from']} - {link['to']}"
                )


@pytest.mark.parametrize("first, second", list(links()))
def test_events_of_one_session_have_one_thread(first, second, read):
    """What one event alone can tell: the role session's id and the day it began.

    Role chaining, where the id differs from hop to hop, needs the key that an earlier event issued:
    `functions/test_role_chains.py`. A source's copy of SwitchRole stays with the source.
    """
    assert read[first]["session"]["thread"] is not None
    assert read[first]["session"]["thread"] == read[second]["session"]["thread"]


def test_both_copies_of_one_call_share_thread_and_event_id(read):
    copies = {}
    for name in NAMES:
        shared = read[name]["session"]["sharedEventID"]
        if shared and read[name]["eventName"] == "AssumeRole":
            copies.setdefault(shared, []).append(read[name]["session"]["thread"])
    pairs = {shared: threads for shared, threads in copies.items() if len(threads) > 1}
    assert pairs, "the published events hold both copies of some call"
    assert all(len(set(threads)) == 1 for threads in pairs.values()), pairs
