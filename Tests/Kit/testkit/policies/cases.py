"""Requests with the decision that each must get: who, what, where, in which state.

Two engines decide them (Tests/Integration/template/test_two_engines.py).
"""

from testkit.policies.evaluation import Principal, role, root, service, user
from testkit.policies.world import MFA, NO_MFA, World, guardrails
from testkit.templates import stacks
from testkit.templates.stack import Stack
from testkit.templates.stacks import AUDIT, AUDITORS, EMERGENCY, HOME, MANAGEMENT, PRODUCTION, SSO, STANDBY

SIGNING_KEY = f"arn:aws:kms:{HOME}:{EMERGENCY}:key/1234abcd-12ab-34cd-56ef-1234567890ab"
HUB = stacks.hub(
    SigningKeyArn=SIGNING_KEY, TokenAudience="api://AzureADTokenExchange",
    APITokenSecretArn=f"arn:aws:secretsmanager:{HOME}:{EMERGENCY}:secret:okta-AbCdEf",
    ReportBucket="example-reports",
)  # fmt: skip
ACCESS = stacks.access(IdentityRepairRoleArn=f"arn:aws:iam::{MANAGEMENT}:role/EmergencyAccess_IdentityRepair")

CHECKER, ENRICHER, PUBLISHER = (
    role(EMERGENCY, f"breakglass-{name}") for name in ("drift-checker", "event-enricher", "sns-publisher")
)
STANDBY_PUBLISHER, SCHEDULER = (
    role(EMERGENCY, f"breakglass-{name}") for name in ("sns-publisher-standby", "scheduler")
)
AUDITOR = Principal("role", f"arn:aws:iam::{AUDIT}:role/ci/Pipeline")
PERSON = Principal("role", f"arn:aws:iam::{AUDIT}:{SSO}/eu-west-1/AWSReservedSSO_Security_0123456789abcdef")
ADMIN, THERE = role(EMERGENCY, "Admin"), role(PRODUCTION, "Admin")
ROLLOUT, CUSTODIAN = role(EMERGENCY, "Rollout"), role(EMERGENCY, "Custodian")
REVOKER, STACK_SETS = role(EMERGENCY, "Revoker"), role(PRODUCTION, "stacksets-exec-0a1b")
STRANGER = role("999988887777", "Admin")
ONE, OTHER = user(EMERGENCY, "BreakglassUser1"), user(EMERGENCY, "admin")
FIRST_RO, FIRST_OPS = role(EMERGENCY, "EmergencyAccess_Role1_RO"), role(EMERGENCY, "EmergencyAccess_Role1_Ops")
OPS, READER = role(PRODUCTION, "EmergencyAccess_Ops"), role(PRODUCTION, "EmergencyAccess_RO")
BREAK_GLASS, CANARY = role(PRODUCTION, "BreakGlassRole"), role(PRODUCTION, "BreakGlassCanary")
AUDIT_HERE, AUDIT_THERE = role(EMERGENCY, "BreakGlassAudit"), role(PRODUCTION, "BreakGlassAudit")
REPAIR = role(MANAGEMENT, "EmergencyAccess_IdentityRepair")


def world():
    made = World(
        ACCESS, HUB, stacks.hub(STANDBY), stacks.workload(**AUDITORS),
        stacks.workload(account=EMERGENCY, **AUDITORS), stacks.management(**AUDITORS), stacks.region(),
        scps=guardrails(stacks.guardrail()), management=MANAGEMENT,
    )  # fmt: skip
    for name, template in stacks.rendered().items():
        if "Resources" in template:
            account = EMERGENCY if name.startswith("access-roles") else PRODUCTION
            made.add(Stack(template, account=account, name=f"breakglass-{name.removesuffix('.json')}"))
    made.administrator(
        AUDITOR, PERSON, ADMIN, THERE, ROLLOUT, CUSTODIAN, REVOKER, STACK_SETS, STRANGER, OTHER,
        root(EMERGENCY), user(PRODUCTION, "admin"),
    )  # fmt: skip
    return made


def at(name, what, account=EMERGENCY, region=HOME):
    return f"arn:aws:{name}:{region}:{account}:{what}"


def iam(path, account=EMERGENCY):
    return f"arn:aws:iam::{account}:{path}"


def key(item):
    return {"dynamodb:LeadingKeys": [item]}


