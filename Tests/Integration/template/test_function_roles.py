"""A function's role serves that function's code, and what Lambda does for it; and nobody else's code."""

import fnmatch

import pytest

from testkit.policies.evaluation import role, root, user
from testkit.policies.guardrail_world import EVERYBODY, ROLLOUT, THERE, iam
from testkit.policies.guardrail_world import world as guarded
from testkit.policies.world import World
from testkit.repository import ROOT
from testkit.sources import function_operations
from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, HOME, PRODUCTION, STANDBY

SIGNING_KEY = f"arn:aws:kms:{HOME}:{EMERGENCY}:key/1234abcd-12ab-34cd-56ef-1234567890ab"
# Every statement that any plan brings.
FULL = {
    "SigningKeyArn": SIGNING_KEY, "TokenAudience": "api://AzureADTokenExchange",
    "APITokenSecretArn": f"arn:aws:secretsmanager:{HOME}:{EMERGENCY}:secret:okta-AbCdEf",
    "ReportBucket": "example-reports",
}  # fmt: skip
HUBS = {HOME: stacks.hub(**FULL), STANDBY: stacks.hub(STANDBY)}
world = World(*HUBS.values())

ROLES = [
    (HOME, "event-enricher", role(EMERGENCY, "breakglass-event-enricher")),
    (HOME, "sns-publisher", role(EMERGENCY, "breakglass-sns-publisher")),
    (HOME, "drift-checker", role(EMERGENCY, "breakglass-drift-checker")),
    (STANDBY, "event-enricher", role(EMERGENCY, "breakglass-event-enricher-standby")),
    (STANDBY, "sns-publisher", role(EMERGENCY, "breakglass-sns-publisher-standby")),
]
EACH = pytest.mark.parametrize("region, function, who", ROLES, ids=lambda v: getattr(v, "arn", v))


def listed(value):
    return value if isinstance(value, list) else [value]


def statements(who, effect):
    return [
        s for p in world.identities[who.arn].policies for s in p["Statement"] if s["Effect"] == effect
    ]


def allowed(who):
    return {action for s in statements(who, "Allow") for action in listed(s["Action"])}


def beside_code(region, function):
    """What is done with the role without the function's code doing it."""
    beside = function_operations.by_lambda(HUBS[region], function)
    return beside | (function_operations.THROUGH_SNS if function == "sns-publisher" else set())


def context(statement):
    """Values with which a statement's own conditions hold."""
    found = {}
    for operator, keys in statement.get("Condition", {}).items():
        for key, wanted in keys.items():
            if operator != "Null":
                value = listed(wanted)[0]
                value = value.replace("*", "x") if isinstance(value, str) else str(value)
                found[key] = [value] if operator.startswith("For") else value
    return found


def deeds(who):
    """Everything that the role's policies allow, each with a resource and the context it needs."""
    for statement in statements(who, "Allow"):
        for action in listed(statement["Action"]):
            for resource in listed(statement["Resource"]):
                resource = resource.replace("::*:role", f"::{PRODUCTION}:role").replace("*", "x")
                yield action, resource, context(statement)


def is_codes(region, function, action, resource):
    """Whether the code does this with that resource, not Lambda beside it."""
    if action not in beside_code(region, function):
        return True
    own, name = function_operations.OF_CODE.get(function, (None, None))
    return action == own and resource.rpartition(":")[2] == name


def other_functions(region, who):
    own = world.code(who)["lambda:SourceFunctionArn"]
    prefix = own.rsplit(":", 1)[0]
    return [
        f"{prefix}:thief", f"{own}-x", own.replace(EMERGENCY, PRODUCTION),
        own.replace(region, "us-east-1"),
        *(f"{prefix}:breakglass-{name}" for name in function_operations.FILES if not own.endswith(name)),
    ]  # fmt: skip


def test_every_file_that_calls_aws_belongs_to_a_function():
    every = {p for folder in ("AlertPath", "Checker") for p in (ROOT / "Sources" / folder).glob("*.swift")}
    assert every <= {p for name in function_operations.FILES for p in function_operations.files(name)}


@EACH
def test_a_role_may_do_what_its_code_calls_and_what_lambda_does_with_it(region, function, who):
    code = function_operations.by_code(function)
    beside = beside_code(region, function)
    resources = {}
    for action, resource, _ in deeds(who):
        resources.setdefault((action, is_codes(region, function, action, resource)), set()).add(resource)
    for action in code & beside:
        assert not resources[action, True] & resources[action, False], "a condition cannot tell them apart"
    if function == "event-enricher" and region == STANDBY:
        # Only home's has a lane to hand on to.
        code -= {"lambda:InvokeFunction"}
    assert allowed(who) == code | beside


