"""Nobody but rollout touches what is ours, and the guardrail stands in nobody else's way."""

import pytest

from testkit.policies.evaluation import role, root
from testkit.policies.guardrail_world import (
    ADMIN,
    CONTROL_TOWER,
    CUSTODIAN,
    EVERYBODY,
    REVOKER,
    ROLE_DEEDS,
    ROLLOUT,
    STACK_SETS,
    THERE,
    TRAIL,
    TRUSTED_ROLES,
    at,
    deeds,
    iam,
    world,
)  # fmt: skip
from testkit.templates.stacks import EMERGENCY, HOME, MANAGEMENT, PRODUCTION

FOR_STACK_SETS = [
    *(deed for name in TRUSTED_ROLES[:-2] for deed in deeds(iam(f"role/{name}"), *ROLE_DEEDS)),
    *deeds(iam("role/BreakGlassAudit"), "iam:PutRolePolicy", "iam:DeleteRolePolicy"),
    *deeds(at("events", "rule/breakglass-sign-in"), "events:PutRule", "events:DeleteRule",
           "events:PutTargets", "events:RemoveTargets", "events:DisableRule"),
    *deeds(at("sqs", "breakglass-rules-dlq"), "sqs:CreateQueue", "sqs:DeleteQueue",
           "sqs:SetQueueAttributes"),
    *deeds(at("cloudwatch", "alarm:breakglass-rules-undelivered"), "cloudwatch:PutMetricAlarm",
           "cloudwatch:DeleteAlarms"),
    *deeds(at("cloudformation", "stack/StackSet-breakglass-region-0a1b/0a1b"),
           "cloudformation:CreateStack", "cloudformation:UpdateStack",
           "cloudformation:DeleteStack"),
]  # fmt: skip
ONLY_ROLLOUT = [
    *(deed for name in ("Rollout", "Custodian", "Revoker")
      for deed in deeds(iam(f"role/{name}"), "iam:CreateRole", "iam:UpdateAssumeRolePolicy")
      if name != "Custodian" or EMERGENCY in deed[1]),
    *deeds(iam("user/BreakglassUser1"), "iam:CreateUser", "iam:UpdateUser", "iam:DeleteUser",
           "iam:CreateAccessKey", "iam:DetachUserPolicy", "iam:DeleteUserPermissionsBoundary",
           "iam:UploadSigningCertificate"),
    *deeds(iam("group/administrators"), "iam:AddUserToGroup"),
    *deeds(iam("policy/breakglass-boundary"), "iam:CreatePolicyVersion", "iam:DeletePolicy",
           "iam:SetDefaultPolicyVersion"),
    *deeds(iam("saml-provider/Okta"), "iam:UpdateSAMLProvider", "iam:DeleteSAMLProvider"),
    *deeds("*", "iam:UpdateAccountPasswordPolicy", "sns:Unsubscribe",
           "organizations:LeaveOrganization"),
    *deeds(at("events", "event-bus/breakglass-hub"), "events:PutPermission",
           "events:DeleteEventBus", "events:RemovePermission"),
    *deeds(at("events", "rule/breakglass-hub/breakglass-hub"), "events:DisableRule",
           "events:RemoveTargets", "events:PutTargets"),
    *deeds(at("events", "rule/aws.partner/okta.com/example/log/breakglass-idp"),
           "events:DeleteRule"),
    *deeds(at("events", "event-bus/aws.partner/okta.com/example/log"), "events:DeleteEventBus"),
    *deeds(at("events", "archive/breakglass-hub"), "events:DeleteArchive"),
    *deeds(at("sns", "breakglass-alerts"), "sns:SetTopicAttributes", "sns:DeleteTopic",
           "sns:Subscribe", "sns:AddPermission"),
    *deeds(at("lambda", "function:breakglass-sns-publisher"), "lambda:UpdateFunctionCode",
           "lambda:UpdateFunctionConfiguration", "lambda:PutFunctionConcurrency",
           "lambda:AddPermission", "lambda:DeleteFunction",
           "lambda:DeleteFunctionEventInvokeConfig", "lambda:InvokeFunction"),
    *deeds(at("dynamodb", "table/breakglass-state"), "dynamodb:DeleteTable"),
    *deeds(at("scheduler", "schedule/breakglass-checker/breakglass-nightly-check"),
           "scheduler:UpdateSchedule", "scheduler:DeleteSchedule"),
    *deeds(at("cloudtrail", "trail/breakglass-trail"), "cloudtrail:StopLogging",
           "cloudtrail:DeleteTrail", "cloudtrail:PutEventSelectors"),
    *deeds(at("logs", "log-group:/aws/lambda/breakglass-sns-publisher:log-stream:x"),
           "logs:DeleteLogStream"),
    *deeds(f"arn:aws:s3:::breakglass-code-{EMERGENCY}-{HOME}/event-enricher.zip", "s3:PutObject",
           "s3:DeleteObject"),
    *deeds(at("kms", "alias/breakglass"), "kms:DeleteAlias", "kms:UpdateAlias"),
    *deeds(at("cloudformation", "stack/breakglass-hub/0a1b"), "cloudformation:CreateChangeSet"),
    *deeds(at("cloudformation", "stackset/breakglass-region:0a1b"),
           "cloudformation:DeleteStackSet", "cloudformation:DeleteStackInstances"),
]  # fmt: skip


