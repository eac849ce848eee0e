"""An update of stacks that former templates made: what they hold is there afterwards, under the same ids."""

import pytest

from testkit.deployment import former, program
from testkit.deployment.account import EMERGENCY, HOME, PLAN, STANDBY, Account
from testkit.standin import cloud as standing
from testkit.standin.messages import subscribe
from testkit.standin.world import Who, name_of

# What holds something: another one of the same name would be empty.
PRECIOUS = {
    "AWS::SNS::Topic", "AWS::KMS::Key", "AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::Events::EventBus",
    "AWS::Events::Archive", "AWS::Logs::LogGroup", "AWS::SQS::Queue", "AWS::IAM::User", "AWS::CloudTrail::Trail",
}  # fmt: skip
CHANGES = ("CreateStack", "UpdateStack", "DeleteStack")


@pytest.fixture
def unjudged(moto, emergency):
    """The account without what AWS refuses: former rules were too complex for EventBridge."""
    account = Account(moto, {})
    account.session = emergency.session
    return account


def precious(account):
    """What a replacement would change, by kind and Region: ids and times of creation."""
    kept = {}
    for region in (HOME, STANDBY):
        def client(service, region=region):
            return account.client(service, region)

        topic = f"arn:aws:sns:{region}:{EMERGENCY}:breakglass-alerts"
        kept[region] = {
            "subscriptions": [
                (one["SubscriptionArn"], one["Endpoint"])
                for one in client("sns").list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]
            ],
            "key": [
                alias["TargetKeyId"]
                for alias in client("kms").list_aliases()["Aliases"]
                if alias["AliasName"] == "alias/breakglass"
            ],
            "table": client("dynamodb").describe_table(TableName="breakglass-state")["Table"]["CreationDateTime"],
            "declaration": client("dynamodb").get_item(
                TableName="breakglass-state", Key={"id": {"S": "emergency"}}
            )["Item"],
            "archive": client("events").describe_archive(ArchiveName="breakglass-hub")["CreationTime"],
            "logs": [
                (group["logGroupName"], group["creationTime"])
                for group in client("logs").describe_log_groups()["logGroups"]
            ],
            "queue": client("sqs").get_queue_attributes(
                QueueUrl=client("sqs").get_queue_url(QueueName="breakglass-enricher-dlq")["QueueUrl"],
                AttributeNames=["CreatedTimestamp", "ApproximateNumberOfMessages"],
            )["Attributes"],
        }  # fmt: skip
    kept["users"] = [
        (user["UserName"], user["UserId"], user["CreateDate"])
        for user in account.client("iam").list_users()["Users"]
    ]
    kept["buckets"] = [
        (bucket["Name"], bucket["CreationDate"]) for bucket in account.client("s3").list_buckets()["Buckets"]
    ]
    return kept


def test_an_update_from_05375c2_keeps_what_was_there(run, plan, cloud, emergency, unjudged):
    # The former publishers had two executions reserved.
    cloud.state.concurrency[EMERGENCY] = 1_000
    for stack in former.create(unjudged, "05375c2", "one-account"):
        cloud.state.stand(stack)
    for region in (HOME, STANDBY):
        unjudged.client("sns", region).subscribe(
            TopicArn=f"arn:aws:sns:{region}:{EMERGENCY}:breakglass-alerts", Protocol="email",
            Endpoint="security@example.com",
        )  # fmt: skip
        unjudged.client("dynamodb", region).put_item(
            TableName="breakglass-state", Item={"id": {"S": "emergency"}, "note": {"S": region}}
        )
        queue = unjudged.client("sqs", region).get_queue_url(QueueName="breakglass-enricher-dlq")["QueueUrl"]
        unjudged.client("sqs", region).send_message(QueueUrl=queue, MessageBody="not looked at yet")
    before = precious(emergency)
    # moto hears no canaries.
    run("deploy", "--yes", "--wait", "0", plan())
    # moto has no trails of stacks; StackDifferenceTests.swift knows about those.
    after = precious(emergency)
    for region in (HOME, STANDBY):
        # The ledger is new.
        after[region]["logs"] = [group for group in after[region]["logs"] if "ledger" not in group[0]]
    assert after == before
    assert all(before[region]["subscriptions"] and before[region]["declaration"] for region in (HOME, STANDBY))
    assert len(before["users"]) == 2 and len(before["buckets"]) >= 2


