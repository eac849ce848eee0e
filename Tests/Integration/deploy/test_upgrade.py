"""An update of stacks that former templates made: what they hold is there afterwards, under the same ids."""

import pytest

from testkit.deployment import former
from testkit.deployment.account import EMERGENCY, HOME, STANDBY, Account


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
    for stack in former.bring(unjudged, "05375c2", "one-account"):
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
    run("deploy", "--yes", plan())
    # moto has no trails of stacks; StackDifferenceTests.swift knows about those.
    assert precious(emergency) == before
    assert all(before[region]["subscriptions"] and before[region]["declaration"] for region in (HOME, STANDBY))
    assert len(before["users"]) == 2 and len(before["buckets"]) >= 2
