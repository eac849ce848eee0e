"""What each function and the scheduler of the alert path may do, and nothing more."""

import pytest

from testkit.policies.evaluation import Request, is_allowed, role, root, service, user
from testkit.policies.world import World
from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, HOME, PRODUCTION, STANDBY

PUBLISHER = role(EMERGENCY, "breakglass-sns-publisher")
ENRICHER = role(EMERGENCY, "breakglass-event-enricher")
CHECKER = role(EMERGENCY, "breakglass-drift-checker")
SCHEDULER = role(EMERGENCY, "breakglass-scheduler")
SIGNING_KEY = f"arn:aws:kms:{HOME}:{EMERGENCY}:key/1234abcd-12ab-34cd-56ef-1234567890ab"

hub = stacks.hub(SigningKeyArn=SIGNING_KEY, ReportBucket="example-reports")
world = World(hub, stacks.hub(STANDBY))


def arn(service, name, region=HOME):
    return f"arn:aws:{service}:{region}:{EMERGENCY}:{name}"


TABLE = arn("dynamodb", "table/breakglass-state")


def log(function):
    return arn("logs", f"log-group:/aws/lambda/breakglass-{function}:log-stream:x")


def function(name):
    return arn("lambda", f"function:breakglass-{name}")


MAY = {
    ENRICHER: [
        ("logs:PutLogEvents", log("event-enricher")),
        ("dynamodb:GetItem", TABLE),
        ("dynamodb:UpdateItem", TABLE),
        ("lambda:InvokeFunction", function("sns-publisher")),
        ("lambda:InvokeFunction", function("sns-publisher-critical")),
        ("dynamodb:BatchGetItem", TABLE),
    ],
    PUBLISHER: [
        ("logs:CreateLogStream", log("sns-publisher")),
        ("dynamodb:UpdateItem", TABLE),
        ("dynamodb:GetItem", TABLE),
        ("dynamodb:BatchGetItem", TABLE),
        ("dynamodb:Query", f"{TABLE}/index/due"),
        ("sqs:SendMessage", arn("sqs", "breakglass-publisher-dlq")),
        *((f"sqs:{action}", arn("sqs", "breakglass-waiting"))
          for action in ("DeleteMessage", "GetQueueAttributes", "ReceiveMessage", "SendMessage")),
        ("sns:Publish", arn("sns", "breakglass-alerts")),
        ("sns:Publish", arn("sns", "breakglass-alerts", STANDBY)),
    ],
    CHECKER: [
        ("logs:PutLogEvents", log("drift-checker")),
        ("dynamodb:GetItem", TABLE),
        ("dynamodb:PutItem", TABLE),
        ("dynamodb:BatchGetItem", TABLE),
        ("s3:PutObject", "arn:aws:s3:::example-reports/reports/2026/07/01/x.json"),
        ("sts:AssumeRole", f"arn:aws:iam::{PRODUCTION}:role/BreakGlassAudit"),
        ("sts:AssumeRole", f"arn:aws:iam::{PRODUCTION}:role/BreakGlassCanary"),
        ("events:PutEvents", stacks.bus(HOME)),
        ("events:PutEvents", stacks.bus(STANDBY)),
        ("sqs:SendMessage", arn("sqs", "breakglass-checker-dlq")),
        ("kms:Sign", SIGNING_KEY),
    ],
    SCHEDULER: [
        ("lambda:InvokeFunction", function("drift-checker")),
        ("sqs:SendMessage", arn("sqs", "breakglass-checker-dlq")),
    ],
}
EVERY_DEED = sorted({deed for deeds in MAY.values() for deed in deeds})
FURTHER = [
    ("sns:Publish", arn("sns", "breakglass-alarms")),
    ("sns:Publish", arn("sns", "orders")),
    ("dynamodb:DeleteItem", TABLE),
    ("s3:PutObject", "arn:aws:s3:::example-reports/other"),
    ("s3:GetObject", "arn:aws:s3:::example-reports/reports/2026/07/01/x.json"),
    ("dynamodb:Query", TABLE),
    ("dynamodb:DeleteTable", TABLE),
    ("dynamodb:GetItem", arn("dynamodb", "table/orders")),
    ("events:PutEvents", arn("events", "event-bus/default")),
    ("events:DisableRule", arn("events", "rule/breakglass-sign-in")),
    ("kms:Sign", arn("kms", "key/other")),
    ("kms:Decrypt", SIGNING_KEY),
    ("sts:AssumeRole", f"arn:aws:iam::{PRODUCTION}:role/EmergencyAccess_RO"),
    ("sts:AssumeRole", f"arn:aws:iam::{PRODUCTION}:role/BreakGlassRole"),
    ("lambda:UpdateFunctionCode", function("sns-publisher")),
    ("logs:DeleteLogGroup", arn("logs", "log-group:/aws/lambda/breakglass-sns-publisher:x")),
    ("iam:GetRole", "*"),
]


def own_item(who, action):
    """The context of a call of the state table for an item of the function's own."""
    item = {
        ENRICHER: "link#seen/a", PUBLISHER: "critical" if "Query" in action else "alert#a", CHECKER: "canary#1" if "Batch" in action else "run#last",
    }.get(who, "")  # fmt: skip
    return {"dynamodb:LeadingKeys": [item]} if action.startswith("dynamodb:") else {}


