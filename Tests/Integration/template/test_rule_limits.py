"""EventBridge takes every rule: length, complexity, and how many stand on one bus.

Every template with rules is resolved for each kind of place and each choice of parameters, with the
longest names. Sources: "Amazon EventBridge quotas"; for complexity see `testkit.patterns.complexity`.
"""

import collections
import itertools

import pytest

from testkit.patterns.complexity import bound, has_wildcards
from testkit.patterns.syntax import alternatives, size
from testkit.repository import TEMPLATES
from testkit.templates import stacks
from testkit.templates.reading import load
from testkit.templates.stacks import EMERGENCY, HOME, KEY, PRODUCTION, STANDBY

# EventBridge takes 10, by a measure that may be below the bound.
MOST_COMPLEX = 8
# EventBridge takes 30 on a bus, and the owner of the account may have some.
MOST_WITH_WILDCARDS = 6
# The quota in the Regions with the lowest one.
MOST_ON_A_BUS = 100

# Partition, then the Regions: the one that records IAM, home, standby, and another.
PLACES = {
    "aws": ("us-east-1", HOME, STANDBY, "ap-southeast-2"),
    "aws-us-gov": ("us-gov-west-1", "us-gov-west-1", "us-gov-east-1", "us-gov-east-1"),
}
WITH_RULES = {
    path.stem
    for path in TEMPLATES.glob("*.yaml")
    if any(r["Type"] == "AWS::Events::Rule" for r in load(path)["Resources"].values())
}


def choices():
    """Partition, number of users, provider, standby."""
    return itertools.product(PLACES, range(5), (True, False), (True, False))


def buses(partition, users, provider, standby):
    """The patterns on each bus of each kind of place: name of the bus, name of the rule, pattern."""
    everywhere, home, second, other = PLACES[partition]

    def bus(region):
        return f"arn:{partition}:events:{region}:{EMERGENCY}:event-bus/breakglass-hub"

    names = {f"BreakGlassUser{i + 1}": "u" * 63 + str(i) if i < users else "" for i in range(4)}
    names |= {
        "SAMLProviderName": "p" * 128 if provider else "",
        # A plan with a trail and one without: as often as those with users and without.
        "TrailArn": f"arn:{partition}:cloudtrail:{other}:444455556666:trail/" + "t" * 128 if users else "",
        "HomeBusArn": bus(home), "StandbyBusArn": bus(second) if standby else "",
    }  # fmt: skip
    for account, region in itertools.product(
        (EMERGENCY, PRODUCTION), sorted({everywhere, home, second, other})
    ):
        made = [stacks.region(account, region, **names), stacks.guard(account, region)]
        if account == EMERGENCY and region in (home, second) and (standby or region == home):
            made.append(
                stacks.hub(
                    region, HomeRegion=home, StandbyRegion=second if standby else "",
                    PartnerEventSource="aws.partner/okta.com/" + "e" * 64 if provider else "",
                    GroupNamePrefix="g" * 128, FederationAppId="f" * 128,
                    EmergencyGroupIds=",".join("g" * 18 + f"{i:02}" for i in range(43)),
                )
            )  # fmt: skip
        for stack in made:
            stack.partition = partition
            key = ("Key", "Arn")
            if key in stack.attributes:
                stack.attributes[key] = f"arn:{partition}:kms:{region}:{EMERGENCY}:key/{KEY}"
            for rule in stack.resources("AWS::Events::Rule").values():
                if "ScheduleExpression" in rule:
                    continue
                where = account, region, rule.get("EventBusName", "default")
                yield where, rule["Name"], rule["EventPattern"]


def test_the_templates_with_rules_are_these():
    assert WITH_RULES == {"region", "hub"}


@pytest.mark.parametrize("partition, users, provider, standby", list(choices()))
def test_eventbridge_takes_every_rule(partition, users, provider, standby):
    rules, wild = collections.Counter(), collections.Counter()
    for bus, name, pattern in buses(partition, users, provider, standby):
        assert size(pattern) <= 2_048, name
        assert len(alternatives(pattern)) <= 100, name
        assert bound(pattern) <= MOST_COMPLEX, name
        rules[bus] += 1
        wild[bus] += has_wildcards(pattern)
    assert len(rules) > 4
    assert max(rules.values()) <= MOST_ON_A_BUS
    assert max(wild.values()) <= MOST_WITH_WILDCARDS, wild