@pytest.mark.parametrize("action, resource", sorted(set(FOR_STACK_SETS + ONLY_ROLLOUT)))
def test_nobody_but_rollout_touches_what_is_ours(action, resource):
    assert world.may(ROLLOUT, action, resource)
    for somebody in (*EVERYBODY, CUSTODIAN):
        assert not world.may(somebody, action, resource), somebody.arn


@pytest.mark.parametrize("action, resource", FOR_STACK_SETS)
def test_stack_sets_pass_for_what_they_bring(action, resource):
    assert world.may(STACK_SETS, action, resource)


@pytest.mark.parametrize("action, resource", ONLY_ROLLOUT)
def test_stack_sets_pass_for_nothing_else(action, resource):
    # They bring rules, and a rule is known by its name alone.
    if not resource.startswith((at("events", "rule/breakglass-"), iam("policy/breakglass-"))):
        assert not world.may(STACK_SETS, action, resource)


def test_nobody_takes_the_name_of_stack_sets_own_role():
    for action in ("iam:CreateRole", "iam:UpdateAssumeRolePolicy", "iam:PutRolePolicy"):
        for somebody in (*EVERYBODY, STACK_SETS, THERE):
            assert not world.may(somebody, action, iam("role/stacksets-exec-1", somebody.account))


OTHERS = [
    ("iam:CreateRole", iam("role/App")),
    ("iam:PassRole", iam("role/App")),
    ("iam:CreateUser", iam("user/somebody")),
    ("iam:UpdateUser", iam("user/BreakglassUser10")),
    ("iam:CreateLoginProfile", iam("user/somebody")),
    ("iam:EnableMFADevice", iam("user/somebody")),
    ("iam:CreatePolicy", iam("policy/app")),
    ("iam:CreateSAMLProvider", iam("saml-provider/Other")),
    ("events:PutRule", at("events", "rule/other")),
    ("events:DisableRule", at("events", "rule/not-breakglass-sign-in")),
    ("events:PutEvents", at("events", "event-bus/default")),
    ("sns:SetTopicAttributes", at("sns", "orders")),
    ("lambda:UpdateFunctionCode", at("lambda", "function:app")),
    ("lambda:InvokeFunction", at("lambda", "function:app")),
    ("s3:PutObject", "arn:aws:s3:::app/x"),
    ("cloudtrail:StopLogging", at("cloudtrail", "trail/app")),
    ("cloudformation:DeleteStack", at("cloudformation", "stack/app/0a1b")),
    ("kms:ScheduleKeyDeletion", at("kms", "key/other")),
    ("kms:DeleteAlias", at("kms", "alias/breakglass-of-somebody-else")),
    ("ec2:RunInstances", "*"),
    # Repairing is nobody's privilege.
    ("cloudtrail:StartLogging", at("cloudtrail", "trail/breakglass-trail")),
    ("cloudwatch:EnableAlarmActions", at("cloudwatch", "alarm:breakglass-no-heartbeat")),
    ("lambda:DeleteFunctionConcurrency", at("lambda", "function:breakglass-sns-publisher")),
    ("iam:DeleteAccessKey", iam("user/BreakglassUser1")),
    ("events:StartReplay", at("events", "archive/breakglass-hub")),
]


