"""Changes of our resources in every spelling that a request, a message or `resources` may have.

Names, ARNs, paths, qualifiers, aliases and URLs; allowed, denied, or only referred to; recorded where the
resource is and, for a call from another account, where the caller is.
"""

import functools
import itertools
import re

from testkit.events.operations import MODELS, operations
from testkit.events.records import administrator, record
from testkit.events.tamper_variants import OURS, catalog
from testkit.sources.swift_catalog import rows
from testkit.templates.stacks import EMERGENCY, GLOBAL, HOME, PRODUCTION, STANDBY

# Kinds of which every account and Region may have some of ours.
_EVERYWHERE = {"iam_role", "iam_policy", "event_rule", "trail", "stack"}
# What a call from another account can name, with the parameters that take an ARN.
_FROM_OUTSIDE = {
    "event_bus", "sns_topic", "sns_subscription", "kms_key", "lambda_function", "sqs_queue",
    "dynamodb_table", "s3_bucket",
}  # fmt: skip


# Services whose records have the list `resources`.
_WITH_RESOURCES = {"sns", "kms", "lambda", "sqs", "dynamodb", "logs", "s3"}


def _cased(name):
    return [name, name.lower(), name.upper()]


def arns(kind, arn, cased=False):
    """The ARNs by which services name one resource. In messages, the name may be in any case."""
    qualifiers = {
        "sns_topic": ["", ":*", ":0a1b2c3d"],
        "lambda_function": ["", ":PROD", ":$LATEST", ":7"],
        "dynamodb_table": ["", "/index/by-day", "/stream/2026-07-01T00:00:00.000", "/backup/0178"],
        "log_group": ["", ":*", ":log-stream:2026/07/01"],
        "s3_bucket": ["", "/enricher.zip", "/*"],
    }.get(kind, [""])
    made = [arn + qualifier for qualifier in qualifiers]
    head, _, name = arn.rpartition("/")
    if kind in ("iam_role", "iam_user", "iam_policy", "mfa_device"):
        made += [f"{head}/team/path/{name}"]
        made += [f"{head}/{one}" for one in _cased(name)] * cased
    if kind == "event_rule" and "rule/breakglass-hub/" not in arn:
        made.append(f"{head}/other-bus/{name}")
    return made


def by_arn_alone(kind, arn, parameter):
    """The values of a parameter that takes no name; none of one that does."""
    if parameter == "backupArn":
        return [f"{arn}/backup/0178"]
    if parameter == "logGroupArnList":
        return [[arn]]
    whole = kind == "lambda_function" and parameter == "resource"
    whole = whole or kind == "trail" and parameter == "resourceId"
    if not (whole or parameter.lower().endswith("arn")):
        return []
    return {"dynamodb_table": [arn], "log_group": [arn, f"{arn}:*"]}.get(kind, arns(kind, arn))


def values(kind, arn, parameter):
    """The values with which a request can name one resource."""
    if made := by_arn_alone(kind, arn, parameter):
        return made
    resource = arn.split(":", 5)[5]
    name = resource.rpartition("/")[2].rpartition(":")[2]
    whole, whole_path = resource.partition(":")[2], resource.partition("/")[2]
    if kind in ("iam_user", "iam_role"):
        return _cased(name)
    if kind in ("saml_provider", "mfa_device", "iam_policy", "sns_topic", "sns_subscription"):
        named = parameter in ("name", "virtualMFADeviceName", "policyName")
        return [name] if named else arns(kind, arn)
    region, account = arn.split(":")[3:5]
    return {
        "event_rule": _cased(name) + arns(kind, arn),
        "kms_key": [resource.removeprefix("key/"), arn] if parameter == "keyId" else
        [resource.removeprefix("key/")] * (parameter.startswith("alias") == resource.startswith("alias")),
        "lambda_function": [
            *(form + name + qualifier
              for form in ("", "function:", f"{account}:function:", f"{region}:{account}:function:")
              for qualifier in ("", ":PROD", ":$LATEST", ":7")),
            *arns(kind, arn),
        ],
        "sqs_queue": {
            "queueUrl": [
                f"https://sqs.{region}.amazonaws.com/{account}/{name}",
                f"https://{region}.queue.amazonaws.com/{account}/{name}",
                f"https://sqs-fips.{region}.amazonaws.com/{account}/{name}",
            ],
            "queueName": [name],
        }.get(parameter, [arn]),
        "dynamodb_table": [name, arn] if parameter == "tableName" else [name],
        "log_group": [resource.removeprefix("log-group:")],
        "s3_bucket": [resource],
        "schedule": [name], "schedule_group": [name],
        "alarm": [["disk", whole]] if parameter == "alarmNames" else [whole],
        "stack": [(resource.split("/") + [""])[1], arn],
        "stack_set": [whole_path.partition(":")[0], whole_path],
    }.get(kind, [name, arn])  # fmt: skip


