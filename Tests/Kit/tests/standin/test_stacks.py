"""The stand-in's stacks: they take time, claim what they have made, and refuse as CloudFormation does."""

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from testkit.repository import TEMPLATES
from testkit.standin.cloud import Cloud, account, regions

QUEUE = '{"Resources": {"Queue": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "breakglass-x"}}}}'
OTHER = QUEUE.replace("breakglass-x", "breakglass-y")


@pytest.fixture
def cloud():
    with Cloud(regions(5)) as cloud:
        yield cloud


@pytest.fixture
def client(cloud):
    return clients(cloud)


def clients(cloud):
    config = Config(retries={"max_attempts": 1, "mode": "standard"}, request_checksum_calculation="when_required")

    def client(service, region="us-east-1", key="AKIAIOSFODNN7EXAMPLE"):
        return boto3.client(
            service, region, endpoint_url=cloud.url, aws_access_key_id=key, aws_secret_access_key="x", config=config
        )

    return client


def status(stacks, name):
    return stacks.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"]


def settled(stacks, name):
    while (found := status(stacks, name)).endswith("_IN_PROGRESS"):
        pass
    return found


def refusal(call, **given):
    with pytest.raises(ClientError) as error:
        call(**given)
    return error.value.response["Error"]["Code"], error.value.response["Error"]["Message"]


def test_a_stack_takes_polls_and_the_services_list_what_it_claims(client, cloud):
    stacks, queues = client("cloudformation"), client("sqs")
    stacks.create_stack(StackName="breakglass-q", TemplateBody=QUEUE)
    assert [status(stacks, "breakglass-q") for _ in range(2)] == ["CREATE_IN_PROGRESS", "CREATE_COMPLETE"]
    claimed = stacks.list_stack_resources(StackName="breakglass-q")["StackResourceSummaries"]
    assert [one["PhysicalResourceId"] for one in claimed] == queues.list_queues()["QueueUrls"]
    assert client("sqs", "us-east-2").list_queues().get("QueueUrls") is None

    stacks.update_stack(StackName="breakglass-q", TemplateBody=OTHER)
    assert settled(stacks, "breakglass-q") == "UPDATE_COMPLETE"
    assert [url.rpartition("/")[2] for url in queues.list_queues()["QueueUrls"]] == ["breakglass-y"]
    assert refusal(stacks.update_stack, StackName="breakglass-q", TemplateBody=OTHER) == (
        "ValidationError", "No updates are to be performed.",
    )  # fmt: skip

    stacks.delete_stack(StackName="breakglass-q")
    assert status(stacks, "breakglass-q") == "DELETE_IN_PROGRESS"
    assert "does not exist" in refusal(stacks.describe_stacks, StackName="breakglass-q")[1]
    assert queues.list_queues().get("QueueUrls") is None


def test_a_name_that_is_taken_rolls_back(client):
    stacks = client("cloudformation")
    stacks.create_stack(StackName="breakglass-q", TemplateBody=QUEUE)
    stacks.create_stack(StackName="breakglass-again", TemplateBody=QUEUE)
    assert settled(stacks, "breakglass-again") == "ROLLBACK_COMPLETE"
    reasons = [e.get("ResourceStatusReason", "") for e in
               stacks.describe_stack_events(StackName="breakglass-again")["StackEvents"]]  # fmt: skip
    assert any("already exists" in reason for reason in reasons)
    assert "can not be updated" in refusal(stacks.update_stack, StackName="breakglass-again", TemplateBody=OTHER)[1]
    assert refusal(stacks.create_stack, StackName="breakglass-again", TemplateBody=OTHER)[0] == "AlreadyExistsException"
    assert client("sqs").list_queues()["QueueUrls"]


