"""Events of the test kit have only fields that the fixtures have."""

import json

import pytest

from testkit.events import guard_variants, hearing, records, role_chain, tamper_variants, variants
from testkit.repository import FIXTURES

CLOUDTRAIL = [
    event
    for path in sorted((FIXTURES / "events").glob("[!o]*.json"))
    if isinstance(event := json.loads(path.read_text()), dict)
    and "CloudTrail" in str(event.get("detail-type"))
]
DELIVERY = {"version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail"}
FAMILIES = [
    variants.sign_ins, variants.switches, variants.assumptions, variants.saml, variants.credentials,
    variants.activity, tamper_variants.denials, tamper_variants.omissions, tamper_variants.references,
    tamper_variants.elsewhere, tamper_variants.organization, tamper_variants.data_events,
    tamper_variants.idp, guard_variants.changes, guard_variants.unlisted, guard_variants.use,
]  # fmt: skip


def known(part):
    """Every field that the fixtures have in that part of an event."""
    assert len(CLOUDTRAIL) > 50
    return {field for event in CLOUDTRAIL for field in event["detail"].get(part) or ()}


@pytest.mark.parametrize("family", FAMILIES, ids=lambda f: f"{f.__module__.rpartition('.')[2]}-{f.__name__}")
def test_every_event_is_one_delivery(family):
    events = list(family())
    assert len(events) > 5
    for event in events:
        assert set(event) == DELIVERY
        assert json.loads(json.dumps(event)) == event
        assert len(event["account"]) == 12 and event["source"].startswith(("aws.", "aws.partner/"))


def test_a_record_has_no_field_that_cloudtrail_does_not_write():
    fields = {field for event in CLOUDTRAIL for field in event["detail"]}
    for identity in records.IDENTITIES:
        made = records.record("iam.amazonaws.com", "CreateUser", identity=identity)["detail"]
        assert set(made) <= fields | {"managementEvent"}, set(made) - fields
        assert set(identity) <= known("userIdentity"), set(identity) - known("userIdentity")


def test_ids_are_told_apart():
    made = [records.record("iam.amazonaws.com", "CreateUser") for _ in range(3)]
    ids = [event["id"] for event in made] + [event["detail"]["eventID"] for event in made]
    assert len(set(ids)) == 6


def test_what_is_given_as_none_is_left_out_but_for_the_request():
    made = records.record("iam.amazonaws.com", "CreateUser", readOnly=None)["detail"]
    assert "readOnly" not in made and made["requestParameters"] is None


@pytest.mark.parametrize(
    "source, region",
    [("iam.amazonaws.com", "us-east-1"), ("organizations.amazonaws.com", "us-east-1"),
     ("sts.amazonaws.com", "eu-west-1")],
)  # fmt: skip
def test_global_services_are_recorded_in_one_region(source, region):
    assert hearing.where(source) == region


def test_a_call_by_nobody_of_interest():
    event = hearing.event("iam.amazonaws.com", "CreateUser", {"userName": "x"}, readOnly=True)
    assert set(event) == DELIVERY and event["source"] == "aws.iam"
    assert event["detail"]["readOnly"] is True
    assert set(event["detail"]["userIdentity"]) <= known("userIdentity")


def test_a_chain_of_roles_hangs_together():
    first, second, copy, third = (
        json.loads(event)["detail"]
        for event in (role_chain.FIRST, role_chain.SECOND, role_chain.SECOND_OWNERS_COPY, role_chain.THIRD)
    )
    issued = [one["responseElements"]["credentials"]["accessKeyId"] for one in (first, second)]
    assert [one["userIdentity"]["accessKeyId"] for one in (second, third)] == issued
    assert copy["userIdentity"]["type"] == "AWSAccount"
    assert copy["recipientAccountId"] == role_chain.PRODUCTION != second["recipientAccountId"]
