"""The rules that match an event, and simple events to try."""

from testkit.patterns.matching import matcher
from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, GLOBAL, HOME

_known = {}


def heard_by(event):
    """Names of the matching rules, in the account and Region where the event is recorded."""
    where = event["account"], event["region"]
    if where not in _known:
        _known[where] = {n: matcher(pattern) for n, pattern in stacks.rules(*where).items()}
    return [name for name, picks_up in _known[where].items() if picks_up(event)]


def event(source, name, request, account=EMERGENCY, region=HOME, **detail):
    """An API call by an ordinary administrator."""
    service = source.removesuffix(".amazonaws.com")
    return {
        "version": "0",
        "id": "0a8f7f3c-0001",
        "detail-type": "AWS API Call via CloudTrail",
        "source": f"aws.{service}",
        "account": account,
        "time": "2026-07-01T12:00:00Z",
        "region": region,
        "resources": [],
        "detail": {
            "userIdentity": {
                "type": "AssumedRole",
                "arn": f"arn:aws:sts::{account}:assumed-role/Admin/dana",
                "accountId": account,
                "sessionContext": {"sessionIssuer": {"type": "Role", "userName": "Admin"}},
            },
            "eventSource": source,
            "eventName": name,
            "readOnly": False,
            "awsRegion": region,
            "requestParameters": request,
            "eventType": "AwsApiCall",
            "managementEvent": True,
            "eventCategory": "Management",
            "recipientAccountId": account,
            **detail,
        },
    }


def where(source):
    return GLOBAL if source in ("iam.amazonaws.com", "organizations.amazonaws.com") else HOME
