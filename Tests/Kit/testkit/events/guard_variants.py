"""Events that change or use each kind of resource that a plan can guard, by every spelling of its name."""

import itertools
import json

from testkit.events.records import federated, hidden, record, session, user
from testkit.events.spellings import by_arn_alone
from testkit.sources.swift_catalog import names_of, rows
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
    "stack_set": f"arn:aws:cloudformation:{_PLACE}:stackset/legacy-set:0a1b",
    "scp": f"arn:aws:organizations::{PRODUCTION}:policy/o-example/service_control_policy/p-legacy1",
    "secretsmanager_secret": f"arn:aws:secretsmanager:{_PLACE}:secret:legacy/secret-AbCdEf",
    "ssm_parameter": f"arn:aws:ssm:{_PLACE}:parameter/legacy/parameter",
    "ec2_instance": f"arn:aws:ec2:{_PLACE}:instance/i-0123456789abcdef0",
}


def name_of(arn):
    """The name as requests have it."""
    resource = arn.split(":", 5)[5]
    service = arn.split(":")[2]
    if service in ("sns", "sqs", "s3"):
        return resource
    if resource.startswith("alias/"):
        return resource
    if service == "logs":
        return resource.split(":")[1]
    if service in ("cloudformation", "lambda", "dynamodb"):
        return resource.replace(":", "/").split("/")[1]
    if service in ("cloudwatch", "kms", "cloudtrail") or resource.startswith("event-bus/"):
        return resource.replace(":", "/", 1).split("/", 1)[1]
    return resource.rsplit("/", 1)[-1]


def forms(kind, arn, parameter):
    """The values with which a request can name the resource."""
    name = name_of(arn)
    region, account = arn.split(":")[3:5]
    if kind in ("iam_policy", "saml_provider", "mfa_device"):
        return [arn if parameter.lower().endswith("arn") or parameter == "serialNumber" else name]
    if parameter == "subscriptionArn":
        return [f"{arn}:0a1b2c3d-0000-4000-8000-000000000000"]
    if parameter == "topicArn":
        return [arn]
    if made := by_arn_alone(kind, arn, parameter):
        return made
    if kind == "stack":
        whole = arn if arn.count("/") == 2 else f"{arn}/0a1b"
        return [name, whole]
    if kind == "stack_set":
        whole = arn if arn.count(":") == 6 else f"{arn}:0a1b"
        return [name, f"{name}:0a1b", whole]
    return {
        "sqs_queue": [f"https://sqs.{region}.amazonaws.com/{account}/{name}"]
        if parameter == "queueUrl" else [name],
        "lambda_function": [
            name, f"{name}:PROD", f"{name}:$LATEST", arn, f"{arn}:PROD", f"{arn}:7",
            f"{account}:function:{name}", f"{account}:function:{name}:PROD",
        ],
        "alarm": [["disk", name]] if parameter == "alarmNames" else [name],
        "log_group": [name],
        "sns_topic": [name],
        "kms_alias": [name, arn], "kms_key": [name, arn], "dynamodb_table": [name, arn],
        "event_bus": [name, arn], "trail": [name, arn],
    }.get(kind, [name])  # fmt: skip


def messages(arn, caller, action):
    """What a denial says, with the endings that AWS gives it."""
    who = f"User: arn:aws:sts::{caller}:assumed-role/Admin/dana is not authorized to perform: {action}"
    yield f"{who} on resource: {arn}"
    yield f"{who} on resource: {arn} because no identity-based policy allows the {action} action"
    yield f"{who} on resource: {arn} with an explicit deny in a service control policy"
    kind, _, path = arn.split(":", 5)[5].partition("/")
    if arn.startswith("arn:aws:iam") and kind in ("user", "role", "group"):
        yield f"{who} on resource: {kind} {path}"


CODES = ["AccessDenied", "AccessDeniedException", "Client.UnauthorizedOperation", "AuthorizationError"]


