"""A chain of roles in CloudTrail's events: user, emergency role, workload role, another role."""

import json

EMERGENCY, PRODUCTION, ELSEWHERE = "111122223333", "444455556666", "555566667777"
USER = {
    "type": "IAMUser",
    "principalId": "AIDAEXAMPLE",
    "arn": f"arn:aws:iam::{EMERGENCY}:user/BreakglassUser1",
    "accountId": EMERGENCY,
    "userName": "BreakglassUser1",
}


class Session:
    """A role's session, `minutes` after noon."""

    def __init__(self, role, account, name, key, minutes):
        self.role, self.account, self.name, self.key = role, account, name, key
        self.id = f"AROA{role.upper().replace('_', '')}:{name}"
        self.began = f"2026-07-01T12:{minutes:02}:00Z"
        self.thread = f"{self.id}@{self.began}"

    def identity(self):
        """The `userIdentity` of events in this session."""
        return {
            "type": "AssumedRole",
            "principalId": self.id,
            "arn": f"arn:aws:sts::{self.account}:assumed-role/{self.role}/{self.name}",
            "accountId": self.account,
            "accessKeyId": self.key,
            "sessionContext": {
                "sessionIssuer": {
                    "type": "Role",
                    "arn": f"arn:aws:iam::{self.account}:role/{self.role}",
                    "userName": self.role,
                },
                "attributes": {"creationDate": self.began, "mfaAuthenticated": "false"},
            },
        }

    def begun(self, caller, account):
        """The event in which `caller` assumes the role, as `account` records it."""
        return _event(
            "AssumeRole",
            "sts",
            caller,
            account,
            self.began,
            f"{self.key}-{account}",
            sharedEventID=f"{self.key}-shared",
            requestParameters={
                "roleArn": f"arn:aws:iam::{self.account}:role/{self.role}",
                "roleSessionName": self.name,
            },
            responseElements={
                "credentials": {
                    "accessKeyId": self.key,
                    "sessionToken": "IQoJnobodyshallsee",
                    "expiration": f"Jul 1, 2026, 1:{self.began[14:16]}:00 PM",
                },
                "assumedRoleUser": {"assumedRoleId": self.id},
            },
        )

    def used(self, number=1):
        """An event of a call in this session."""
        when = f"2026-07-01T12:3{number}:00Z"
        return _event(
            "StopInstances", "ec2", self.identity(), self.account, when, f"{self.key}-{number}"
        )


def _event(name, service, identity, account, time, event_id, **more):
    return json.dumps(
        {
            "version": "0",
            "id": event_id,
            "detail-type": "AWS API Call via CloudTrail",
            "source": f"aws.{service}",
            "account": account,
            "time": time,
            "region": "eu-west-1",
            "detail": {
                "eventVersion": "1.11",
                "eventName": name,
                "eventSource": f"{service}.amazonaws.com",
                "eventTime": time,
                "eventID": event_id,
                "eventType": "AwsApiCall",
                "awsRegion": "eu-west-1",
                "recipientAccountId": account,
                "userIdentity": identity,
                **more,
            },
        }
    ).encode()


ENTRY = Session("EmergencyAccess_Role1_RO", EMERGENCY, "entry", "ASIAENTRY0000000001", 0)
WORK = Session("EmergencyAccess_RO", PRODUCTION, "work", "ASIAWORK00000000001", 5)
FURTHER = Session("Further", ELSEWHERE, "further", "ASIAFURTHER000000001", 10)

FIRST = ENTRY.begun(USER, EMERGENCY)
SECOND = WORK.begun(ENTRY.identity(), EMERGENCY)
SECOND_OWNERS_COPY = WORK.begun(
    {"type": "AWSAccount", "principalId": ENTRY.id, "accountId": EMERGENCY}, PRODUCTION
)
THIRD = FURTHER.begun(WORK.identity(), PRODUCTION)
