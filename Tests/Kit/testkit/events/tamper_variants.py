"""Events that change our resources, other resources, and resources with our names in other places.

As with variants.py, the enricher decides which of them need an alert.
"""

import itertools

from testkit.events.records import record, session
from testkit.sources.swift_catalog import rows
from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, GLOBAL, HOME, MANAGEMENT, PRODUCTION

GLOBAL_SERVICES = ("iam.amazonaws.com", "organizations.amazonaws.com")

def _here(service, *paths, region=HOME):
    return [f"arn:aws:{service}:{region}:{EMERGENCY}:{path}" for path in paths]


# ARNs of ours, by the watch list's words; and one of somebody else's beside each.
OURS = {
    "iam_user": _here("iam", "user/BreakglassUser1", "user/BreakglassUser2", region=""),
    "mfa_device": _here("iam", "mfa/BreakglassUser1", "mfa/BreakglassUser2", region=""),
    "iam_role": _here(
        "iam", "role/EmergencyAccess_Role1_RO", "role/breakglass-sns-publisher",
        "role/BreakGlassAudit", "role/BreakGlassCanary", "role/EmergencyAccess_IdentityRepair",
        region=""),
    "iam_policy": _here("iam", "policy/breakglass-boundary", region=""),
    "iam_group": [],
    "saml_provider": _here("iam", "saml-provider/Okta", region=""),
    "event_rule": _here("events", "rule/breakglass-sign-in", "rule/breakglass-hub/breakglass-hub"),
    "event_bus": _here("events", "event-bus/breakglass-hub"),
    "event_archive": _here("events", "archive/breakglass-hub"),
    "sns_topic": _here("sns", "breakglass-alerts", "breakglass-alerts-chat", "breakglass-alarms"),
    "sns_subscription": _here("sns", "breakglass-alerts:0a1b2c3d"),
    "kms_key": _here("kms", f"key/{stacks.KEY}", "alias/breakglass"),
    "trail": _here("cloudtrail", "trail/breakglass-trail"),
    "lambda_function": _here(
        "lambda", "function:breakglass-event-enricher", "function:breakglass-drift-checker"),
    "sqs_queue": _here("sqs", "breakglass-rules-dlq", "breakglass-publisher-dlq",
                       "breakglass-enricher-dlq", "breakglass-checker-dlq", "breakglass-heartbeat",
                       "breakglass-canaries"),
    "dynamodb_table": _here("dynamodb", "table/breakglass-state"),
    "log_group": _here("logs", "log-group:/aws/lambda/breakglass-sns-publisher"),
    "s3_bucket": [f"arn:aws:s3:::breakglass-code-{EMERGENCY}-{HOME}"],
    "schedule": _here("scheduler", "schedule/breakglass-checker/breakglass-nightly-check"),
    "schedule_group": _here("scheduler", "schedule-group/breakglass-checker"),
    "alarm": _here("cloudwatch", "alarm:breakglass-no-heartbeat"),
    "stack": _here("cloudformation", "stack/breakglass-hub/0a1b",
                   "stack/StackSet-breakglass-region-0a1b/0a1b"),
    "stack_set": _here("cloudformation", "stackset/breakglass-region:0a1b"),
}  # fmt: skip
OTHERS = {
    "iam_user": _here("iam", "user/somebody", "user/BreakglassUser10", region=""),
    "mfa_device": _here("iam", "mfa/somebody", "mfa/BreakglassUser10", region=""),
    "iam_role": _here("iam", "role/App", "role/BreakGlassRoleX", "role/NotBreakGlassRole", region=""),
    "iam_policy": _here("iam", "policy/app", region=""),
    "saml_provider": _here("iam", "saml-provider/Other", region=""),
    "event_rule": _here("events", "rule/other"), "event_bus": _here("events", "event-bus/default"),
    "sns_topic": _here("sns", "orders"), "kms_key": _here("kms", "key/other", "alias/other"),
    "trail": _here("cloudtrail", "trail/other"), "lambda_function": _here("lambda", "function:app"),
    "sqs_queue": _here("sqs", "orders"), "dynamodb_table": _here("dynamodb", "table/orders"),
    "log_group": _here("logs", "log-group:/aws/lambda/app"), "s3_bucket": ["arn:aws:s3:::x"],
    "schedule": _here("scheduler", "schedule/default/x"), "alarm": _here("cloudwatch", "alarm:disk"),
    "stack": _here("cloudformation", "stack/app/0a1b"),
    "stack_set": _here("cloudformation", "stackset/app:0a1b"),
}  # fmt: skip


def catalog():
    """(source, event name, resource type) of every kind of tampering that the reader knows."""
    return sorted({
        (row.source, row.name, kind) for row in rows() for _, kind in row.parameters
    })  # fmt: skip


