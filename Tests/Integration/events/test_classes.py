"""Classes of events that the reader once got wrong, each with other services, accounts and names."""

import json

import pytest

from testkit.events.records import record, root, session, user
from testkit.programs.preview import alerts
from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, GLOBAL, PRODUCTION

RANK = ["low", "medium", "high", "critical"]


def into_the_emergency_account():
    for role in ("Admin", "OrganizationAccountAccessRole", "x"):
        yield record("signin.amazonaws.com", "SwitchRole", identity=user(PRODUCTION, "dana"),
                     eventType="AwsConsoleSignIn", responseElements={"SwitchRole": "Success"},
                     additionalEventData={"SwitchTo": f"arn:aws:iam::{EMERGENCY}:role/{role}"})  # fmt: skip


def warnings():
    for detail in ({}, {"risk": "HIGH"}, {"principal": {"type": "IAMUser"}}):
        yield {"version": "0", "id": "0a8f7f3c-0001", "detail-type": "Sign-in Anomaly Alert",
               "source": "aws.signin", "account": EMERGENCY, "time": "2026-07-01T12:00:00Z",
               "region": GLOBAL, "resources": [], "detail": detail}  # fmt: skip


def unlisted():
    for source, request in [
        ("lambda", {"functionName": "breakglass-sns-publisher"}), ("dynamodb", {"tableName": "breakglass-state"}),
        ("sqs", {"queueName": "breakglass-rules-dlq"}), ("iam", {"userName": "BreakglassUser1"}),
    ]:  # fmt: skip
        for name in ("PutShapeOfTomorrow", "GetAndResetShape"):
            yield record(f"{source}.amazonaws.com", name, request=request)


def reads():
    for identity in (root(PRODUCTION), root(EMERGENCY), user(EMERGENCY, "BreakglassUser1")):
        for source, name in (("ec2", "DescribeVolumes"), ("iam", "ListUsers"), ("s3", "ListBuckets")):
            yield record(f"{source}.amazonaws.com", name, identity=identity, readOnly=True,
                         account=identity["accountId"])  # fmt: skip


def aws_for_root():
    for service in ("support", "backup", "trustedadvisor"):
        identity = root(PRODUCTION) | {"invokedBy": f"{service}.amazonaws.com"}
        for name in ("CreateTags", "DescribeVolumes"):
            yield record("ec2.amazonaws.com", name, account=PRODUCTION, identity=identity)


def writes_of_sessions():
    yield record("iam.amazonaws.com", "CreateAccessKey", region=GLOBAL, account=PRODUCTION,
                 identity=session(PRODUCTION, "EmergencyAccess_RO"), request={"userName": "x"})  # fmt: skip


@pytest.mark.parametrize("family, least, most", [
    (into_the_emergency_account, "high", "critical"), (warnings, "critical", "critical"),
    (unlisted, "high", "critical"), (reads, "low", "low"), (aws_for_root, "low", "medium"),
    (writes_of_sessions, "critical", "critical"),
], ids=lambda value: getattr(value, "__name__", ""))  # fmt: skip
def test_every_event_of_the_class_is_due_and_as_urgent(tmp_path, family, least, most):
    paths = []
    for number, event in enumerate(family()):
        paths.append(tmp_path / f"{number}.json")
        paths[-1].write_text(json.dumps(event))
    for path, alert in zip(paths, alerts(stacks.PLAN, paths), strict=True):
        assert alert["due"], path.read_text()
        assert RANK.index(least) <= RANK.index(alert["severity"]) <= RANK.index(most), (
            alert["severity"], path.read_text())  # fmt: skip
