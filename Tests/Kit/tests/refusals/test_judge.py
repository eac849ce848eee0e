"""Each refusal of a stack, both ways; and what a stack that stands or is under way means for another."""

import pytest

from testkit.refusals import accounts, catalog
from testkit.refusals.judge import judge
from testkit.refusals.rows import ACCOUNT, ORDERED, OTHER, ROWS, UNORDERED, elsewhere, hub, rule, statement, wildcard
from testkit.refusals.state import Organization, State
from testkit.templates.stack import Stack

# Refused by other tests: of calls, of sizes, of stack sets.
ELSEWHERE = {
    "denied-by-policy", "denied-by-resource", "region-not-enabled", "no-account-access", "not-an-administrator",
    "template-too-long", "stored-template-too-long", "parameter-too-long", "many-resources",
    "parameter-wrong",
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[f"{number}-{row.kind.name}" for number, row in enumerate(ROWS)])
def test_both_ways(row):
    (refused, state), (taken, other) = row.cases()
    found = judge(refused, state)
    assert {one.kind for one in found} == {row.kind}, found
    assert judge(taken, other) == []


def test_every_kind_has_a_row():
    assert {row.kind.name for row in ROWS} | ELSEWHERE == {kind.name for kind in catalog.KINDS}


@pytest.mark.parametrize("kind", catalog.KINDS, ids=lambda kind: kind.name)
def test_every_kind_has_its_source(kind):
    assert kind.sources and all(one.startswith("https://") for one in kind.sources)
    assert kind.wording in ("seen", "documented", "unknown")
    assert len({one.name for one in catalog.KINDS}) == len(catalog.KINDS)


def made(resources, name="mine", region="us-east-1"):
    return Stack({"Resources": resources}, account=ACCOUNT, region=region, name=name)


def test_a_new_role_is_refused_once_and_one_that_stands_is_not():
    row = next(row for row in ROWS if row.kind is catalog.ROLE_NEW_TO_LAMBDA)
    (stack, state), _ = row.cases()
    assert judge(stack, state) and not judge(stack, state)
    other = State()
    other.stand(made({"Role": stack.template["Resources"]["Role"]}))
    assert judge(made(stack.template["Resources"]), other) == []


def test_two_hubs_that_are_made_at_the_same_time_refuse_each_other():
    state = State()
    resources = {"Policy": statement("A"), "R": elsewhere()}
    hub(False)(state)
    assert [one.kind for one in judge(made(resources), state)] == [catalog.BUS_DENIES_TARGET]
    hub(True)(state)
    assert judge(made(resources), state) == []


def test_a_policy_that_names_somebody_else_does_not_help():
    state = State()
    hub(True)(state)
    stack = made({"R": elsewhere()})
    stack.account = OTHER
    assert [one.kind for one in judge(stack, state)] == [catalog.BUS_DENIES_TARGET]


def test_what_does_not_change_is_not_judged_again():
    state = State()
    complex_rule = {"R": rule(pattern=wildcard("*a*b*c*d*e*f*"))}
    state.stand(made(complex_rule))
    assert judge(made(complex_rule), state) == []
    state.stand(made(UNORDERED))
    assert judge(made(ORDERED), state) == []
    assert judge(made(UNORDERED | {"C": statement("C")}), state) == []
    assert judge(made(UNORDERED | {"C": statement("C"), "D": statement("D")}), state)


def test_rules_of_other_stacks_take_room():
    state = State()
    state.stand(made({f"R{n}": rule(f"r{n}", wildcard("*a")) for n in range(30)}, "first"))
    assert judge(made({"R": rule("last", wildcard("*a"))}), state)[0].kind is catalog.MANY_WILDCARD_RULES
    assert judge(made({"R": rule("last", wildcard("*a"), EventBusName="mine")}), state) == []
    assert judge(made({"R": rule("last", wildcard("*a"))}, region="eu-west-1"), state) == []


DENY = {"Statement": [{
    "Effect": "Deny", "NotAction": ["iam:*"], "Resource": "*",
    "Condition": {"StringNotEquals": {"aws:RequestedRegion": ["us-east-1"]}},
}]}  # fmt: skip


def test_a_region_that_a_policy_denies():
    state = State()
    state.organization = Organization(management=ACCOUNT, policies={OTHER: [("arn:p", DENY)], ACCOUNT: [("arn:p", DENY)]})
    asked = "cloudformation:CreateStack"
    refusal = accounts.policy_refusal(state, OTHER, "eu-north-1", asked)
    assert refusal.kind is catalog.DENIED_BY_POLICY
    assert "role/stacksets-exec-" in refusal.message and refusal.message.endswith("service control policy: arn:p")
    assert accounts.policy_refusal(state, OTHER, "us-east-1", asked) is None
    assert accounts.policy_refusal(state, OTHER, "eu-north-1", "iam:GetRole") is None
    # No policy binds the management account.
    assert accounts.policy_refusal(state, ACCOUNT, "eu-north-1", asked) is None


def test_a_region_is_enabled_account_by_account():
    state = State()
    state.organization = Organization(management=ACCOUNT)
    state.enabled = {ACCOUNT: {"us-east-1", "ap-east-1"}, OTHER: {"us-east-1", "me-central-1"}}
    assert accounts.region_refusal(state, OTHER, "us-east-1") is None
    assert accounts.region_refusal(state, OTHER, "ap-east-1").kind is catalog.REGION_NOT_ENABLED
    # The management account must have it, too.
    assert f"account {ACCOUNT}" in accounts.region_refusal(state, OTHER, "me-central-1").message


def test_other_accounts_are_the_management_accounts_to_ask_for():
    state = State()
    assert accounts.account_refusal(state, ACCOUNT, ACCOUNT) is None
    assert accounts.account_refusal(state, ACCOUNT, OTHER).kind is catalog.NO_ACCOUNT_ACCESS
    state.organization = Organization(management=ACCOUNT)
    assert accounts.account_refusal(state, ACCOUNT, OTHER).kind is catalog.NO_ACCOUNT_ACCESS
    state.organization.trusts_account = True
    assert accounts.account_refusal(state, ACCOUNT, OTHER) is None
    assert accounts.account_refusal(state, OTHER, ACCOUNT).kind is catalog.NO_ACCOUNT_ACCESS
    state.delegates = {"account.amazonaws.com": [OTHER]}
    assert accounts.account_refusal(state, OTHER, ACCOUNT) is None


@pytest.mark.parametrize(
    ("kind", "taken", "refused"),
    [
        (catalog.TEMPLATE_TOO_LONG, ("x" * 51_200, {}), ("x" * 51_199 + "ä", {})),
        (catalog.STORED_TEMPLATE_TOO_LONG, ("x" * 1_048_576, {}, True), ("x" * 1_048_577, {}, True)),
        (catalog.PARAMETER_TOO_LONG, ("", {"A": "x" * 4_096}), ("", {"A": "x" * 4_097})),
        (catalog.MANY_RESOURCES, ("", {}, False, 500), ("", {}, False, 501)),
    ],
)
def test_sizes(kind, taken, refused):
    def sizes(text, parameters, stored=False, count=0):
        return list(accounts.size_refusals(text, parameters, "S", stored, count))

    assert sizes(*taken) == [] and [one.kind for one in sizes(*refused)] == [kind]
