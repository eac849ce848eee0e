"""CloudTrail events as EventBridge delivers them, and the identities in them."""

import itertools

from testkit.templates.stacks import EMERGENCY, HOME, PRODUCTION

_number = itertools.count(1)


def record(source, name, *, account=EMERGENCY, region=HOME, identity=None, request=None, **detail):
    """One event. Fields that are `None` are left out of `detail`, except the request."""
    service = source.removesuffix(".amazonaws.com")
    kinds = {"signin": "AWS Console Sign In via CloudTrail"}
    whole = {
        "eventVersion": "1.11",
        "userIdentity": administrator(account) if identity is None else identity,
        "eventTime": "2026-07-01T03:04:05Z",
        "eventSource": source,
        "eventName": name,
        "awsRegion": region,
        "sourceIPAddress": "203.0.113.7",
        "requestParameters": request,
        "eventID": f"00000000-0000-4000-8000-{next(_number):012}",
        "readOnly": False,
        "eventType": "AwsApiCall",
        "managementEvent": True,
        "recipientAccountId": account,
        "eventCategory": "Management",
        **detail,
    }
    return {
        "version": "0",
        "id": f"10000000-0000-4000-8000-{next(_number):012}",
        "detail-type": kinds.get(service, "AWS API Call via CloudTrail"),
        "source": f"aws.{service}",
        "account": account,
        "time": "2026-07-01T03:04:05Z",
        "region": region,
        "resources": [],
        "detail": {k: v for k, v in whole.items() if v is not None or k == "requestParameters"},
    }


def session(account, role, name="dana", **more):
    return {
        "type": "AssumedRole",
        "principalId": f"AROAEXAMPLE:{name}",
        "arn": f"arn:aws:sts::{account}:assumed-role/{role}/{name}",
        "accountId": account,
        "accessKeyId": "ASIAEXAMPLE",
        "sessionContext": {
            "sessionIssuer": {
                "type": "Role", "principalId": "AROAEXAMPLE", "accountId": account,
                "arn": f"arn:aws:iam::{account}:role/{role}", "userName": role,
            },
            "attributes": {"creationDate": "2026-07-01T03:00:00Z", "mfaAuthenticated": "false"},
        },
        **more,
    }  # fmt: skip


def administrator(account):
    return session(account, "Admin")


def user(account, name):
    return {
        "type": "IAMUser", "principalId": "AIDAEXAMPLE", "accountId": account, "userName": name,
        "arn": f"arn:aws:iam::{account}:user/{name}",
    }  # fmt: skip


def root(account):
    return {"type": "Root", "principalId": account, "accountId": account,
            "arn": f"arn:aws:iam::{account}:root"}  # fmt: skip


def federated(account, name):
    return {
        "type": "FederatedUser", "principalId": f"{account}:{name}", "accountId": account,
        "arn": f"arn:aws:sts::{account}:federated-user/{name}",
        "sessionContext": {"sessionIssuer": {
            "type": "IAMUser", "accountId": account, "userName": name,
            "arn": f"arn:aws:iam::{account}:user/{name}"}},
    }  # fmt: skip


def hidden(account):
    return {"type": "IAMUser", "accountId": account, "accessKeyId": "",
            "userName": "HIDDEN_DUE_TO_SECURITY_REASONS"}  # fmt: skip


IDENTITIES = [
    *(root(account) for account in (EMERGENCY, PRODUCTION)),
    *(user(EMERGENCY, name) for name in ("BreakglassUser1", "BreakglassUser2", "admin", "root")),
    user(PRODUCTION, "BreakglassUser1"),
    federated(EMERGENCY, "BreakglassUser1"),
    federated(EMERGENCY, "admin"),
    *(session(EMERGENCY, role) for role in (
        "EmergencyAccess_Role1_RO", "EmergencyAccess_Role1_Ops", "breakglass-drift-checker",
        "Admin")),
    *(session(PRODUCTION, role) for role in (
        "EmergencyAccess_RO", "EmergencyAccess_Ops", "BreakGlassRole", "LegacyBreakGlass",
        "BreakGlassAudit", "Admin")),
    {"type": "AWSService", "invokedBy": "lambda.amazonaws.com"},
]  # fmt: skip


def caller_account(identity):
    return identity.get("accountId", EMERGENCY)
