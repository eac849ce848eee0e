"""Variants of CloudTrail events: by identity, account, form and outcome.

The enricher decides which of them need an alert; test_event_variants.py compares that with the rules.
"""

import itertools
import json

from testkit.events.records import (
    IDENTITIES,
    administrator,
    caller_account,
    hidden,
    record,
    session,
    user,
)
from testkit.sources.swift_catalog import names_of
from testkit.templates.stacks import EMERGENCY, GLOBAL, HOME, PRODUCTION

FOREIGN = "999988887777"


def sign_ins():
    names = names_of("signin.amazonaws.com")
    names = [n for n in names if n not in ("SwitchRole", "ExitRole", "RenewRole")]
    for name in sorted({*names, "SomethingNew"}):
        for identity in [*IDENTITIES[:-1], hidden(EMERGENCY), hidden(PRODUCTION)]:
            if name in ("PasswordUpdated", "EmailUpdated") and identity["type"] != "Root":
                continue
            account = caller_account(identity)
            for region in (HOME, GLOBAL, "us-east-2", "ap-southeast-2"):
                yield record(
                    "signin.amazonaws.com", name, account=account, region=region,
                    identity=identity, responseElements={name: "Failure"},
                    eventType="AwsConsoleSignIn",
                    additionalEventData={"MFAUsed": "No", "LoginTo": "https://console.aws.amazon.com"},
                )  # fmt: skip
    for identity in (administrator(PRODUCTION), user(EMERGENCY, "BreakglassUser1")):
        for name in ("AuthorizeOAuth2Access", "CreateOAuth2Token"):
            event = record("signin.amazonaws.com", name, account=caller_account(identity),
                           identity=identity)  # fmt: skip
            yield event | {"detail-type": "AWS API Call via CloudTrail"}
    for provider in ("Okta", "Other"):
        for account in (EMERGENCY, PRODUCTION):
            yield record(
                "signin.amazonaws.com", "ConsoleLogin", account=account,
                identity=administrator(account), additionalEventData={
                    "SamlProviderArn": f"arn:aws:iam::{EMERGENCY}:saml-provider/{provider}"},
            )  # fmt: skip


ROLES = [
    (EMERGENCY, "EmergencyAccess_Role1_RO"), (PRODUCTION, "EmergencyAccess_RO"),
    (PRODUCTION, "EmergencyAccess_Ops"), (PRODUCTION, "BreakGlassRole"),
    (PRODUCTION, "breakglassrole"), (PRODUCTION, "LegacyBreakGlass"), (PRODUCTION, "Admin"),
    (FOREIGN, "Admin"), (PRODUCTION, "EmergencyAccess"), (PRODUCTION, "NotEmergencyAccess_RO"),
    (PRODUCTION, "BreakGlassRoleX"),
]  # fmt: skip


def switches():
    for (owner, role), name in itertools.product(ROLES, ("SwitchRole", "ExitRole", "RenewRole")):
        arn = f"arn:aws:iam::{owner}:role/{role}"
        for identity in (user(EMERGENCY, "BreakglassUser1"), administrator(EMERGENCY),
                         session(EMERGENCY, "EmergencyAccess_Role1_RO")):  # fmt: skip
            for outcome in ("Success", "Failure"):
                yield record(
                    "signin.amazonaws.com", name, identity=identity, region=GLOBAL,
                    responseElements={name: outcome}, additionalEventData={"SwitchTo": arn},
                )  # fmt: skip
            # A session's ARN has the role's name as IAM keeps it.
            if owner != FOREIGN and role != role.lower():
                arrived = session(owner, role)
                del arrived["sessionContext"]
                yield record(
                    "signin.amazonaws.com", name, account=owner, identity=arrived, region=GLOBAL,
                    responseElements={name: "Success"},
                    additionalEventData={"SwitchFrom": identity["arn"]},
                )  # fmt: skip


def issued(owner, role):
    return {"assumedRoleUser": {
        "assumedRoleId": "AROAEXAMPLE:x", "arn": f"arn:aws:sts::{owner}:assumed-role/{role}/x"}}