@pytest.mark.parametrize("action, resource", OTHERS)
def test_it_stands_in_nobodys_way(action, resource):
    assert world.may(ADMIN, action, resource)


def test_in_other_accounts_their_users_and_settings_are_their_own():
    for action, resource in (
        ("iam:CreateUser", iam("user/BreakglassUser1", PRODUCTION)),
        ("iam:CreateLoginProfile", iam("user/BreakglassUser1", PRODUCTION)),
        ("iam:UpdateSAMLProvider", iam("saml-provider/Okta", PRODUCTION)),
        ("iam:UpdateAccountPasswordPolicy", "*"),
        ("sns:Unsubscribe", "*"),
    ):
        assert world.may(THERE, action, resource)
    for name in ("EmergencyAccess_RO", "BreakGlassRole", "BreakGlassAudit", "breakglass-x"):
        assert not world.may(THERE, "iam:UpdateAssumeRolePolicy", iam(f"role/{name}", PRODUCTION))


@pytest.mark.parametrize("action", ["kms:DisableKey", "kms:ScheduleKeyDeletion", "kms:PutKeyPolicy"])
def test_the_key_is_known_by_its_alias(action):
    ours = {"kms:ResourceAliases": ["alias/breakglass"]}
    assert world.may(ROLLOUT, action, at("kms", "key/0a1b"), **ours)
    assert not world.may(ADMIN, action, at("kms", "key/0a1b"), **ours)
    assert world.may(ADMIN, action, at("kms", "key/0a1b"), **{"kms:ResourceAliases": ["alias/x"]})
    assert world.may(ADMIN, action, at("kms", "key/0a1b"))


def test_the_functions_work_under_it():
    table = at("dynamodb", "table/breakglass-state")
    enricher, checker = (role(EMERGENCY, f"breakglass-{n}") for n in ("event-enricher", "drift-checker"))
    for who, action, item in (
        (enricher, "dynamodb:UpdateItem", "link#a"), (checker, "dynamodb:PutItem", "run#last"),
    ):  # fmt: skip
        item = {"dynamodb:LeadingKeys": [item]}
        assert world.may(who, action, table, **world.code(who), **item)
    publisher = at("lambda", "function:breakglass-sns-publisher")
    assert world.may(enricher, "lambda:InvokeFunction", publisher)
    audit = iam("role/BreakGlassAudit", PRODUCTION)
    assert world.may_assume(checker, audit, **world.code(checker))


def test_the_management_account_is_not_bound():
    assert world.may(role(MANAGEMENT, "Admin"), "iam:DeleteRole", iam("role/BreakGlassAudit", MANAGEMENT))


@pytest.mark.parametrize("action", [
    "AddTags", "DeleteTrail", "PutEventSelectors", "PutInsightSelectors", "RemoveTags", "StopLogging", "UpdateTrail",
])  # fmt: skip
def test_only_rollout_and_the_landing_zone_change_the_plans_trail(action):
    deed = f"cloudtrail:{action}", TRAIL
    for somebody in (*EVERYBODY, CUSTODIAN, REVOKER, STACK_SETS, THERE, root(PRODUCTION)):
        assert not world.may(somebody, *deed), somebody.arn
    for somebody in (ROLLOUT, role(PRODUCTION, "Rollout"), CONTROL_TOWER):
        assert world.may(somebody, *deed), somebody.arn
    for other in (f"{TRAIL}2", TRAIL.replace(MANAGEMENT, PRODUCTION), TRAIL.replace("org-trail", "app")):
        assert world.may(THERE, f"cloudtrail:{action}", other)
    # It is stopped in the management account, which no such policy binds: there it is heard.
    assert world.may(role(MANAGEMENT, "Admin"), *deed)


def test_logging_may_be_started_again_by_anybody_and_the_trail_may_be_read():
    for action in ("StartLogging", "GetTrailStatus", "GetEventSelectors"):
        assert world.may(THERE, f"cloudtrail:{action}", TRAIL)