def code(function, region=HOME):
    return {"lambda:SourceFunctionArn": at("lambda", f"function:breakglass-{function}", region=region)}


TABLE = at("dynamodb", "table/breakglass-state")
BUS = at("events", "event-bus/breakglass-hub")
ENRICH, PUBLISH, CHECK = code("event-enricher"), code("sns-publisher"), code("drift-checker")
THIEF = {"lambda:SourceFunctionArn": at("lambda", "function:thief")}
LOG = at("logs", "log-group:/aws/lambda/breakglass-event-enricher:log-stream:x")
YES, NO = True, False


def _functions():
    """A function's role serves its code, Lambda itself, and nobody else's code."""
    link, alert, last = key("link#a"), key("alert#a"), key("run#last")
    update, get, put = "dynamodb:UpdateItem", "dynamodb:GetItem", "dynamodb:PutItem"
    for state, decision in ((ENRICH, YES), ({}, NO), (THIEF, NO), (PUBLISH, NO)):
        yield ENRICHER, update, TABLE, link | state, decision
        yield ENRICHER, get, TABLE, key("emergency#current") | state, decision
    for item in ("emergency#current", "alert#a", "run#last", "budget#1", "deployed#x"):
        yield ENRICHER, update, TABLE, key(item) | ENRICH, NO
    yield ENRICHER, update, TABLE, ENRICH, NO
    yield ENRICHER, put, TABLE, link | ENRICH, NO
    for state, decision in ((PUBLISH, YES), ({}, NO), (THIEF, NO), (ENRICH, NO)):
        yield PUBLISHER, update, TABLE, alert | state, decision
        yield PUBLISHER, "sns:Publish", at("sns", "breakglass-alerts"), state, decision
    for item, decision in (("collector#critical", YES), ("budget#1", YES), ("emergency#current", NO), ("link#a", NO)):
        yield PUBLISHER, update, TABLE, key(item) | PUBLISH, decision
    yield PUBLISHER, get, TABLE, alert | PUBLISH, YES
    yield PUBLISHER, get, TABLE, last | PUBLISH, NO
    away = code("sns-publisher", STANDBY)
    yield STANDBY_PUBLISHER, get, TABLE, alert | away, YES
    yield STANDBY_PUBLISHER, get, TABLE, alert | PUBLISH, NO
    yield STANDBY_PUBLISHER, get, TABLE, key("link#a") | away, NO
    for item, decision in (("alert#a", YES), ("budget#1", NO), ("collector#critical", NO)):
        yield STANDBY_PUBLISHER, update, TABLE, key(item) | away, decision
    for state, decision in ((CHECK, YES), ({}, NO), (THIEF, NO)):
        yield CHECKER, put, TABLE, last | state, decision
        yield CHECKER, "events:PutEvents", BUS, state, decision
        yield CHECKER, "kms:Sign", SIGNING_KEY, state, decision
        yield CHECKER, "s3:PutObject", "arn:aws:s3:::example-reports/reports/x.json", state, decision
        yield CHECKER, "sts:AssumeRole", AUDIT_THERE.arn, state, decision
        yield CHECKER, "sts:AssumeRole", CANARY.arn, state, decision
    yield CHECKER, put, TABLE, key("emergency#current") | CHECK, NO
    yield CHECKER, "sts:AssumeRole", BREAK_GLASS.arn, CHECK, NO
    yield CHECKER, "sts:AssumeRole", OPS.arn, CHECK, NO
    token = {"sts:IdentityTokenAudience": ["api://AzureADTokenExchange"], "sts:DurationSeconds": "300"}
    yield CHECKER, "sts:GetWebIdentityToken", "*", token | CHECK, YES
    yield CHECKER, "sts:GetWebIdentityToken", "*", token, NO
    yield CHECKER, "sts:GetWebIdentityToken", "*", token | CHECK | {"sts:DurationSeconds": "3600"}, NO
    hand_on, dead = at("lambda", "function:breakglass-sns-publisher"), at("sqs", "breakglass-publisher-dlq")
    for state, decision in (({}, YES), (ENRICH, YES), (THIEF, NO)):
        yield ENRICHER, "lambda:InvokeFunction", hand_on, state, decision
        yield ENRICHER, "logs:PutLogEvents", LOG, state, decision
    for state, decision in (({}, YES), (THIEF, NO)):
        yield PUBLISHER, "sqs:SendMessage", dead, state, decision
    yield SCHEDULER, "lambda:InvokeFunction", at("lambda", "function:breakglass-drift-checker"), {}, YES
    yield SCHEDULER, "lambda:InvokeFunction", hand_on, {}, NO


