"""What CloudTrail writes about an act of somebody."""

import itertools

from testkit.events.stolen import SECURITY

_numbers = itertools.count(1)


def user(name, key=None, account=SECURITY, **more):
    return {
        "type": "IAMUser", "principalId": "AIDAEXAMPLE", "accountId": account, "userName": name,
        "arn": f"arn:aws:iam::{account}:user/{name}", "accessKeyId": key or "ASIAIOSFODNN7EXAMPLE",
    } | more


def session(role, key=None, account=SECURITY, name="thief", **more):
    return {
        "type": "AssumedRole", "principalId": f"AROAEXAMPLE:{name}", "accountId": account,
        "arn": f"arn:aws:sts::{account}:assumed-role/{role}/{name}",
        "accessKeyId": key or "ASIAIOSFODNN7EXAMPLE",
        "sessionContext": {
            "sessionIssuer": {
                "type": "Role", "principalId": "AROAEXAMPLE", "accountId": account,
                "arn": f"arn:aws:iam::{account}:role/{role}", "userName": role,
            },
            "attributes": {"creationDate": "2026-07-01T11:58:00Z", "mfaAuthenticated": "false"},
        },
    } | more


def event(identity, source, name, account=SECURITY, region="us-east-1", **detail):
    """One delivery of EventBridge."""
    number = next(_numbers)
    return {
        "version": "0", "id": f"00000000-0000-0000-0000-{number:012}", "account": account,
        "detail-type": "AWS API Call via CloudTrail", "source": f"aws.{source}",
        "time": "2026-07-01T12:00:00Z", "region": region, "resources": [],
        "detail": {
            "eventVersion": "1.11", "userIdentity": identity, "eventTime": "2026-07-01T12:00:00Z",
            "eventSource": f"{source}.amazonaws.com", "eventName": name, "awsRegion": region,
            "sourceIPAddress": "198.51.100.7", "userAgent": "aws-cli/2.30.1",
            "requestParameters": None, "responseElements": None, "readOnly": False,
            "eventID": f"10000000-0000-0000-0000-{number:012}", "eventType": "AwsApiCall",
            "managementEvent": True, "recipientAccountId": account,
        } | detail,
    }  # fmt: skip


def new_key(identity, key, of="BreakglassUser1"):
    """Somebody makes an access key for a break-glass user."""
    return event(
        identity, "iam", "CreateAccessKey", requestParameters={"userName": of},
        responseElements={"accessKey": {"userName": of, "accessKeyId": key, "status": "Active"}})


def taken(identity, role, owner, source="sts", name="AssumeRole", **detail):
    """Somebody takes a role."""
    return event(
        identity, source, name, requestParameters={
            "roleArn": f"arn:aws:iam::{owner}:role/{role}", "roleSessionName": "thief"},
        responseElements={
            "credentials": {"accessKeyId": "ASIAI44QH8DHBEXAMPLE", "expiration": "Jul 1, 2026, 1:00:00 PM"},
            "assumedRoleUser": {
                "assumedRoleId": "AROAEXAMPLE2:thief",
                "arn": f"arn:aws:sts::{owner}:assumed-role/{role}/thief"},
        }, **detail)
