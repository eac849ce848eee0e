"""Small templates, each of which AWS refuses for one reason, beside its twin that AWS takes."""

import copy
import dataclasses

from testkit.refusals import catalog
from testkit.refusals.state import Organization, Standing, State
from testkit.templates.stack import Stack

ACCOUNT, OTHER = "123456789012", "111122223333"
HUB = f"arn:aws:events:eu-west-1:{ACCOUNT}:event-bus/hub"
POLICY = "AWS::Events::EventBusPolicy"


@dataclasses.dataclass
class Row:
    """One reason: resources that are refused and taken, and functions that prepare the state for either."""

    kind: catalog.Kind
    refused: dict
    taken: dict
    prepare: object = lambda state: None
    allow: object = lambda state: None
    region: str = "us-east-1"

    def cases(self):
        """(stack, state) of what is refused, and of what is taken."""
        for resources, extra in ((self.refused, lambda state: None), (self.taken, self.allow)):
            state = State()
            self.prepare(state)
            extra(state)
            template = {"Resources": copy.deepcopy(resources)}
            yield Stack(template, account=ACCOUNT, region=self.region, name="tried"), state


def resource(kind, depends=None, **values):
    return {"Type": kind, "Properties": values} | ({"DependsOn": depends} if depends else {})


def rule(name="a", pattern=None, **values):
    return resource("AWS::Events::Rule", Name=name, EventPattern=pattern or {"source": ["a"]}, **values)


def wildcard(*texts):
    return {"detail": {"key": [{"wildcard": text} for text in texts]}}


def many(count, pattern=None):
    return {f"Rule{number:03}": rule(f"r{number}", pattern) for number in range(count)}


def statement(sid, bus="hub", depends=None):
    return resource(POLICY, depends, EventBusName=bus, StatementId=sid, Principal=OTHER)


