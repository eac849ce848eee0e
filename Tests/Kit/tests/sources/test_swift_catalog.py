"""Services and operations that the Swift sources name exist in botocore's models."""

import botocore.session

from testkit.sources import checker_operations
from testkit.sources.swift_catalog import rows

SESSION = botocore.session.get_session()
# What IAM calls a service where botocore calls it something else.
MODELS = {"cloudwatch": "cloudwatch", "states": "stepfunctions", "sso": "sso-admin"}


def test_the_catalog_has_rows():
    found = rows()
    assert len(found) > 150
    for row in found:
        assert row.words[0] and row.words[1] and row.gravity, row


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
