"""Events that change or use each kind of resource that a plan can guard."""

import json

from testkit.events.records import record, session, user
from testkit.sources.swift_catalog import entries
from testkit.templates.stacks import EMERGENCY, GLOBAL, HOME, PRODUCTION

_PLACE = f"{HOME}:{PRODUCTION}"
GUARDED = {
    "iam_user": f"arn:aws:iam::{PRODUCTION}:user/LegacyUser",
    "iam_role": f"arn:aws:iam::{PRODUCTION}:role/LegacyRole",
    "iam_group": f"arn:aws:iam::{PRODUCTION}:group/LegacyGroup",
    "iam_policy": f"arn:aws:iam::{PRODUCTION}:policy/LegacyPolicy",
    "saml_provider": f"arn:aws:iam::{PRODUCTION}:saml-provider/LegacyIdP",
    "mfa_device": f"arn:aws:iam::{PRODUCTION}:mfa/LegacyDevice",
    "event_rule": f"arn:aws:events:{_PLACE}:rule/legacy-rule",
    "event_bus": f"arn:aws:events:{_PLACE}:event-bus/legacy-bus",
    "event_archive": f"arn:aws:events:{_PLACE}:archive/legacy-archive",
    "sns_topic": f"arn:aws:sns:{_PLACE}:legacy-topic",
    "kms_key": f"arn:aws:kms:{_PLACE}:key/11111111-2222-4333-8444-555555555555",
    "kms_alias": f"arn:aws:kms:{_PLACE}:alias/legacy",
    "trail": f"arn:aws:cloudtrail:{_PLACE}:trail/legacy-trail",
    "lambda_function": f"arn:aws:lambda:{_PLACE}:function:legacy-function",
    "sqs_queue": f"arn:aws:sqs:{_PLACE}:legacy-queue",
    "dynamodb_table": f"arn:aws:dynamodb:{_PLACE}:table/legacy-table",
    "log_group": f"arn:aws:logs:{_PLACE}:log-group:/legacy/log",
    "s3_bucket": "arn:aws:s3:::legacy-bucket",
    "schedule": f"arn:aws:scheduler:{_PLACE}:schedule/default/legacy-schedule",
    "alarm": f"arn:aws:cloudwatch:{_PLACE}:alarm:legacy-alarm",
    "stack": f"arn:aws:cloudformation:{_PLACE}:stack/legacy-stack/0a1b",
}


def forms(kind, arn, parameter):
    """The values with which a request can name the resource: ARN, name, id, alias or URL."""
    last = arn.rsplit(":", 1)[1].rsplit("/", 1)[-1]
    by_arn = parameter.lower().endswith("arn") or parameter == "serialNumber"
    if kind in ("iam_policy", "saml_provider", "mfa_device", "sns_topic"):
        return [arn if by_arn else last]
    return {
        "sqs_queue": {
            "queueUrl": [f"https://sqs.{HOME}.amazonaws.com/{PRODUCTION}/{last}"],
            "queueName": [last], "sourceArn": [arn],
        }.get(parameter),
        "alarm": [["disk", last]] if parameter == "alarmNames" else [last],
        "kms_alias": ["alias/legacy", arn], "log_group": ["/legacy/log"],
        "stack": ["legacy-stack", arn],
    }.get(kind) or ([last] if kind in (
        "iam_user", "iam_role", "iam_group", "event_rule", "event_archive", "schedule", "s3_bucket",
    ) else [last, arn])  # fmt: skip


def changes():
    for entry in entries("Tampering"):
        service = entry.source.split(".")[0]
        region = GLOBAL if service == "iam" else HOME
        for name in entry.names:
            for parameter, kind in entry.parameters:
                for of in [kind] + ["kms_alias"] * (kind == "kms_key"):
                    if of not in GUARDED:
                        continue
                    arn = GUARDED[of]
                    for value in forms(of, arn, parameter):
                        yield record(entry.source, name, account=PRODUCTION, region=region,
                                     request={parameter: value})  # fmt: skip
                        # The same name where it is not guarded.
                        there = json.loads(json.dumps(value).replace(PRODUCTION, EMERGENCY))
                        yield record(entry.source, name, region=region, request={parameter: there})
                    yield record(
                        entry.source, name, account=PRODUCTION, region=region,
                        errorCode="AccessDenied", errorMessage=f"User: arn:aws:sts::{PRODUCTION}:"
                        f"assumed-role/Admin/dana is not authorized to perform: {service}:{name} "
                        f"on resource: {arn}",
                    )  # fmt: skip


def use():
    for identity in (session(PRODUCTION, "LegacyRole"), user(PRODUCTION, "LegacyUser"),
                     session(PRODUCTION, "Admin")):  # fmt: skip
        shared = {"account": PRODUCTION, "identity": identity}
        for read_only in (True, False):
            yield record("s3.amazonaws.com", "CreateBucket", readOnly=read_only, **shared)
            yield record("sts.amazonaws.com", "GetSessionToken", readOnly=read_only, **shared)
        for role in ("LegacyRole", "App"):
            request = {"roleArn": f"arn:aws:iam::{PRODUCTION}:role/{role}"}
            yield record("sts.amazonaws.com", "AssumeRole", readOnly=True, request=request, **shared)
        yield record("signin.amazonaws.com", "ConsoleLogin", **shared)