def where(source):
    return GLOBAL if source in GLOBAL_SERVICES else HOME


def denials():
    """Denied calls: the request is missing, and only the message names the resource."""
    who = f"User: arn:aws:sts::{EMERGENCY}:assumed-role/Admin/dana"
    for source, name, about in catalog():
        service = source.split(".")[0]
        for arn in OURS[about] + OTHERS.get(about, []):
            kind, _, last = arn.split(":", 5)[5].partition("/")
            ways = [arn] + [f"{kind} {last}"] * (kind in ("user", "role"))
            for way in ways:
                said = f"{who} is not authorized to perform: {service}:{name} on resource: {way}"
                for message in (said, f"{said} with an explicit deny in a service control policy"):
                    yield record(source, name, region=where(source), errorCode="AccessDenied",
                                 errorMessage=message)  # fmt: skip


def omissions():
    """A request so long that CloudTrail leaves it out."""
    for source, name, _ in catalog():
        yield record(source, name, region=where(source),
                     request={"omitted": True, "originalSize": 200_000, "reason": "x"})  # fmt: skip


# How each service names what is tagged.
TAGGED = {
    "events": ("TagResource", "resourceARN", "event_rule"),
    "sns": ("UntagResource", "resourceArn", "sns_topic"),
    "lambda": ("TagResource20170331v2", "resource", "lambda_function"),
    "dynamodb": ("TagResource", "resourceArn", "dynamodb_table"),
    "logs": ("TagResource", "resourceArn", "log_group"),
    "cloudtrail": ("AddTags", "resourceId", "trail"),
    "scheduler": ("TagResource", "resourceArn", "schedule_group"),
    "monitoring": ("UntagResource", "resourceARN", "alarm"),
}


def references():
    """Our ARNs in further parameters."""
    for name in ("AttachRolePolicy", "AttachUserPolicy", "AttachGroupPolicy", "DetachGroupPolicy"):
        for policy in OURS["iam_policy"] + OTHERS["iam_policy"]:
            holder = name.replace("Attach", "").replace("Detach", "").removesuffix("Policy").lower()
            yield record("iam.amazonaws.com", name, region=GLOBAL,
                         request={"policyArn": policy, f"{holder}Name": "x"})  # fmt: skip
    for boundary in OURS["iam_policy"] + OTHERS["iam_policy"]:
        yield record("iam.amazonaws.com", "PutUserPermissionsBoundary", region=GLOBAL,
                     request={"userName": "x", "permissionsBoundary": boundary})  # fmt: skip
    for service, (name, parameter, kind) in TAGGED.items():
        for arn in OURS[kind] + OTHERS.get(kind, []):
            yield record(f"{service}.amazonaws.com", name, request={parameter: arn})
    reading = ("Encrypt", "Decrypt", "GenerateDataKey")
    for name in ("DisableKey", "CreateGrant", *reading):
        for arn in OURS["kms_key"] + OTHERS["kms_key"]:
            yield record("kms.amazonaws.com", name, readOnly=name in reading,
                         resources=[{"ARN": arn, "accountId": EMERGENCY}])  # fmt: skip


def elsewhere():
    """Our names in accounts and Regions where the resources are not ours."""
    for row in rows():
        service = row.source.split(".")[0]
        if service in ("iam", "events", "cloudtrail", "cloudformation") or not row.parameters:
            continue
        parameter, kind = row.parameters[0]
        for arn in OURS[kind]:
            for account, region in ((PRODUCTION, HOME), (EMERGENCY, "ap-south-1")):
                there = arn.replace(EMERGENCY, account).replace(HOME, region)
                yield record(row.source, row.name, account=account, region=region,
                             request={parameter: there})  # fmt: skip


def organization():
    names = [(row.source, row.name) for row in rows()
             if row.source in ("organizations.amazonaws.com", "account.amazonaws.com")]  # fmt: skip
    for (source, name), account in itertools.product(names, (MANAGEMENT, EMERGENCY, PRODUCTION)):
        region = where(source)
        for request in (
            None,
            {"accountId": PRODUCTION, "targetId": PRODUCTION, "policyId": "p-guard123",
             "regionName": "eu-south-2", "servicePrincipal": "cloudtrail.amazonaws.com"},
            {"targetId": "r-root", "policyId": "p-other"},
        ):  # fmt: skip
            if request is None or account == MANAGEMENT or name.startswith(("Leave", "En", "Dis")):
                yield record(source, name, account=account, region=region, request=request)
                yield record(source, name, account=account, region=region, errorCode="AccessDenied",
                             errorMessage="You don't have permissions to access this resource.",
                             request=request)  # fmt: skip
    for account in (EMERGENCY, PRODUCTION):
        for region in (GLOBAL, "eu-south-2"):
            yield {
                "version": "0", "id": "x", "detail-type": "Region Opt-In Status Change",
                "source": "aws.account", "account": account, "time": "2026-07-01T03:04:05Z",
                "region": region, "resources": [],
                "detail": {"accountId": account, "regionName": "eu-south-2", "status": "ENABLED"},
            }  # fmt: skip
    for name in ("ListRoots", "DescribePolicy", "CreateAccount", "TagResource", "InviteAccount"):
        yield record("organizations.amazonaws.com", name, account=MANAGEMENT, region=GLOBAL)


