"""Judges a stack as AWS does when CloudFormation creates or updates it."""

from testkit.refusals import accounts, buses, roles
from testkit.refusals.order import needs
from testkit.refusals.state import made

CHECKS = {
    "AWS::CloudTrail::Trail": accounts.trail,
    "AWS::Events::Archive": buses.archive,
    "AWS::Events::EventBusPolicy": buses.bus_policy,
    "AWS::Events::Rule": buses.rule,
    "AWS::Lambda::Function": accounts.function,
    "AWS::SNS::Subscription": accounts.subscription,
    "AWS::SNS::TopicPolicy": accounts.topic_policy,
}


class Case:
    """A stack that is to be made, beside everything that stands."""

    def __init__(self, stack, state):
        self.stack, self.state = stack, state
        self.account, self.region = stack.account, stack.region
        self.resources = made(stack)
        standing = state.stacks.get((stack.account, stack.region, stack.name))
        self._standing = standing.resources if standing else {}
        self._needs = needs(stack)

    def of(self, kind):
        return {name: values for name, (type_, values) in self.resources.items() if type_ == kind}

    def is_new(self, name):
        """Whether the resource is created or changed by this operation."""
        return self._standing.get(name) != self.resources[name]

    def is_created(self, name):
        """Whether the resource is created by this operation."""
        return name not in self._standing

    def before(self, name):
        return self._needs[name]

    def is_ordered(self, one, other):
        return one in self._needs[other] or other in self._needs[one]


def judge(stack, state):
    """Refusals of what is new in a stack, by the order of logical ids; an empty list if AWS takes it."""
    case = Case(stack, state)
    found = []
    for name, (kind, values) in sorted(case.resources.items()):
        if kind in CHECKS and (case.is_new(name) or kind == "AWS::Events::EventBusPolicy"):
            found += CHECKS[kind](case, name, values)
    return found + list(roles.first_uses(case))