def _audit():
    """Who assumes the audit role, and what it reads."""
    for target in (AUDIT_HERE, AUDIT_THERE, role(MANAGEMENT, "BreakGlassAudit")):
        yield CHECKER, "trust", target.arn, CHECK, YES
        yield AUDITOR, "trust", target.arn, {}, YES
        yield PERSON, "trust", target.arn, {}, YES
        for somebody in (ADMIN, THERE, STRANGER, ONE, FIRST_RO, ENRICHER, role(AUDIT, "Pipeline")):
            yield somebody, "trust", target.arn, MFA, NO
    for name in ("function:breakglass-event-enricher", "function:payroll"):
        resource = at("lambda", name, PRODUCTION)
        yield AUDIT_THERE, "lambda:GetFunctionConfiguration", resource, {}, "breakglass" in name
        yield AUDIT_THERE, "lambda:GetPolicy", resource, {}, "breakglass" in name
        yield AUDIT_THERE, "lambda:UpdateFunctionCode", resource, {}, NO
    for name in ("stack/breakglass-workload/1", "stack/StackSet-breakglass-region-1/2", "stack/payroll/1"):
        ours = "breakglass" in name
        yield AUDIT_THERE, "cloudformation:DetectStackDrift", at("cloudformation", name, PRODUCTION), {}, ours
        yield AUDIT_THERE, "cloudformation:DescribeStacks", at("cloudformation", name, PRODUCTION), {}, NO
    yield AUDIT_THERE, "cloudformation:ListStacks", "*", {}, YES
    for name in ("EmergencyAccess_RO", "BreakGlassRole", "Payroll"):
        yield AUDIT_THERE, "iam:GetRolePolicy", iam(f"role/{name}", PRODUCTION), {}, name != "Payroll"
    alias = {"kms:ResourceAliases": ["alias/breakglass"]}
    yield AUDIT_HERE, "kms:GetKeyPolicy", at("kms", "key/1"), alias, YES
    yield AUDIT_HERE, "kms:GetKeyPolicy", at("kms", "key/1"), {"kms:ResourceAliases": ["alias/x"]}, NO
    yield AUDIT_HERE, "kms:GetKeyPolicy", at("kms", "key/1"), {}, NO
    for item, decision in (("drill#user", YES), ("run#last", YES), ("link#a", NO), ("alert#a", YES), ("budget#1", NO)):
        yield AUDIT_HERE, "dynamodb:GetItem", TABLE, key(item), decision
        yield AUDIT_HERE, "dynamodb:PutItem", TABLE, key(item), NO


def _access():
    """Break-glass users and people of the IdP, hop by hop."""
    for state, decision in ((MFA, YES), (NO_MFA, NO), ({}, NO)):
        yield ONE, "trust", BREAK_GLASS.arn, state, decision
        yield ONE, "trust", REPAIR.arn, state, decision
        yield OTHER, "trust", BREAK_GLASS.arn, state, NO
        yield STRANGER, "trust", BREAK_GLASS.arn, state, NO
        yield ADMIN, "trust", REPAIR.arn, state, NO
    yield ONE, "trust", OPS.arn, MFA, NO
    yield ONE, "iam:ChangePassword", ONE.arn, NO_MFA, YES
    yield ONE, "iam:ChangePassword", OTHER.arn, NO_MFA, NO
    yield ONE, "iam:CreateAccessKey", ONE.arn, MFA, NO
    yield ONE, "s3:ListAllMyBuckets", "*", MFA, NO
    for somebody, target in ((FIRST_RO, READER), (FIRST_OPS, OPS)):
        yield somebody, "trust", target.arn, {}, YES
        for another in (OPS, READER, BREAK_GLASS, AUDIT_THERE):
            if another != target:
                yield somebody, "trust", another.arn, {}, NO
    yield READER, "ec2:DescribeInstances", "*", {}, YES
    yield READER, "ec2:TerminateInstances", "*", {}, NO
    yield CANARY, "sts:GetCallerIdentity", "*", {}, NO
    yield REPAIR, "sso-directory:ImportExternalIdPCertificate", "*", {}, YES
    yield REPAIR, "sso:CreateAccountAssignment", "*", {}, NO