def assumptions():
    targets = [*ROLES, (PRODUCTION, "BreakGlassAudit"), (EMERGENCY, "breakglass-sns-publisher")]
    for (owner, role), identity in itertools.product(targets, IDENTITIES):
        arn = f"arn:aws:iam::{owner}:role/{role}"
        request = {"roleArn": arn, "roleSessionName": "x"}
        about = [{"ARN": arn, "accountId": owner, "type": "AWS::IAM::Role"}]
        caller = caller_account(identity)
        shared = {"account": caller, "identity": identity, "readOnly": True}
        who = identity.get("arn", "x")
        denied = f"User: {who} is not authorized to perform: sts:AssumeRole on resource: {arn}"
        sts = "sts.amazonaws.com"
        yield record(sts, "AssumeRole", request=request, responseElements=issued(owner, role),
                     resources=about, **shared)  # fmt: skip
        yield record(sts, "AssumeRole", errorCode="AccessDenied", errorMessage=denied, **shared)
        yield record(sts, "AssumeRole", request=request, errorCode="AccessDenied",
                     errorMessage=denied + " with an explicit deny", **shared)  # fmt: skip
        if caller != owner and identity["type"] != "AWSService" and owner != FOREIGN:
            yield record(
                sts, "AssumeRole", account=owner, readOnly=True, request=request, resources=about,
                identity={"type": "AWSAccount", "principalId": "x", "accountId": caller},
            )  # fmt: skip


# How a caller may type a planned role, and the name that IAM keeps.
TYPED = [(f"{path}{form(role)}", role)
         for role in ("EmergencyAccess_RO", "BreakGlassRole")
         for path in ("", "team/") for form in (str, str.lower, str.upper)]  # fmt: skip


def typed_roles():
    """Roles as callers type them: in any case, with a path, or with none."""
    for typed, role in TYPED:
        arn = f"arn:aws:iam::{PRODUCTION}:role/{typed}"
        kept = [{"ARN": f"arn:aws:iam::{PRODUCTION}:role/{role}", "accountId": PRODUCTION}]
        request = {"roleArn": arn, "roleSessionName": "x"}
        for identity in (administrator(EMERGENCY), administrator(PRODUCTION), user(FOREIGN, "dana")):
            account = caller_account(identity)
            shared = {"account": account, "identity": identity, "readOnly": True}
            denied = {
                "errorCode": "AccessDenied",
                "errorMessage": f"User: {identity['arn']} is not authorized to perform: sts:AssumeRole "
                f"on resource: {arn} because no identity-based policy allows the sts:AssumeRole action",
            }
            sts = "sts.amazonaws.com"
            yield record(sts, "AssumeRole", request=request, resources=kept,
                         responseElements=issued(PRODUCTION, role), **shared)  # fmt: skip
            yield record(sts, "AssumeRole", **denied, **shared)
            yield record(sts, "AssumeRole", request=request, **denied, **shared)
            for outcome in ("Success", "Failure"):
                yield record(
                    "signin.amazonaws.com", "SwitchRole", account=account, identity=identity,
                    region=GLOBAL, responseElements={"SwitchRole": outcome},
                    additionalEventData={"SwitchTo": arn},
                )  # fmt: skip
        yield record("sts.amazonaws.com", "AssumeRole", account=PRODUCTION, readOnly=True,
                     request=request, resources=kept,
                     identity={"type": "AWSAccount", "accountId": EMERGENCY})  # fmt: skip