def hub(complete):
    """The hub's bus policy in a stack of another Region, complete or under way."""

    def prepare(state):
        allow = {"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "events:PutEvents", "Resource": HUB}
        its = {"Policy": (POLICY, {"EventBusName": "hub", "StatementId": "A", "Statement": allow})}
        state.stacks[ACCOUNT, "eu-west-1", "hub"] = Standing(its, complete)

    return prepare


def elsewhere(name="T"):
    return rule(Targets=[{"Id": name, "Arn": HUB, "RoleArn": f"arn:aws:iam::{ACCOUNT}:role/r"}])


def taken_statement(state):
    state.stacks[ACCOUNT, "us-east-1", "other"] = Standing(
        {"Policy": (POLICY, {"EventBusName": "else", "StatementId": "A", "Principal": OTHER})}
    )


def organized(**settings):
    def prepare(state):
        state.organization = Organization(**settings)

    return prepare


def with_role(kind, **values):
    role = resource("AWS::IAM::Role", RoleName="r", AssumeRolePolicyDocument={})
    return {"Role": role, "User": resource(kind, **values)}


def tried(state):
    state.tried.add(f"arn:aws:iam::{ACCOUNT}:role/r")


ROLE = {"Fn::GetAtt": ["Role", "Arn"]}
TRAIL = {"Trail": resource("AWS::CloudTrail::Trail", IsOrganizationTrail=True)}
SMS = {"Number": resource("AWS::SNS::Subscription", Protocol="sms", Endpoint="+15550100")}
QUEUE = {"Id": "Q", "Arn": "arn:aws:sqs:us-east-1:123456789012:q"}
TOPICS = ["arn:aws:sns:us-east-1:123456789012:a", "arn:aws:sns:us-east-1:123456789012:b"]


def reserving(count):
    return {"F": resource("AWS::Lambda::Function", Role="x", ReservedConcurrentExecutions=count)}


def allowing(topics, named):
    document = {"Statement": [{"Effect": "Allow", "Action": "sns:Publish", "Resource": named}]}
    return {"P": resource("AWS::SNS::TopicPolicy", Topics=topics, PolicyDocument=document)}


def archive():
    return {"A": resource("AWS::Events::Archive", ArchiveName="a", SourceArn=HUB)}


# In one stack the second of two statements is created after the first if it depends on it.
UNORDERED = {"A": statement("A"), "B": statement("B")}
ORDERED = {"A": statement("A"), "B": statement("B", depends="A")}
LONG = {"detail": {"key": ["x" * 2_100]}}

ROWS = [
    Row(catalog.TOO_COMPLEX, {"R": rule(pattern=wildcard("*a*b*c*d*e*"))}, {"R": rule(pattern=wildcard("*a*b*c*d*e"))}),
    Row(catalog.PATTERN_TOO_LONG, {"R": rule(pattern=LONG)}, {"R": rule(pattern={"detail": {"key": ["x" * 2_000]}})}),
    Row(catalog.PATTERN_INVALID, {"R": rule(pattern={"a": [{"endswith": "x"}]})}, {"R": rule(pattern={"a": [{"suffix": "x"}]})}),
    Row(catalog.MANY_WILDCARD_RULES, many(31, wildcard("*a")), many(30, wildcard("*a"))),
    Row(catalog.MANY_RULES, many(301), many(300)),
    Row(catalog.MANY_RULES, many(101), many(100), region="af-south-1"),
    Row(catalog.MANY_TARGETS, {"R": rule(Targets=[QUEUE] * 6)}, {"R": rule(Targets=[QUEUE] * 5)}),
    Row(catalog.BUS_DENIES_TARGET, {"R": elsewhere()}, {"R": elsewhere()}, hub(False), hub(True)),
    Row(catalog.BUS_DENIES_TARGET, {"R": elsewhere()}, {"R": rule()}),
    Row(catalog.BUS_POLICIES_AT_ONCE, UNORDERED, ORDERED),
    Row(catalog.BUS_POLICIES_AT_ONCE, UNORDERED, {"A": statement("A"), "B": statement("B", "second")}),
    Row(catalog.BUS_POLICY_TOO_LONG,
        {"A": resource(POLICY, EventBusName="hub", StatementId="A", Principal="x" * 10_240)}, {"A": statement("A")}),
    Row(catalog.STATEMENT_TAKEN, {"A": statement("A")}, {"A": statement("B")}, taken_statement),
    Row(catalog.ARCHIVE_ELSEWHERE, archive(), {}, region="ap-southeast-7"),
    Row(catalog.ARCHIVE_ELSEWHERE, archive(), archive(),
        lambda state: state.without_archives.add("us-east-1"), lambda state: state.without_archives.clear()),
    Row(catalog.ROLE_NEW_TO_EVENTS,
        *[with_role("AWS::Events::Rule", Targets=[QUEUE | {"RoleArn": ROLE}])] * 2, allow=tried),
    Row(catalog.ROLE_NEW_TO_LAMBDA, *[with_role("AWS::Lambda::Function", Role=ROLE)] * 2, allow=tried),
    Row(catalog.ROLE_NEW_TO_SCHEDULER,
        *[with_role("AWS::Scheduler::Schedule", Target={"RoleArn": ROLE})] * 2, allow=tried),
    Row(catalog.NOT_THE_ORGANIZATIONS, TRAIL, {"Trail": resource("AWS::CloudTrail::Trail")}),
    Row(catalog.NOT_THE_ORGANIZATIONS, TRAIL, TRAIL, organized(management=OTHER),
        organized(trusts_cloudtrail=True, has_trail_role=True)),
    Row(catalog.NO_TRUSTED_ACCESS, TRAIL, TRAIL, organized(has_trail_role=True),
        organized(trusts_cloudtrail=True, has_trail_role=True)),
    Row(catalog.NO_TRAIL_ROLE, TRAIL, TRAIL, organized(trusts_cloudtrail=True),
        organized(trusts_cloudtrail=True, has_trail_role=True)),
    Row(catalog.LITTLE_CONCURRENCY, reserving(2), reserving(2), allow=lambda state: state.concurrency.update({ACCOUNT: 102})),
    Row(catalog.LITTLE_CONCURRENCY, reserving(1), reserving(0)),
    Row(catalog.SMS_SANDBOX, SMS, SMS, allow=lambda state: state.out_of_sandbox.add(ACCOUNT)),
    Row(catalog.SMS_SANDBOX, SMS, SMS, allow=lambda state: state.verified.update({(ACCOUNT, "us-east-1"): {"+15550100"}})),
    Row(catalog.TWO_TOPICS, allowing(TOPICS, TOPICS), allowing(TOPICS[:1], TOPICS[:1])),
]  # fmt: skip