@pytest.fixture
def standin_before():
    """The stand-in with the stacks of 05375c2, a person who listens and a declaration in each hub Region."""
    with standing.Cloud(standing.regions(4)) as cloud:
        former.stand(cloud.world, "05375c2", "one-account")
        for region in (HOME, STANDBY):
            topic = f"arn:aws:sns:{region}:{EMERGENCY}:breakglass-alerts"
            who = Who(EMERGENCY, region, "")
            subscribe(cloud.world, who, {"TopicArn": topic, "Protocol": "email", "Endpoint": "security@example.com"})
            for found in cloud.world.mine(who, "AWS::SNS::Topic").values():
                for about in found.more.get("subscriptions", {}).values():
                    about["confirmed"] = True
            (table,) = cloud.world.mine(who, "AWS::DynamoDB::Table").values()
            table.more["items"] = {"emergency": {"id": {"S": "emergency"}}}
        yield cloud


def held(world):
    """The resources that hold something, as they are in the stand-in: whoever replaces one makes another object."""
    return {
        (place, resource.id): resource
        for place, found in world.resources.items()
        if place[2] in PRECIOUS
        for resource in found.values()
    }


def gaps(world):
    """What a canary of a hub Region would miss on its way to people, a line each."""
    missing = []
    for region in (HOME, STANDBY):
        def named(kind, name, region=region):
            return any(name_of(one.id) == name for one in world.of(EMERGENCY, region, kind).values())

        statements = [one.values for one in world.of(EMERGENCY, region, "AWS::Events::EventBusPolicy").values()]
        parts = {
            "rule": named("AWS::Events::Rule", "breakglass-assume-role"),
            "bus": named("AWS::Events::EventBus", "breakglass-hub"),
            "statement": any(one.get("Statement", {}).get("Effect") == "Allow" for one in statements),
            "hub rule": named("AWS::Events::Rule", "breakglass-hub"),
            "enricher": named("AWS::Lambda::Function", "breakglass-event-enricher"),
            "publisher": named("AWS::Lambda::Function", "breakglass-sns-publisher"),
            "topic": named("AWS::SNS::Topic", "breakglass-alerts"),
        }  # fmt: skip
        missing += [f"{region}: {name}" for name, stands in parts.items() if not stands]
    return missing


def test_nothing_is_replaced_and_the_path_works_after_every_stack(standin_before, tmp_path):
    world = standin_before.world
    before = held(world)
    kinds = {kind for (_, _, kind), _ in before}
    assert kinds == PRECIOUS and gaps(world) == []
    seen, missing = [], []

    def after(call):
        if call.operation.name in CHANGES:
            seen.append(call.operation.name)
            missing.extend(gaps(world))

    world.after = after
    (tmp_path / "plan.yaml").write_text(PLAN)
    # Without canaries: SNS takes minutes until people's new filter is in effect.
    words = "deploy", "--yes", "--wait", "0", tmp_path / "plan.yaml"
    done = program.run(standin_before, *words, home=tmp_path)
    assert done.status == 0, done.said
    assert "0 to replace" in done.said and "LOST" not in done.said
    assert "UpdateStack" in seen and missing == []
    now = held(world)
    assert all(now.get(key) is resource for key, resource in before.items())
    for region in (HOME, STANDBY):
        (table,) = world.of(EMERGENCY, region, "AWS::DynamoDB::Table").values()
        assert "emergency" in table.more["items"]
        topics = world.of(EMERGENCY, region, "AWS::SNS::Topic").values()
        (topic,) = [one for one in topics if name_of(one.id) == "breakglass-alerts"]
        (kept,) = topic.more["subscriptions"].values()
        assert kept["Endpoint"] == "security@example.com" and kept["confirmed"]
