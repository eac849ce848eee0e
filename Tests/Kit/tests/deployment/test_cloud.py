"""The cloud of the deployment tests fails the planned calls, and leaves all others to moto."""

import botocore.exceptions
import pytest

from testkit.deployment.account import EMERGENCY, ENABLED, HOME, PLAN, REGIONS, Account, rules_of_template
from testkit.deployment.cloud import Cloud


@pytest.fixture
def cloud(aws):
    return Cloud(aws, dict(REGIONS))


@pytest.fixture
def account(aws, aws_environment):
    keys = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
    return Account(aws.url, {key.lower(): aws_environment[key] for key in keys})


def test_the_regions_are_those_that_are_enabled(cloud, boto):
    found = boto("account").list_regions()["Regions"]
    enabled = [one["RegionName"] for one in found if one["RegionOptStatus"] != "DISABLED"]
    assert enabled == ENABLED and len(found) > len(enabled)


def test_a_fault_comes_as_often_as_it_was_planned_and_where(cloud, boto):
    cloud.fail("sns:CreateTopic", code="InvalidParameter", where="Name=a")
    boto("sns").create_topic(Name="b")
    with pytest.raises(botocore.exceptions.ClientError, match="InvalidParameter"):
        boto("sns").create_topic(Name="a")
    boto("sns").create_topic(Name="a")
    assert cloud.count("sns:CreateTopic") == 3


def test_a_stack_set_has_one_instance_that_failed(cloud, boto):
    cloud.outdated("breakglass-region", "111122223333", "eu-north-1")
    about = {"StackSetName": "breakglass-region"}
    (instance,) = boto("cloudformation").list_stack_instances(**about)["Summaries"]
    assert (instance["Region"], instance["Status"]) == ("eu-north-1", "OUTDATED")


def test_an_empty_account_has_nothing(cloud, account):
    assert not any(account.inventory(HOME).values())
    assert not any(account.identities().values())


def test_what_is_made_is_counted(cloud, account):
    account.client("sns").create_topic(Name="breakglass-alerts")
    account.client("iam").create_user(UserName="BreakglassUser1")
    assert account.inventory(HOME)["topics"] == [f"arn:aws:sns:{HOME}:{EMERGENCY}:breakglass-alerts"]
    assert account.inventory("eu-north-1")["topics"] == []
    assert account.identities()["users"] == ["BreakglassUser1"]


def test_the_hub_has_more_rules_than_another_region():
    assert rules_of_template(EMERGENCY, HOME)
    outside = {"breakglass-outside-change"}  # changes of the hubs from elsewhere
    elsewhere = rules_of_template("444455556666", "eu-north-1")
    assert outside < elsewhere and elsewhere - outside < rules_of_template(EMERGENCY, "us-east-1")


def test_the_plan_is_the_readmes():
    assert len(PLAN.splitlines()) < 10 and EMERGENCY in PLAN


def test_regions_differ_by_account_and_others_need_trusted_access(cloud, boto):
    member = "111122223333"
    cloud.enable(member, ap_east_1="ENABLED", eu_north_1="DISABLED")

    def enabled():
        found = boto("account").list_regions(AccountId=member)["Regions"]
        return {one["RegionName"] for one in found if one["RegionOptStatus"] != "DISABLED"}

    with pytest.raises(botocore.exceptions.ClientError, match="Trusted access"):
        enabled()
    boto("organizations").create_organization(FeatureSet="ALL")
    boto("organizations").enable_aws_service_access(ServicePrincipal="account.amazonaws.com")
    assert enabled() == {*ENABLED, "ap-east-1"} - {"eu-north-1"}
    assert cloud.state.is_enabled(member, "ap-east-1") and not cloud.state.is_enabled(member, "eu-north-1")


def test_what_aws_refuses_is_refused_by_default(cloud, boto):
    with pytest.raises(botocore.exceptions.ClientError, match="too complex"):
        boto("events").put_rule(Name="r", EventPattern='{"source": [{"wildcard": "*a*b*c*d*e*f"}]}')
    boto("events").put_rule(Name="r", EventPattern='{"source": [{"prefix": "a"}]}')