def _guardrail():
    """Whom the service control policies stop."""
    rule, function = at("events", "rule/breakglass-sign-in", PRODUCTION), "function:breakglass-event-enricher"
    for somebody in (OPS, THERE, BREAK_GLASS):
        yield somebody, "events:DeleteRule", rule, {}, NO
        yield somebody, "events:DisableRule", rule, {}, NO
        yield somebody, "events:DeleteRule", at("events", "rule/payroll", PRODUCTION), {}, YES
        yield somebody, "cloudtrail:StopLogging", at("cloudtrail", "trail/breakglass-trail", PRODUCTION), {}, NO
        yield somebody, "cloudwatch:PutMetricAlarm", at("cloudwatch", "alarm:breakglass-x", PRODUCTION), {}, NO
    yield STACK_SETS, "events:DeleteRule", rule, {}, YES
    yield STACK_SETS, "lambda:UpdateFunctionCode", at("lambda", function), {}, NO
    for somebody in (ADMIN, OTHER, CUSTODIAN, role(EMERGENCY, "EmergencyAccess_Ops")):
        yield somebody, "lambda:UpdateFunctionCode", at("lambda", function), {}, NO
        yield somebody, "lambda:UpdateFunctionConfiguration", at("lambda", function), {}, NO
        yield somebody, "iam:PassRole", ENRICHER.arn, {}, NO
        yield somebody, "iam:PassRole", CHECKER.arn, {}, NO
        yield somebody, "sqs:SendMessage", at("sqs", "breakglass-heartbeat"), {}, NO
        yield somebody, "dynamodb:GetItem", TABLE, key("alert#a"), somebody.arn.split("_")[-1] != "Ops"
    for action, resource in (
        ("lambda:UpdateFunctionCode", at("lambda", function)), ("iam:PassRole", ENRICHER.arn),
        ("iam:UpdateAssumeRolePolicy", AUDIT_HERE.arn), ("dynamodb:PutItem", TABLE),
    ):  # fmt: skip
        yield ROLLOUT, action, resource, {}, YES
    yield ADMIN, "iam:UpdateAssumeRolePolicy", AUDIT_HERE.arn, {}, NO
    yield ADMIN, "dynamodb:PutItem", TABLE, {}, NO
    yield ADMIN, "iam:PassRole", iam("role/App"), {}, YES
    yield CUSTODIAN, "iam:EnableMFADevice", ONE.arn, {}, YES
    yield ADMIN, "iam:EnableMFADevice", ONE.arn, {}, NO
    yield ONE, "iam:EnableMFADevice", ONE.arn, {}, YES
    yield REVOKER, "iam:PutRolePolicy", OPS.arn.replace(PRODUCTION, EMERGENCY), {}, YES
    yield ADMIN, "iam:PutRolePolicy", AUDIT_HERE.arn, {}, NO
    yield role(MANAGEMENT, "Nobody"), "iam:DeleteRole", REPAIR.arn, {}, NO


def _resources():
    """Topic, key and bus policies; what no user and no role is, the second engine does not know."""
    topic = HUB.resources("AWS::SNS::TopicPolicy")["AlertTopicsPolicy"]["PolicyDocument"]
    for somebody, state, decision in (
        (PUBLISHER, PUBLISH, YES), (PUBLISHER, {}, NO), (ADMIN, {}, NO), (THERE, {}, NO), (ENRICHER, ENRICH, NO),
    ):  # fmt: skip
        yield somebody, "sns:Publish", at("sns", "breakglass-alerts"), state, decision, topic
    yield root(EMERGENCY), "sns:Publish", at("sns", "breakglass-alerts"), {}, NO, topic
    yield service("events.amazonaws.com"), "sns:Publish", at("sns", "breakglass-alerts"), {}, NO, topic
    yield root(EMERGENCY), "trust", BREAK_GLASS.arn, MFA, NO
    yield root(EMERGENCY), "iam:PassRole", ENRICHER.arn, {}, NO
    yield service("lambda.amazonaws.com"), "trust", ENRICHER.arn, {}, YES
    yield service("ec2.amazonaws.com"), "trust", ENRICHER.arn, {}, NO


def all_cases():
    """(principal, action or "trust", resource, context, decision, resource policy or `None`)."""
    for group in (_functions, _audit, _access, _guardrail, _resources):
        for case in group():
            yield (*case, *[None] * (6 - len(case)))