def abroad():
    """Sessions of our roles in accounts that the roles are not of, and identities that lack a part."""
    for owner, role in ((PRODUCTION, "EmergencyAccess_RO"), (EMERGENCY, "EmergencyAccess_Role1_RO"),
                        (PRODUCTION, "BreakGlassRole"), (PRODUCTION, "Admin")):  # fmt: skip
        for identity in (session(owner, role), session(owner, role, sessionContext={})):
            for account, source in itertools.product(
                (EMERGENCY, PRODUCTION, FOREIGN), ("s3.amazonaws.com", "kms.amazonaws.com")
            ):
                yield record(source, "PutSomething", account=account, identity=identity)
                yield record(source, "GetSomething", account=account, identity=identity, readOnly=True)
    for path in ("", "team/"):
        arn = f"arn:aws:iam::{EMERGENCY}:user/{path}BreakglassUser1"
        identity = user(EMERGENCY, "BreakglassUser1") | {"arn": arn}
        for source, name in (("s3", "ListBuckets"), ("sts", "GetSessionToken")):
            yield record(f"{source}.amazonaws.com", name, identity=identity, readOnly=True)


def saml():
    sts = "sts.amazonaws.com"
    for (owner, role), provider in itertools.product(ROLES, ("Okta", "AWSSSO_x_DO_NOT_DELETE")):
        if owner == FOREIGN:
            continue
        principal = f"arn:aws:iam::{owner}:saml-provider/{provider}"
        identity = {"type": "SAMLUser", "principalId": "x", "userName": "dana@example.com",
                    "identityProvider": principal}  # fmt: skip
        request = {"principalArn": principal, "roleArn": f"arn:aws:iam::{owner}:role/{role}"}
        for name in ("AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"):
            yield record(sts, name, account=owner, identity=identity, request=request,
                         readOnly=True, responseElements=issued(owner, role))  # fmt: skip
        yield record(sts, "AssumeRoleWithSAML", account=owner, identity=identity, readOnly=True,
                     errorCode="AccessDenied", errorMessage="Not authorized to perform "
                     "sts:AssumeRoleWithSAML")  # fmt: skip


def credentials():
    sts = "sts.amazonaws.com"
    names = ["GetSessionToken", "GetFederationToken", "GetCallerIdentity", "GetAccessKeyInfo",
             "DecodeAuthorizationMessage", "GetWebIdentityToken", "TagSession"]  # fmt: skip
    for name, identity in itertools.product(names, IDENTITIES[:-1]):
        for read_only in (True, False):
            yield record(sts, name, account=caller_account(identity), identity=identity,
                         readOnly=read_only)  # fmt: skip
    for target in (EMERGENCY, PRODUCTION):
        for form in (target, f"arn:aws:iam::{target}:root"):
            yield record(sts, "AssumeRoot", account=EMERGENCY, request={"targetPrincipal": form})


CALLS = [
    ("s3.amazonaws.com", "CreateBucket", {"bucketName": "app"}),
    ("ec2.amazonaws.com", "TerminateInstances", {"instancesSet": {}}),
    ("iam.amazonaws.com", "CreateUser", {"userName": "somebody"}),
    ("kms.amazonaws.com", "ScheduleKeyDeletion", {"keyId": "other"}),
    ("kms.amazonaws.com", "Decrypt", None),
    ("organizations.amazonaws.com", "ListAccounts", None),
    ("secretsmanager.amazonaws.com", "GetSecretValue", {"secretId": "x"}),
    ("cloudshell.amazonaws.com", "CreateSession", None),
    ("monitoring.amazonaws.com", "DescribeAlarms", None),
]


def activity():
    for (source, name, request), identity in itertools.product(CALLS, IDENTITIES[:-1]):
        # Records of eventVersion 1.00 do not say; then the name decides, which no pattern can ask.
        reads = name.startswith(("Get", "List", "Describe"))
        for read_only in (True, False) if reads else (True, False, None):
            account = caller_account(identity)
            region = GLOBAL if source.startswith(("iam", "org")) else HOME
            yield record(source, name, account=account, identity=identity, region=region,
                         request=request, readOnly=read_only)  # fmt: skip
            yield record(source, name, account=account, identity=identity, region=region,
                         readOnly=read_only, errorCode="AccessDenied",
                         errorMessage=f"User: {identity.get('arn')} is not authorized")  # fmt: skip


def write(events, path):
    path.write_text("".join(json.dumps(event) + "\n" for event in events))
