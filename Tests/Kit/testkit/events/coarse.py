"""What the rules send to the hub although it may be nobody's: a pattern cannot tell, the enricher can."""

from testkit.sources.swift_catalog import classes
from testkit.templates.stacks import EMERGENCY

FAILED = "failed change"
SWITCH = "switch of role"
SPELLED_AS_ARN = "name given as an ARN"
WHOLE = "change of the organization or of an account"
NO_ISSUER = "session without the name of its role"
OTHER_REGION = "ARN of the emergency access account in a Region without a hub"
LISTED_READ = "call that CloudTrail calls a change and the catalog a read"

# By source, the parameters in which hardly anybody writes an ARN. A rule that has one sends all ARNs.
_NAMES = {
    "aws.events": ("name", "rule", "archiveName", "resourceARN"),
    "aws.cloudformation": ("stackSetName", "stackId"),
    "aws.scheduler": ("name",),
    "aws.monitoring": ("alarmName", "alarmNames"),
}
# The parameters of which breakglass-outside-change compares the account alone: a pattern has 2,048
# characters, too few for the Regions of all.
_WITHOUT_REGION = (
    "subscriptionArn", "resourceARN", "targetKeyId", "sourceArn", "tableName", "tableArn", "backupArn",
    "destinationArn",
)
# Services of which a rule sends every change: there are few.
_WHOLE = {"aws.organizations", "aws.account", "aws.sms-voice"}
_CHANGES = {
    "aws.iam", "aws.events", "aws.cloudtrail", "aws.cloudformation", "aws.sns", "aws.kms",
    "aws.lambda", "aws.sqs", "aws.dynamodb", "aws.logs", "aws.scheduler", "aws.monitoring", "aws.s3",
}  # fmt: skip


def why(event):
    """Which coarse condition of a rule sends the event; `None` if only a precise one can."""
    detail, source = event["detail"], event["source"]
    name, request = detail.get("eventName") or "", detail.get("requestParameters")
    if source == "aws.signin" and name in ("SwitchRole", "ExitRole", "RenewRole"):
        return SWITCH
    if source == "aws.sts" and name.startswith("AssumeRole") and "errorCode" in detail:
        return FAILED
    if source in _WHOLE and not detail.get("readOnly"):
        return WHOLE
    if source in _CHANGES and "errorCode" in detail:
        return FAILED
    for parameter in _NAMES.get(source, ()):
        value = request.get(parameter) if isinstance(request, dict) else None
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and one.startswith("arn:"):
                return SPELLED_AS_ARN
    for parameter in _WITHOUT_REGION:
        value = request.get(parameter) if isinstance(request, dict) else None
        if isinstance(value, str) and f":{EMERGENCY}:" in value:
            return OTHER_REGION
    identity = detail.get("userIdentity") or {}
    if ":sts::" in identity.get("arn", "") and not detail.get("readOnly"):
        issuer = identity.get("sessionContext", {}).get("sessionIssuer", {})
        if "userName" not in issuer:
            return NO_ISSUER
    # No pattern holds the list of reads.
    if not detail.get("readOnly") and classes().get((detail.get("eventSource"), name)) == "read":
        return LISTED_READ
    return None