@pytest.mark.parametrize("who", MAY, ids=lambda who: who.arn.split("/")[1])
def test_each_role_may_do_its_own_and_nothing_else(who):
    code = {} if who == SCHEDULER else world.code(who)
    for action, resource in EVERY_DEED + FURTHER:
        # The publisher's other Region, and whose log is whose, stand in the lists above.
        may = world.may(who, action, resource, **code, **own_item(who, action))
        assert may is ((action, resource) in MAY[who]), (action, resource)


def test_the_checker_signs_in_to_the_identity_provider_by_what_the_plan_names():
    def may(action, resource, given, **context):
        source = world.code(CHECKER)
        return World(stacks.hub(**given)).may(CHECKER, action, resource, **source, **context)

    key, alias = arn("kms", "key/other"), {"kms:RequestAlias": "alias/okta-client"}
    by_alias = {"SigningKeyAlias": "alias/okta-client"}
    assert may("kms:Sign", key, by_alias, **alias)
    assert not may("kms:Sign", key, by_alias)
    assert not may("kms:Sign", key, by_alias, **{"kms:RequestAlias": "alias/breakglass"})
    assert not may("kms:Decrypt", key, by_alias, **alias)
    by_token = {"APITokenSecretArn": arn("secretsmanager", "secret:okta-token-??????")}
    read = "secretsmanager:GetSecretValue"
    assert may(read, arn("secretsmanager", "secret:okta-token-a1b2c3"), by_token)
    assert not may(read, arn("secretsmanager", "secret:okta-token-2-a1b2c3"), by_token)
    show, by_audience = "sts:GetWebIdentityToken", {"TokenAudience": "api://AzureADTokenExchange"}
    entra = {
        "sts:IdentityTokenAudience": ["api://AzureADTokenExchange"], "sts:DurationSeconds": "300",
    }  # fmt: skip
    assert may(show, "*", by_audience, **entra)
    assert not may(show, "*", by_audience, **entra | {"sts:IdentityTokenAudience": ["other"]})
    assert not may(show, "*", by_audience, **entra | {"sts:DurationSeconds": "3600"})
    assert not may(show, "*", by_audience, **{"sts:DurationSeconds": "300"})
    for action, resource in (("kms:Sign", key), (read, "*"), (show, "*")):
        assert not may(action, resource, {}, **alias, **entra)


def test_the_standby_enricher_leaves_its_results_in_the_waiting_queue_alone():
    who = role(EMERGENCY, "breakglass-event-enricher-standby")
    assert world.may(who, "sqs:SendMessage", arn("sqs", "breakglass-waiting", STANDBY))
    assert not world.may(who, "sqs:SendMessage", arn("sqs", "breakglass-waiting"))
    for name in ("sns-publisher", "sns-publisher-critical"):
        assert not world.may(who, "lambda:InvokeFunction", function(name).replace(HOME, STANDBY), **world.code(who))


def test_the_standby_publisher_marks_alerts_in_homes_table_and_changes_nothing_else_there():
    who = role(EMERGENCY, "breakglass-sns-publisher-standby")

    def may(action, item, table=TABLE):
        context = world.code(who) | {"dynamodb:LeadingKeys": [item]}
        return world.may(who, f"dynamodb:{action}", table, **context)

    for item in ("alert#a", "act#a", "story#a"):
        assert may("GetItem", item)
        assert may("UpdateItem", item) == (item == "alert#a")
    for item in ("budget#1", "collector#critical", "emergency#current"):
        assert not may("GetItem", item) and not may("UpdateItem", item)
    for action in ("GetItem", "UpdateItem"):
        assert may(action, "alert#a", TABLE.replace(HOME, STANDBY))


def test_no_permission_of_the_hub_is_wider_than_it_has_to_be():
    for about in hub.resources("AWS::IAM::Role").values():
        for policy in about["Policies"]:
            for statement in policy["PolicyDocument"]["Statement"]:
                if statement["Effect"] == "Deny":
                    continue
                actions = statement["Action"]
                for action in [actions] if isinstance(actions, str) else actions:
                    assert "*" not in action
                resources = statement["Resource"]
                for resource in [resources] if isinstance(resources, str) else resources:
                    if statement["Sid"] == "EncryptsWhatItPublishes":
                        assert statement["Condition"]
                    elif statement["Sid"] == "ReadsInEveryAccountAndSendsCanaries":
                        assert resource.endswith(("BreakGlassAudit", "BreakGlassCanary"))
                    else:
                        assert "*" not in resource.removesuffix(":*"), resource


@pytest.mark.parametrize("name", ["EnricherRole", "PublisherRole", "CheckerRole"])
def test_only_lambda_takes_a_functions_role(name):
    trust = hub.resources("AWS::IAM::Role")[name]["AssumeRolePolicyDocument"]
    for who, expected in [
        (service("lambda.amazonaws.com"), True),
        (service("ec2.amazonaws.com"), False),
        (user(EMERGENCY, "admin"), False),
        (root(EMERGENCY), False),
        (role(PRODUCTION, "Admin"), False),
    ]:
        request = Request(who, "sts:AssumeRole", f"arn:aws:iam::{EMERGENCY}:role/x")
        everything = [{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}]
        assert is_allowed(
            request, identity=everything, resource=trust, resource_account=EMERGENCY,
            resource_decides=True,
        ) is expected  # fmt: skip
