"""Instances of stack sets: judged one by one, in accounts and Regions that differ."""

import json

import pytest

from testkit.deployment.account import Account
from testkit.deployment.organization import Organization
from testkit.refusals import catalog
from testkit.refusals.front import Front
from testkit.refusals.rows import ACCOUNT, resource, rule, wildcard

ROLE = resource("AWS::IAM::Role", RoleName="r", AssumeRolePolicyDocument={"Statement": []})
WITH_ROLE = rule("with", Targets=[{"Id": "T", "Arn": "arn:aws:sqs:us-east-1:1:q", "RoleArn": {"Fn::GetAtt": ["Role", "Arn"]}}])


@pytest.fixture
def front(aws):
    front = Front(aws)
    aws.answers = front.answer
    return front


@pytest.fixture
def organization(front, aws_environment):
    keys = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
    management = Account(front.proxy.url, {key.lower(): aws_environment[key] for key in keys})
    return Organization(management, ("first", "second"))


class Set:
    """A stack set, by the calls that deployment uses."""

    def __init__(self, organization, **resources):
        self.client = organization.management.client("cloudformation")
        self.unit, self.name = organization.unit, "rules"
        self.client.create_stack_set(
            StackSetName=self.name, TemplateBody=self.body(resources), PermissionModel="SERVICE_MANAGED",
            AutoDeployment={"Enabled": False},
        )  # fmt: skip

    @staticmethod
    def body(resources):
        return json.dumps({"Resources": resources})

    def create(self, *regions, **targets):
        targets = {"OrganizationalUnitIds": [self.unit]} | targets
        self.client.create_stack_instances(StackSetName=self.name, DeploymentTargets=targets, Regions=regions)
        return self.instances()

    def update(self, **resources):
        self.client.update_stack_set(StackSetName=self.name, TemplateBody=self.body(resources))
        return self.instances()

    def instances(self):
        found = self.client.list_stack_instances(StackSetName=self.name)["Summaries"]
        return {(one["Account"], one["Region"]): (one["Status"], one.get("StatusReason", "")) for one in found}


def rules(organization, number, region):
    return organization.member(number).names("events", "list_rules", "Rules.Name", region)


def test_each_account_and_region_is_judged(front, organization):
    first, second = organization.ids
    policy = organization.deny_regions("eu-north-1", target=second)
    front.state.enabled = {
        ACCOUNT: {"us-east-1", "eu-north-1", "ap-east-1"}, first: {"us-east-1", "eu-north-1", "ap-east-1"},
        second: {"us-east-1", "eu-north-1"},
    }  # fmt: skip
    found = Set(organization, Rule=rule("good")).create("us-east-1", "eu-north-1", "ap-east-1")
    assert {target for target, (status, _) in found.items() if status == "CURRENT"} == {
        (first, "us-east-1"), (first, "eu-north-1"), (first, "ap-east-1"), (second, "us-east-1"),
    }  # fmt: skip
    status, reason = found[second, "eu-north-1"]
    assert status == "OUTDATED"
    assert reason.startswith("ResourceLogicalId:StackSet-rules, ResourceType:AWS::CloudFormation::Stack")
    assert "explicit deny in a service control policy" in reason and policy in reason
    assert "not enabled" in found[second, "ap-east-1"][1]
    assert rules(organization, first, "eu-north-1") == ["good"]
    kinds = {kind for _, one in front.refusals for kind in [one.kind]}
    assert kinds == {catalog.DENIED_BY_POLICY, catalog.REGION_NOT_ENABLED}


def test_what_is_mended_comes_with_the_next_update(front, organization):
    first, _ = organization.ids
    stack_set = Set(organization, Rule=rule("bad", wildcard("*a*b*c*d*e*f")))
    found = stack_set.create("us-east-1")
    assert {status for status, _ in found.values()} == {"OUTDATED"}
    assert "ResourceLogicalId:Rule" in found[first, "us-east-1"][1]
    assert "too complex" in found[first, "us-east-1"][1]
    assert rules(organization, first, "us-east-1") == []
    assert set(stack_set.update(Rule=rule("good")).values()) == {("CURRENT", "")}
    assert rules(organization, first, "us-east-1") == ["good"]
    # A later update that is refused leaves the instance as it was.
    found = stack_set.update(Rule=rule("good"), Bad=rule("bad", wildcard("*a*b*c*d*e*f")))
    assert {status for status, _ in found.values()} == {"OUTDATED"}
    assert rules(organization, first, "us-east-1") == ["good"]


def test_new_roles_are_refused_once_in_each_account(front, organization):
    stack_set = Set(organization, Role=ROLE, Rule=WITH_ROLE)
    found = stack_set.create("us-east-1")
    assert {status for status, _ in found.values()} == {"OUTDATED"} and len(found) == 2
    assert all("cannot be assumed by principal" in reason for _, reason in found.values())
    assert set(stack_set.update(Role=ROLE, Rule=WITH_ROLE).values()) == {("CURRENT", "")}


def test_only_the_accounts_that_are_meant_and_never_the_management_account(front, organization):
    first, second = organization.ids
    stack_set = Set(organization, Rule=rule("good"))
    assert set(stack_set.create("us-east-1", Accounts=[second], AccountFilterType="INTERSECTION")) == {
        (second, "us-east-1")
    }
    assert set(stack_set.create("eu-north-1", Accounts=[second], AccountFilterType="DIFFERENCE")) == {
        (second, "us-east-1"), (first, "eu-north-1"),
    }  # fmt: skip
    stack_set.unit = organization.root
    assert {account for account, _ in stack_set.create("us-east-1")} == {first, second}


def test_instances_and_sets_are_deleted(front, organization):
    first, second = organization.ids
    front.state.enabled = {second: {"us-east-1"}}
    stack_set = Set(organization, Rule=rule("good"))
    assert len(stack_set.create("us-east-1", "eu-north-1")) == 4
    targets = {"OrganizationalUnitIds": [organization.unit]}
    stack_set.client.delete_stack_instances(
        StackSetName="rules", DeploymentTargets=targets, Regions=["us-east-1", "eu-north-1"], RetainStacks=False
    )
    assert stack_set.instances() == {} and rules(organization, first, "us-east-1") == []
    assert front.state.stacks == {}
    stack_set.client.delete_stack_set(StackSetName="rules")


def test_an_organization_of_more_than_one_page(front, organization):
    ids = organization.ids + [organization.add(f"account-{number}") for number in range(21)]
    policy = organization.deny_regions("eu-north-1")
    assert set(front.members(organization.root)) == {ACCOUNT, *ids}
    found = Set(organization, Rule=rule("good")).create("eu-north-1")
    assert set(found) == {(number, "eu-north-1") for number in ids}
    assert all(policy in reason for _, reason in found.values())