def changes(guarded=GUARDED):
    """What changes them: by each spelling, denied, and where nothing is guarded."""
    code = itertools.cycle(CODES)
    for row in rows():
        service = row.source.split(".")[0]
        for parameter, kind in row.parameters:
            kinds = {"kms_key": ["kms_key", "kms_alias"], "sns_subscription": ["sns_topic"]}
            for of in kinds.get(kind, [kind]):
                for arn in [guarded[of]] if of in guarded else []:
                    account = arn.split(":")[4] or PRODUCTION
                    region = GLOBAL if service == "iam" else arn.split(":")[3] or HOME
                    at = {"account": account, "region": region}
                    for value in forms(of, arn, parameter):
                        request = {parameter: value}
                        yield record(row.source, row.name, request=request, **at)
                        yield record(row.source, row.name, request=request, readOnly=None, **at)
                        # The same request where it is not guarded, or names another.
                        yield record(row.source, row.name, region=region, request=request)
                        other = json_replaced(request, account, "999988887777")
                        yield record(row.source, row.name, request=other, **at)
                    for message in messages(arn, account, f"{service}:{row.name}"):
                        denied = {"errorCode": next(code), "errorMessage": message}
                        yield record(row.source, row.name, **at, **denied)
                        yield record(row.source, row.name, region=region, **denied)


def json_replaced(request, old, new):
    return json.loads(json.dumps(request).replace(old, new))


def unlisted(guarded=GUARDED):
    """Calls that no kind of event lists."""
    for kind, source, name, request in [
        ("s3_bucket", "s3", "PutBucketReplication", lambda arn, name: {"bucketName": name}),
        ("kms_key", "kms", "TagResource", lambda arn, name: {"keyId": name}),
        ("kms_key", "kms", "RotateKey", lambda arn, name: {"keyId": name}),
        ("lambda_function", "lambda", "TagResource20170331v2", lambda arn, name: {"resource": arn}),
        ("log_group", "logs", "CreateLogStream", lambda arn, name: {"logGroupName": name}),
        ("log_group", "logs", "PutTransformer", lambda arn, name: {"logGroupIdentifier": arn}),
        ("log_group", "logs", "PutIndexPolicy", lambda arn, name: {"logGroupIdentifier": name}),
        ("log_group", "logs", "TagResource", lambda arn, name: {"resourceArn": arn + ":*"}),
        ("event_rule", "events", "TagResource", lambda arn, name: {"resourceARN": arn}),
        ("event_bus", "events", "StartReplay", lambda arn, name: {"eventSourceArn": arn}),
        ("alarm", "monitoring", "UntagResource", lambda arn, name: {"resourceARN": arn}),
        ("iam_policy", "iam", "PutUserPermissionsBoundary",
         lambda arn, name: {"userName": "somebody", "permissionsBoundary": arn}),
        ("iam_role", "ecs", "RegisterTaskDefinition", lambda arn, name: {"taskRoleArn": arn}),
        ("scp", "organizations", "UpdatePolicy", lambda arn, name: {"policyId": name}),
        ("secretsmanager_secret", "secretsmanager", "PutSecretValue",
         lambda arn, name: {"secretId": "legacy/secret"}),
        ("secretsmanager_secret", "secretsmanager", "DeleteSecret",
         lambda arn, name: {"secretId": arn}),
        ("secretsmanager_secret", "secretsmanager", "DeleteSecret",
         lambda arn, name: {"secretId": "another"}),
        ("ssm_parameter", "ssm", "PutParameter", lambda arn, name: {"name": "/legacy/parameter"}),
        ("ec2_instance", "ec2", "TerminateInstances", lambda arn, name: {
            "instancesSet": {"items": [{"instanceId": name}]}}),
    ]:  # fmt: skip
        arn = guarded[kind]
        region = GLOBAL if source in ("iam", "organizations") else HOME
        for account in (PRODUCTION, EMERGENCY):
            # The catalog lists these, and then the enricher does not ask whether it reads.
            listed = name.partition("2017")[0] in names_of(f"{source}.amazonaws.com")
            for read_only in (False, True)[: 1 if listed else 2]:
                yield record(
                    f"{source}.amazonaws.com", name, account=account, region=region,
                    request=request(arn, name_of(arn)), readOnly=read_only,
                )  # fmt: skip
                yield record(
                    f"{source}.amazonaws.com", name, account=account, region=region,
                    readOnly=read_only, resources=[{"ARN": arn, "accountId": PRODUCTION}],
                )  # fmt: skip
        for message in messages(arn, PRODUCTION, f"{source}:{name}"):
            yield record(f"{source}.amazonaws.com", name, account=PRODUCTION, region=region,
                         errorCode="AccessDenied", errorMessage=message)  # fmt: skip


