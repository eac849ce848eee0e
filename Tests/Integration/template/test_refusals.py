"""AWS refuses nothing of what the plan renders; each thing that pleases it, undone, is refused."""

import pytest

from testkit.deployment.account import EMERGENCY, ENABLED, HOME, PLAN, STANDBY
from testkit.refusals import accounts, catalog, deliveries
from testkit.refusals.deployment import copies, judge_all, wanted
from testkit.refusals.state import Organization, State
from testkit.refusals.undoing import UNDOINGS, named, of

ROLE_KINDS = {catalog.ROLE_NEW_TO_EVENTS, catalog.ROLE_NEW_TO_LAMBDA, catalog.ROLE_NEW_TO_SCHEDULER}
# A sixty-first resource is not planned: see the limits in docs/deployment.md.
GUARDED = "".join(
    f'  - "arn:aws:{kind}"\n'
    for number in range(15)
    for kind in (
        f"iam::{EMERGENCY}:role/Legacy{number}",
        f"iam::{EMERGENCY}:user/legacy-{number}",
        f"sns:{HOME}:{EMERGENCY}:legacy-{number}",
        f"lambda:{HOME}:{EMERGENCY}:function:legacy-{number}",
    )
)


def of_plan(folder, text):
    (folder / "plan.yaml").write_text(text)
    found = wanted(folder / "plan.yaml", folder, EMERGENCY, ENABLED)
    for one in named(found, "breakglass-hub"):
        # A new account: the step "parameters" sees its limit.
        one.parameters |= {"PublisherConcurrency": "0", "CriticalConcurrency": "0"}
    return found


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return of_plan(tmp_path_factory.mktemp("small"), PLAN)


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    return of_plan(tmp_path_factory.mktemp("large"), PLAN + f"guard:\n{GUARDED}")


def refusals(stacks, state=None, stored=True):
    return [(name, one) for name, one in judge_all(stacks, state or State(), stored) if one.kind not in ROLE_KINDS]


def words(found):
    return [f"{name} {one}" for name, one in found]


def test_nothing_is_refused_in_one_account(small):
    assert words(refusals(small)) == []


def test_nothing_is_refused_with_sixty_guarded_resources(large):
    assert words(refusals(large)) == []


def test_roles_are_all_that_deployment_has_to_wait_for(small):
    state = State()
    first = {one.kind for _, one in judge_all(small, state)}
    assert first and first <= ROLE_KINDS
    state.stacks.clear()
    assert judge_all(small, state) == []


@pytest.mark.parametrize("undoing", UNDOINGS, ids=lambda undoing: undoing.name)
def test_what_pleases_aws_undone_is_refused(small, undoing):
    stacks, state = copies(small), State()
    undoing.change(stacks, state)
    new = set(refusals(stacks, state, undoing.stored)) - set(refusals(small))
    assert undoing.kind.name in {one.kind.name for _, one in new}


def test_every_refusal_is_undone_once():
    elsewhere = {
        # Of roles: test_roles_are_all_that_deployment_has_to_wait_for. Of sizes that nothing reaches: the kit's tests.
        *(kind.name for kind in ROLE_KINDS), "stored-template-too-long", "many-resources",
        "parameter-wrong",
        # Of calls and stack sets: below, and in Tests/Integration/deploy.
        "denied-by-policy", "denied-by-resource", "region-not-enabled", "no-account-access",
        "not-an-administrator",
    }  # fmt: skip
    assert {one.kind.name for one in UNDOINGS} | elsewhere == {kind.name for kind in catalog.KINDS}


def test_a_denied_region_is_refused_where_it_is_not_left_out():
    deny = {"Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {
        "StringEquals": {"aws:RequestedRegion": "eu-west-3"}}}]}  # fmt: skip
    state = State()
    state.organization = Organization(management=EMERGENCY, policies={"111122223333": [("arn:p", deny)]})
    refused = {
        region: accounts.policy_refusal(state, "111122223333", region, "cloudformation:CreateStack")
        for region in [*ENABLED, "eu-west-3"]
    }
    assert {region for region, one in refused.items() if one} == {"eu-west-3"}


@pytest.fixture
def hubs(small):
    return [(one.stack(), [other.stack() for other in small if other.region == one.region])
            for one in named(copies(small), "breakglass-hub")]  # fmt: skip


CHAINS = [deliveries.rules_to_queues, deliveries.alarms_to_topics, deliveries.publishers_to_topics]


@pytest.mark.parametrize("chain", CHAINS, ids=lambda chain: chain.__name__)
def test_services_may_deliver_what_they_must(hubs, chain):
    for hub, stacks in hubs:
        found = list(chain(hub, stacks))
        assert found and all(may for *_, may in found), [one for one in found if not one[2]]


def test_rules_of_every_region_may_leave_what_they_cannot_deliver(small):
    for one in named(small, "breakglass-region"):
        found = list(deliveries.rules_to_queues(one.stack(), [one.stack()]))
        assert found and all(may for *_, may in found)


@pytest.mark.parametrize(
    ("chain", "kind"),
    [
        (deliveries.rules_to_queues, "AWS::SQS::QueuePolicy"),
        (deliveries.alarms_to_topics, "AWS::SNS::TopicPolicy"),
        (deliveries.publishers_to_topics, "AWS::KMS::Key"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_a_policy_that_is_gone_stops_a_delivery(small, chain, kind):
    for one in named(copies(small), "breakglass-hub"):
        for value in of(one, kind).values():
            document = value["Properties"]["KeyPolicy" if kind == "AWS::KMS::Key" else "PolicyDocument"]
            document["Statement"] = []
        hub = one.stack()
        assert not all(may for *_, may in chain(hub, [hub]))


def test_an_encrypted_topic_of_alarms_would_be_silent(small):
    """Its key lets CloudWatch do nothing: the topic has none."""
    for one in named(copies(small), "breakglass-hub"):
        for value in of(one, "AWS::SNS::Topic").values():
            value["Properties"]["KmsMasterKeyId"] = {"Ref": "Key"}
        hub = one.stack()
        assert not any(may for *_, may in deliveries.alarms_to_topics(hub, [hub]))


def test_the_publishers_role_without_its_exception_is_denied(small):
    for one in named(copies(small), "breakglass-hub"):
        for value in of(one, "AWS::SNS::TopicPolicy").values():
            for statement in value["Properties"]["PolicyDocument"]["Statement"]:
                statement.get("Condition", {}).pop("ArnNotEquals", None)
        hub = one.stack()
        assert not any(may for *_, may in deliveries.publishers_to_topics(hub, [hub]))


@pytest.mark.parametrize("region", [HOME, STANDBY])
def test_nobody_else_publishes(hubs, region):
    (hub, stacks), = [(hub, stacks) for hub, stacks in hubs if hub.region == region]
    assert not deliveries.stranger_to_topic(hub, stacks, f"arn:aws:sns:{region}:{EMERGENCY}:breakglass-alerts")