def _places(kind, arn):
    """The resource in each account and Region of the plan in which there is one like it."""
    for account in (EMERGENCY, PRODUCTION) if kind in _EVERYWHERE else (EMERGENCY,):
        if account == PRODUCTION and "EmergencyAccess_" in arn:
            continue
        regional = arn.split(":")[3] or kind == "s3_bucket"
        regions = [HOME, STANDBY] + ["ap-southeast-2"] * (kind in _EVERYWHERE)
        for region in regions if regional else (GLOBAL,):
            yield account, region, arn.replace(EMERGENCY, account).replace(HOME, region)


def _resources():
    for source, name, kind in catalog():
        for arn in OURS[kind]:
            for account, region, there in _places(kind, arn):
                yield source, name, kind, account, region, there
        for role in ("EmergencyAccess_RO", "BreakGlassRole") if kind == "iam_role" else ():
            yield source, name, kind, PRODUCTION, GLOBAL, f"arn:aws:iam::{PRODUCTION}:role/{role}"


@functools.cache
def _parameters():
    """The parameters of an API that name a kind of resource: of those that the reader knows for any of
    its entry's, those that AWS's model has, and all if the model does not know the API any more."""
    found = {}
    for row in rows():
        if not row.parameters:
            continue
        members = {
            name: {member.lower() for member in about}
            for name, about in operations(row.source.split(".")[0])
        }
        for parameter, kind in row.parameters:
            known = members.get(row.name, {parameter.lower()}) | _RENAMED
            if parameter.lower() in known:
                found.setdefault((row.source, row.name, kind), []).append(parameter)
    return found


# What CloudTrail calls otherwise than the model.
_RENAMED = {"bucketname"}


def requests():
    """Allowed calls, and failed calls whose request is recorded."""
    for source, name, kind, account, region, arn in _resources():
        for parameter in _parameters().get((source, name, kind), ()):
            for number, value in enumerate(values(kind, arn, parameter)):
                failed = {"errorCode": "ThrottlingException"} if number % 3 == 2 else {}
                yield record(source, name, account=account, region=region,
                             request={parameter: value}, **failed)  # fmt: skip


TAILS = ["", " because no identity-based policy allows the action", " with an explicit deny in a "
         "service control policy: arn:aws:organizations::444455556666:policy/o-x/p-1"]  # fmt: skip
CODES = ["AccessDenied", "AccessDeniedException", "Client.UnauthorizedOperation",
         "AuthorizationErrorException"]  # fmt: skip


def messages():
    """Denied calls without a request."""
    codes = itertools.cycle(CODES)
    for source, name, kind, account, region, arn in _resources():
        for form, tail in itertools.product(arns(kind, arn, cased=True), TAILS):
            yield record(
                source, name, account=account, region=region, errorCode=next(codes),
                errorMessage=f"User: arn:aws:sts::{account}:assumed-role/Admin/dana is not authorized "
                f"to perform: {source.split('.')[0]}:{name} on resource: {form}{tail}",
            )  # fmt: skip


