"""Services and operations that the Swift sources name exist in botocore's models."""

import botocore.session
import pytest

from testkit.sources import checker_operations
from testkit.sources.swift_catalog import Entry, _entry, entries

SESSION = botocore.session.get_session()
# What IAM calls a service where botocore calls it something else.
MODELS = {"cloudwatch": "cloudwatch", "states": "stepfunctions", "sso": "sso-admin"}

BLOCK = """
    title: "a topic",
    source: "sns.amazonaws.com",
    names: ["DeleteTopic", "SetTopicAttributes"],
    type: .snsTopic, parameters: ["topicArn"],
    also: [.kmsKey: "keyId"]),
"""


def test_an_entry_is_read_whole():
    assert _entry(BLOCK, "Tampering") == Entry(
        title="a topic",
        source="sns.amazonaws.com",
        names=("DeleteTopic", "SetTopicAttributes"),
        parameters=(("topicArn", "sns_topic"), ("keyId", "kms_key")),
    )


@pytest.mark.parametrize("initializer, at_least", [("Tampering", 20), ("EventKind", 5)])
def test_the_sources_have_entries(initializer, at_least):
    found = entries(initializer)
    assert len(found) >= at_least
    for entry in found:
        assert entry.title and entry.names and entry.source.endswith(".amazonaws.com")


def operations(service):
    return set(SESSION.get_service_model(MODELS.get(service, service)).operation_names)


def test_every_operation_of_the_checker_exists():
    by_role = checker_operations.by_role()
    assert set(by_role) == {"auditRole", "managementAuditRole", "function"}
    for role, actions in by_role.items():
        assert len(actions) > 5, role
        for action in actions:
            service, _, name = action.partition(":")
            assert name in operations(service), action


def test_nobody_is_allowed_the_same_twice():
    by_role = checker_operations.by_role()
    assert not set(by_role["auditRole"]) & set(by_role["managementAuditRole"])
    for actions in by_role.values():
        assert actions == sorted(set(actions))