def data_events():
    for service, name, arn in [
        ("dynamodb", "PutItem", OURS["dynamodb_table"][0]), ("sns", "Publish", OURS["sns_topic"][0]),
        ("sqs", "SendMessage", OURS["sqs_queue"][1]), ("sqs", "DeleteMessage", OURS["sqs_queue"][1]),
        ("lambda", "Invoke", OURS["lambda_function"][1]), ("dynamodb", "PutItem", OTHERS["dynamodb_table"][0]),
        ("s3", "PutObject", OURS["s3_bucket"][0]),
    ]:  # fmt: skip
        for identity in (session(EMERGENCY, "Admin"), session(EMERGENCY, "breakglass-sns-publisher"),
                         {"type": "AWSService", "invokedBy": "events.amazonaws.com"},
                         session(PRODUCTION, "Admin")):  # fmt: skip
            yield record(
                f"{service}.amazonaws.com", name, identity=identity, eventCategory="Data",
                managementEvent=False, resources=[{"ARN": arn, "accountId": EMERGENCY}],
            )  # fmt: skip


def whole_account():
    """Calls that hold for the emergency access account, in Regions with a hub and without, or are denied."""
    names = [(row.source, row.name) for row in rows() if row.reach == "emergencyAccount"]
    places = itertools.product((EMERGENCY, PRODUCTION), (HOME, GLOBAL, "ap-southeast-2"))
    for (source, name), (account, region) in itertools.product(names, list(places)):
        if region == GLOBAL or source not in GLOBAL_SERVICES:
            at = {"account": account, "region": region}
            yield record(source, name, request={"policyType": "DATA_PROTECTION_POLICY"}, **at)
            yield record(source, name, errorCode="AccessDenied", errorMessage="not authorized", **at)


def okta(event_type, *targets, result="SUCCESS"):
    return {
        "version": "0", "id": "x", "detail-type": "SystemLog",
        "source": "aws.partner/okta.com/example/log", "account": EMERGENCY,
        "time": "2026-07-01T03:04:05Z", "region": HOME, "resources": [],
        "detail": {
            "uuid": "x", "eventType": event_type, "published": "2026-07-01T03:04:05Z",
            "actor": {"id": "00u1", "type": "User", "alternateId": "dana@example.com"},
            "outcome": {"result": result},
            "target": [{"id": i, "type": t, "displayName": n} for i, t, n in targets],
        },
    }  # fmt: skip


def idp():
    member = ("00u2", "User", "erin@example.com")
    groups = [
        ("00gEmergencyRO", "UserGroup", "aws#EmergencyAccess_Role1_RO#123456789012"),
        ("00gEmergencyRO", "UserGroup", "renamed"),
        ("00gOther", "UserGroup", "aws#EmergencyAccess_Role1_RO#123456789012"),
        ("00gOther", "UserGroup", "everybody"),
    ]
    apps = [("0oaFederation", "AppInstance", "AWS Account Federation"), ("0oaOther", "AppInstance", "x")]
    for name in (
        "group.user_membership.add", "group.user_membership.remove", "group.lifecycle.delete",
        "group.profile.update", "group.privilege.grant", "group.application_assignment.add",
        "group.application_assignment.update",
    ):  # fmt: skip
        for group in groups:
            yield okta(name, member, group)
            yield okta(name, group, member, result="FAILURE")
    for name in (
        "application.lifecycle.activate", "application.lifecycle.deactivate",
        "application.lifecycle.update", "application.user_membership.add",
        "application.policy.sign_on.update", "app.generic.unauth_app_access_attempt",
        "app.keys.rotate", "user.authentication.sso", "policy.rule.update",
    ):  # fmt: skip
        for app in apps:
            yield okta(name, app)
            yield okta(name, member, app)
    for name in ("trigger", "evaluation", "deactivated", "invalidate"):
        yield okta(f"group.user_membership.rule.{name}", ("0pr1", "GroupRule", "x"))
    yield okta("user.session.start", member)
    yield okta("system.api_token.create", ("t", "Token", "x"))
