"""The order in which resources are made: what refers to a bus, a topic or a role finds it."""

import itertools

import pytest

from testkit.repository import TEMPLATES
from testkit.templates import stacks
from testkit.templates.reading import load
from testkit.templates.stacks import HOME, STANDBY

BUS_POLICY = "AWS::Events::EventBusPolicy"
EVERY = sorted(path.stem for path in TEMPLATES.glob("*.yaml"))


def after(template, name):
    """Everything that a resource waits for, by DependsOn, Ref, GetAtt or Sub."""
    made, waits, open_ = template["Resources"], set(), [name]
    while open_:
        resource = made[open_.pop()]
        found = resource.get("DependsOn", [])
        found = {found} if isinstance(found, str) else set(found)
        nodes = [resource.get("Properties", {})]
        while nodes:
            node = nodes.pop()
            if isinstance(node, dict):
                if "Ref" in node:
                    found.add(node["Ref"])
                if "Fn::GetAtt" in node:
                    value = node["Fn::GetAtt"]
                    found.add(value.split(".")[0] if isinstance(value, str) else value[0])
                nodes += node.values()
            elif isinstance(node, list):
                nodes += node
        fresh = {other for other in found if other in made} - waits
        waits |= fresh
        open_ += fresh
    return waits


@pytest.mark.parametrize("name", EVERY)
def test_statements_of_one_bus_are_made_one_after_the_other(name):
    template = load(TEMPLATES / f"{name}.yaml")
    statements = [key for key, about in template["Resources"].items() if about["Type"] == BUS_POLICY]
    # EventBridge refuses two changes of one bus at a time.
    for one, other in itertools.combinations(statements, 2):
        assert one in after(template, other) or other in after(template, one), (name, one, other)


def test_the_bus_accepts_rules_before_anything_sends_to_it():
    holders = {
        name for name in EVERY
        if any(about["Type"] == BUS_POLICY for about in load(TEMPLATES / f"{name}.yaml")["Resources"].values())
    }  # fmt: skip
    assert holders == {"evidence"}
    senders = set()
    for made in (stacks.hub(HOME), stacks.hub(STANDBY), stacks.region(), stacks.guard(), stacks.evidence()):
        for rule in made.resources("AWS::Events::Rule").values():
            targets = {target["Arn"] for target in rule["Targets"]}
            if targets & {stacks.bus(HOME), stacks.bus(STANDBY)}:
                senders.add(made.name)
    # test_stages.py in Tests/Integration/deploy: evidence is done in both Regions before these begin.
    assert senders == {"breakglass-hub", "breakglass-region", "breakglass-guard"}


def test_a_bus_statement_of_a_former_release_is_not_the_same_as_one_of_this_release():
    former = {
        "OurRulesInListedAccountsPutEvents", "OurRulesInTheOrganizationPutEvents",
        "NobodyButOurRulesAndTheCheckerPutsEvents",
    }  # fmt: skip
    ids = [about["StatementId"] for about in stacks.evidence().resources(BUS_POLICY).values()]
    # hub.yaml takes its own statements away when it is updated, by their ids.
    assert len(set(ids)) == len(ids) == 2 and not set(ids) & former


def test_a_topic_policy_names_one_topic():
    for made in (stacks.hub(HOME), stacks.hub(STANDBY)):
        for name, policy in made.resources("AWS::SNS::TopicPolicy").items():
            (topic,) = policy["Topics"]
            for statement in policy["PolicyDocument"]["Statement"]:
                assert statement["Resource"] == topic, name
    template = load(TEMPLATES / "hub.yaml")
    # The chat topic was once in AlertTopicsPolicy, which takes its policy away when it lets it go.
    assert "AlertTopicsPolicy" in after(template, "ChatTopicPolicy")