@EACH
def test_what_the_code_calls_works_from_that_function_alone(region, function, who):
    own = world.code(who)["lambda:SourceFunctionArn"]
    tried = [deed for deed in deeds(who) if is_codes(region, function, *deed[:2])]
    assert tried
    also = [f"{own}-critical", f"{own}-critical:7"] if function == "sns-publisher" else []
    for action, resource, needed in tried:
        def may(arn):
            source = {"lambda:SourceFunctionArn": arn} if arn else {}
            return world.may(who, action, resource, **needed, **source)

        # Whether AWS names a version is not documented.
        for arn in (own, f"{own}:$LATEST", f"{own}:7", *also):
            assert may(arn), (action, resource, arn)
        for arn in (None, *other_functions(region, who)):
            assert not may(arn), (action, resource, arn)


@EACH
def test_what_lambda_does_itself_works_without_a_functions_name(region, function, who):
    beside = beside_code(region, function)
    tried = [deed for deed in deeds(who) if not is_codes(region, function, *deed[:2])]
    assert {action for action, _, _ in tried} == beside
    for action, resource, needed in tried:
        assert world.may(who, action, resource, **needed), (action, resource)
        # If AWS names the function all the same, it names ours.
        assert world.may(who, action, resource, **needed, **world.code(who)), (action, resource)
        for arn in other_functions(region, who):
            assert not world.may(who, action, resource, **needed, **{"lambda:SourceFunctionArn": arn})


@EACH
def test_the_denials_name_what_lambda_does_and_nothing_else(region, function, who):
    denials = {statement["Sid"]: statement for statement in statements(who, "Deny")}
    first, second = denials.pop("OnlyItsOwnCodeUsesTheRole"), denials.pop("NoOtherCodeDoesWhatLambdaDoes")
    assert all(sid.startswith("OnlyItsOwnCode") for sid in denials) and len(denials) <= 1
    beside = sorted(beside_code(region, function))
    assert sorted(first["NotAction"]) == beside and sorted(second["Action"]) == beside
    assert first["Resource"] == second["Resource"] == "*"


def items(who):
    """{(action, pattern)} of the home table's items, as the role's policies have them."""
    found = set()
    for statement in statements(who, "Allow"):
        for action in listed(statement["Action"]):
            if action.startswith("dynamodb:"):
                conditions = statement["Condition"]
                assert conditions["Null"] == {"dynamodb:LeadingKeys": "false"}
                (patterns,) = conditions["ForAllValues:StringLike"].values()
                found |= {(action, pattern) for pattern in listed(patterns)}
    return found


def is_part(one, other):
    """Whether the items of one (action, pattern) are some of those of another."""
    return one != other and one[0] == other[0] and fnmatch.fnmatchcase(one[1], other[1])


@EACH
def test_each_function_reaches_the_items_that_its_code_reads_or_writes(region, function, who):
    used = function_operations.state(function)
    # A pattern may be a part of another, as `link#seen/*` of `link#*`.
    assert items(who) == {one for one in used if not any(is_part(one, other) for other in used)}


@EACH
def test_no_function_reaches_an_item_of_others(region, function, who):
    known = {
        (action, pattern) for name in function_operations.FILES
        for action, pattern in function_operations.state(name)
    }  # fmt: skip
    own = items(who)
    table = f"arn:aws:dynamodb:{region}:{EMERGENCY}:table/breakglass-state"
    source = world.code(who)
    for action in sorted({action for action, _ in known} | {"dynamodb:DeleteItem"}):
        for pattern in sorted({pattern for _, pattern in known}):
            item = pattern.replace("*", "0a1b")
            key = {"dynamodb:LeadingKeys": [item]}
            expected = any(action == its and fnmatch.fnmatchcase(item, one) for its, one in own)
            resource = f"{table}/index/due" if action == "dynamodb:Query" else table
            assert world.may(who, action, resource, **source, **key) is expected, (action, item)
        for nothing in ({}, {"dynamodb:LeadingKeys": ["other#1"]}, {"dynamodb:LeadingKeys": ["alert#1", "x"]}):
            assert not world.may(who, action, table, **source, **nothing), (action, nothing)


@EACH
def test_the_guardrail_lets_only_rollout_hand_a_functions_role_to_a_service(region, function, who):
    for somebody in (*EVERYBODY, THERE):
        assert not guarded.may(somebody, "iam:PassRole", who.arn), somebody.arn
    assert guarded.may(ROLLOUT, "iam:PassRole", who.arn)
    assert guarded.may(role(EMERGENCY, "Admin"), "iam:PassRole", iam("role/App"))


def test_no_principal_but_lambda_is_trusted_with_a_functions_role():
    for _, _, who in ROLES:
        for somebody in (user(EMERGENCY, "admin"), root(EMERGENCY), role(EMERGENCY, "Admin")):
            assert not guarded.may_assume(somebody, role(EMERGENCY, "breakglass-event-enricher").arn)
            assert world.identities[who.arn].trust["Statement"][0]["Principal"] == {
                "Service": "lambda.amazonaws.com"
            }