def referred_to():
    """Calls that name the resource under `resources` alone."""
    for source, name, kind, account, region, arn in _resources():
        if source.split(".")[0] not in _WITH_RESOURCES:
            continue
        for form in arns(kind, arn):
            yield record(source, name, account=account, region=region,
                         resources=[{"ARN": form, "accountId": account}])  # fmt: skip


def from_outside():
    """The copy in the caller's account of calls on resources of the emergency access account."""
    for source, name, kind in catalog():
        if kind not in _FROM_OUTSIDE:
            continue
        for arn, region in itertools.product(OURS[kind], (HOME, STANDBY)):
            there = arn.replace(HOME, region)
            shared = {"account": PRODUCTION, "region": region, "identity": administrator(PRODUCTION)}
            for parameter in _parameters().get((source, name, kind), ()):
                for value in values(kind, there, parameter):
                    if EMERGENCY in str(value):
                        yield record(source, name, request={parameter: value}, **shared)
            for form in arns(kind, there):
                yield record(
                    source, name, errorCode="AccessDenied", **shared,
                    errorMessage=f"User: arn:aws:sts::{PRODUCTION}:assumed-role/Admin/dana is not "
                    f"authorized to perform: {source.split('.')[0]}:{name} on resource: {form} "
                    "because no resource-based policy allows the action",
                )  # fmt: skip
                if source.split(".")[0] in _WITH_RESOURCES:
                    yield record(source, name, **shared,
                                 resources=[{"ARN": form, "accountId": EMERGENCY}])  # fmt: skip


# Which members of the model take the ARN of a kind of resource, besides those that the reader knows.
_BY_ARN = {
    "iam_policy": "policyarn|permissionsboundary", "saml_provider": "samlproviderarn",
    "mfa_device": "serialnumber",
    "event_bus": "eventbusname|eventsourcearn|resourcearn", "event_archive": "eventsourcearn",
    "event_rule": "resourcearn", "sns_topic": "topicarn|resourcearn",
    "sns_subscription": "subscriptionarn", "kms_key": "keyid|targetkeyid",
    "trail": "name|trailname|trailarn|resourceid", "lambda_function": "functionname|resource",
    "sqs_queue": "sourcearn|destinationarn",
    "dynamodb_table": "tablename|tablearn|sourcetablearn|backuparn|resourcearn|globaltablesourcearn",
    "log_group": "loggroupidentifier|resourcearn|loggrouparn|loggrouparnlist|resourceidentifier",
    "schedule_group": "resourcearn", "alarm": "resourcearn",
    "stack": "stackname|stackid", "stack_set": "stacksetname",
}  # fmt: skip


def by_any_operation():
    """Our ARNs in every operation of the services that we watch, by AWS's own models."""
    kinds = sorted({(source.split(".")[0], kind) for source, _, kind in catalog()})
    assert {service for service, _ in kinds} == set(MODELS)
    for service, kind in kinds:
        region = GLOBAL if service == "iam" else HOME
        for (operation, members), arn in itertools.product(operations(service), OURS[kind][:1]):
            for member, type_ in members.items():
                if not re.fullmatch(_BY_ARN.get(kind, "-"), member.lower()):
                    continue
                # As CloudTrail writes them.
                parameter = "sAMLProviderArn" if member == "SAMLProviderArn" else (
                    member[0].lower() + member[1:])  # fmt: skip
                forms = [f"{arn}/backup/0178"] if member == "BackupArn" else arns(kind, arn)[:2]
                if kind == "dynamodb_table" and member != "BackupArn":
                    forms = [arn]
                for form in forms:
                    yield record(f"{service}.amazonaws.com", operation, region=region,
                                 request={parameter: [form] if type_ == "list" else form})  # fmt: skip