def test_an_update_of_what_somebody_deleted_is_rolled_back_and_it_stays_away(client):
    stacks, events = client("cloudformation"), client("events")
    rule = {"Type": "AWS::Events::Rule", "Properties": {"Name": "breakglass-r", "EventPattern": {"source": ["a"]}}}
    text = str({"Resources": {"Rule": rule}}).replace("'", '"')
    stacks.create_stack(StackName="breakglass-r", TemplateBody=text)
    assert settled(stacks, "breakglass-r") == "CREATE_COMPLETE"
    events.delete_rule(Name="breakglass-r")
    stacks.update_stack(StackName="breakglass-r", TemplateBody=text.replace('["a"]', '["b"]'))
    assert settled(stacks, "breakglass-r") == "UPDATE_ROLLBACK_COMPLETE"
    assert events.list_rules()["Rules"] == []
    assert len(stacks.list_stack_resources(StackName="breakglass-r")["StackResourceSummaries"]) == 1


def test_a_bucket_with_objects_and_a_retained_one_stay(client):
    stacks, storage = client("cloudformation"), client("s3")
    stacks.create_stack(StackName="breakglass-code", TemplateBody=(TEMPLATES / "code.yaml").read_text())
    (bucket,) = [one["Name"] for one in storage.list_buckets()["Buckets"]]
    first = storage.put_object(Bucket=bucket, Key="a/b.zip", Body=b"first")["VersionId"]
    storage.put_object(Bucket=bucket, Key="a/b.zip", Body=b"second")
    assert storage.get_object(Bucket=bucket, Key="a/b.zip")["Body"].read() == b"second"
    assert storage.get_object(Bucket=bucket, Key="a/b.zip", VersionId=first)["Body"].read() == b"first"
    stacks.delete_stack(StackName="breakglass-code")
    assert settled(stacks, "breakglass-code") == "DELETE_FAILED"
    versions = storage.list_object_versions(Bucket=bucket)["Versions"]
    storage.delete_objects(
        Bucket=bucket, Delete={"Objects": [{"Key": v["Key"], "VersionId": v["VersionId"]} for v in versions]}
    )
    stacks.delete_stack(StackName="breakglass-code")
    assert "does not exist" in refusal(lambda: [status(stacks, "breakglass-code") for _ in range(5)])[1]
    assert storage.list_buckets()["Buckets"] == []


def test_credentials_decide_the_account_and_unknown_calls_are_noted(client, cloud):
    assert client("sts").get_caller_identity()["Account"] == "123456789012"
    assert client("sts", key=cloud.world.key("111122223333")).get_caller_identity()["Account"] == "111122223333"
    assert refusal(client("sts", key="AKIANOBODY").get_caller_identity)[0] == "InvalidClientTokenId"
    assert refusal(client("ec2").describe_vpcs)[0] == "UnknownOperationException"
    assert cloud.report()["unknown"] == {"ec2:DescribeVpcs": 1}


def test_a_stack_set_does_one_thing_at_a_time_and_reaches_every_member():
    members = [account(number) for number in range(3)]
    with Cloud(regions(4), members=members) as cloud:
        sets = clients(cloud)("cloudformation")
        name = {"StackSetName": "breakglass-q", "CallAs": "SELF"}
        sets.create_stack_set(**name, TemplateBody=QUEUE, PermissionModel="SERVICE_MANAGED")
        targets = {"OrganizationalUnitIds": ["r-root"]}
        operation = sets.create_stack_instances(**name, DeploymentTargets=targets, Regions=regions(4))["OperationId"]
        busy = refusal(sets.create_stack_instances, **name, DeploymentTargets=targets, Regions=regions(4))
        assert busy[0] == "OperationInProgressException"
        asked = [
            sets.describe_stack_set_operation(**name, OperationId=operation)["StackSetOperation"]["Status"]
            for _ in range(2)
        ]
        assert asked == ["RUNNING", "SUCCEEDED"]
        found = sets.list_stack_instances(**name)["Summaries"]
        assert {(one["Account"], one["Region"], one["Status"]) for one in found} == {
            (member, region, "CURRENT") for member in members for region in regions(4)
        }
        member = clients(cloud)("sqs", "eu-north-1", cloud.world.key(members[1]))
        assert len(member.list_queues()["QueueUrls"]) == 1
        assert refusal(sets.delete_stack_set, **name)[0] == "StackSetNotEmptyException"