def use(role="LegacyRole", user_name="LegacyUser", provider="LegacyIdP", owner=PRODUCTION):
    """What is done with a role, as a user and through a provider, and attempts."""
    sts = "sts.amazonaws.com"
    for identity in (session(owner, role), user(owner, user_name), federated(owner, user_name),
                     session(owner, "Admin"), hidden(owner)):  # fmt: skip
        # What a session does elsewhere is recorded there, too.
        for account in (owner, EMERGENCY):
            shared = {"account": account, "identity": identity}
            for read_only in (True, False, None):
                yield record("s3.amazonaws.com", "CreateBucket", readOnly=read_only, **shared)
                yield record(sts, "GetSessionToken", readOnly=read_only, **shared)
                yield record(sts, "GetCallerIdentity", readOnly=read_only, **shared)
            yield record("signin.amazonaws.com", "ConsoleLogin", **shared)
            for target in (role, "App"):
                arn = f"arn:aws:iam::{owner}:role/{target}"
                about = [{"ARN": arn, "accountId": owner, "type": "AWS::IAM::Role"}]
                yield record(sts, "AssumeRole", readOnly=True, request={"roleArn": arn}, **shared)
                yield record(sts, "AssumeRole", readOnly=True, resources=about, **shared)
                for message in messages(arn, account, "sts:AssumeRole"):
                    yield record(sts, "AssumeRole", readOnly=True, errorCode="AccessDenied",
                                 errorMessage=message, **shared)  # fmt: skip
                yield record("signin.amazonaws.com", "SwitchRole", **shared,
                             additionalEventData={"SwitchTo": arn})  # fmt: skip
            bare = {k: v for k, v in identity.items() if k != "sessionContext"}
            if identity.get("arn"):
                yield record("signin.amazonaws.com", "SwitchRole", account=owner, identity=bare)
                yield record("signin.amazonaws.com", "ExitRole", account=EMERGENCY,
                             identity=session(EMERGENCY, "Admin"),
                             additionalEventData={"SwitchFrom": identity["arn"]})  # fmt: skip
    for name in (provider, "Other"):
        principal = f"arn:aws:iam::{owner}:saml-provider/{name}"
        identity = {"type": "SAMLUser", "principalId": "x", "userName": "dana@example.com"}
        request = {"principalArn": principal, "roleArn": f"arn:aws:iam::{owner}:role/App"}
        yield record(sts, "AssumeRoleWithSAML", account=owner, identity=identity, readOnly=True,
                     request=request)  # fmt: skip
        yield record(sts, "AssumeRoleWithSAML", account=owner, identity=identity, readOnly=True,
                     resources=[{"ARN": principal}])  # fmt: skip
        yield record("signin.amazonaws.com", "ConsoleLogin", account=owner,
                     additionalEventData={"SamlProviderArn": principal})  # fmt: skip



def of(guarded):
    """Changes of the resources, and what is done with those that people and sessions are."""
    yield from changes(guarded)
    for kind, arn in guarded.items():
        owner, name = arn.split(":")[4], name_of(arn)
        if kind == "iam_role":
            yield from use(role=name, user_name="Nobody", provider="None", owner=owner)
        elif kind == "iam_user":
            yield from use(role="None", user_name=name, provider="None", owner=owner)
        elif kind == "saml_provider":
            yield from use(role="None", user_name="Nobody", provider=name, owner=owner)
        elif kind == "ssm_parameter":
            for value in (name, "/" + arn.split("parameter/")[1], arn):
                yield record("ssm.amazonaws.com", "PutParameter", account=owner, region=arn.split(":")[3],
                             request={"name": value})  # fmt: skip
