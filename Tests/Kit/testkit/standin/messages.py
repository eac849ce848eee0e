"""SNS and SQS."""

import asyncio
import itertools
import json
import time

from testkit.standin.wire import Refused
from testkit.standin.world import answers, name_of, need, page, unique

TOPIC, QUEUE, SUBSCRIPTION = "AWS::SNS::Topic", "AWS::SQS::Queue", "AWS::SNS::Subscription"
numbers = itertools.count(1)


def topic(world, who, arn):
    return need(world.mine(who, TOPIC), arn, "NotFound", "Topic does not exist")


def subscriptions(found):
    """ARN -> attributes, of a topic."""
    return found.more.setdefault("subscriptions", {})


def everyone(world, who, found):
    """Those of people and those of stacks: (ARN, attributes)."""
    theirs = [
        (one.id, {"Protocol": one.values["Protocol"], "Endpoint": one.values["Endpoint"], "confirmed": True}
         | {key: json.dumps(one.values[key]) for key in ("FilterPolicy",) if key in one.values}
         | {key: str(one.values[key]).lower() for key in ("RawMessageDelivery",) if key in one.values})
        for one in world.mine(who, SUBSCRIPTION).values()
        if one.values["TopicArn"] == found.id
    ]  # fmt: skip
    return theirs + list(subscriptions(found).items())


@answers("sns:ListTopics")
def list_topics(world, who, given):
    return page([{"TopicArn": one} for one in world.mine(who, TOPIC)], given, 100, "Topics")


@answers("sns:GetTopicAttributes")
def topic_attributes(world, who, given):
    found = topic(world, who, given["TopicArn"])
    policies = [
        one.values["PolicyDocument"]
        for one in world.mine(who, "AWS::SNS::TopicPolicy").values()
        if found.id in one.values["Topics"]
    ]
    default = {"Version": "2008-10-17", "Id": "__default_policy_ID", "Statement": []}
    key = found.values.get("KmsMasterKeyId")
    return {
        "Attributes": {"TopicArn": found.id, "Policy": json.dumps(policies[0] if policies else default)}
        | ({"KmsMasterKeyId": key} if key else {})
    }


def listed(world, who, found):
    return [
        {"SubscriptionArn": arn if about["confirmed"] else "PendingConfirmation", "Protocol": about["Protocol"],
         "Endpoint": about["Endpoint"], "TopicArn": found.id, "Owner": who.account}
        for arn, about in everyone(world, who, found)
    ]  # fmt: skip


@answers("sns:ListSubscriptionsByTopic")
def by_topic(world, who, given):
    return page(listed(world, who, topic(world, who, given["TopicArn"])), given, 100, "Subscriptions")


@answers("sns:ListSubscriptions")
def all_subscriptions(world, who, given):
    found = [one for it in world.mine(who, TOPIC).values() for one in listed(world, who, it)]
    return page(found, given, 100, "Subscriptions")


@answers("sns:Subscribe")
def subscribe(world, who, given):
    known = subscriptions(topic(world, who, given["TopicArn"]))
    for arn, about in known.items():
        if (about["Protocol"], about["Endpoint"]) == (given["Protocol"], given["Endpoint"]):
            return {"SubscriptionArn": arn if about["confirmed"] else "pending confirmation"}
    arn = f"{given['TopicArn']}:{unique()}"
    asks = given["Protocol"] in ("email", "email-json", "http", "https")
    known[arn] = given.get("Attributes", {}) | {
        "Protocol": given["Protocol"], "Endpoint": given["Endpoint"], "confirmed": not asks,
    }  # fmt: skip
    return {"SubscriptionArn": "pending confirmation" if asks else arn}


def subscription(world, who, arn):
    found = topic(world, who, arn.rpartition(":")[0])
    return need(dict(everyone(world, who, found)), arn, "NotFound", "Subscription does not exist")


@answers("sns:GetSubscriptionAttributes")
def get_subscription(world, who, given):
    about = subscription(world, who, given["SubscriptionArn"])
    told = {key: value for key, value in about.items() if isinstance(value, str)}
    fixed = {"SubscriptionArn": given["SubscriptionArn"], "TopicArn": given["SubscriptionArn"].rpartition(":")[0],
             "PendingConfirmation": "false", "ConfirmationWasAuthenticated": "true"}  # fmt: skip
    return {"Attributes": fixed | told}


@answers("sns:SetSubscriptionAttributes")
def set_subscription(world, who, given):
    about = subscription(world, who, given["SubscriptionArn"])
    about[given["AttributeName"]] = given.get("AttributeValue", "")
    return {}


@answers("sns:Unsubscribe")
def unsubscribe(world, who, given):
    subscriptions(topic(world, who, given["SubscriptionArn"].rpartition(":")[0])).pop(given["SubscriptionArn"], None)
    return {}


@answers("sns:GetSMSSandboxAccountStatus")
def sandbox(world, who, given):
    return {"IsInSandbox": False}


# Queues.


def queue(world, who, url):
    return need(
        {name_of(one.id): one for one in world.mine(who, QUEUE).values()}, name_of(url),
        "AWS.SimpleQueueService.NonExistentQueue", "The specified queue does not exist.", 400,
    )  # fmt: skip


def waiting(found):
    return found.more.setdefault("messages", {})


def put(found, body):
    """A message for whoever asks first."""
    waiting(found)[f"m-{next(numbers)}"] = [body, 0.0]


@answers("sqs:ListQueues")
def list_queues(world, who, given):
    prefix = given.get("QueueNamePrefix", "")
    found = [one for one in world.mine(who, QUEUE) if name_of(one).startswith(prefix)]
    return {"QueueUrls": found} if found else {}


@answers("sqs:GetQueueUrl")
def queue_url(world, who, given):
    return {"QueueUrl": queue(world, who, given["QueueName"]).id}


@answers("sqs:GetQueueAttributes")
def queue_attributes(world, who, given):
    found = queue(world, who, given["QueueUrl"])
    names = {found.id, name_of(found.id)}
    policies = [
        one.values["PolicyDocument"]
        for one in world.mine(who, "AWS::SQS::QueuePolicy").values()
        if names & set(one.values["Queues"])
    ]
    attributes = {
        "QueueArn": f"arn:aws:sqs:{who.region}:{who.account}:{name_of(found.id)}",
        "ApproximateNumberOfMessages": str(len(waiting(found))),
        "ApproximateNumberOfMessagesNotVisible": "0", "ApproximateNumberOfMessagesDelayed": "0",
    }  # fmt: skip
    if policies:
        attributes["Policy"] = json.dumps(policies[0])
    if "KmsMasterKeyId" in found.values:
        attributes["KmsMasterKeyId"] = found.values["KmsMasterKeyId"]
    wanted = given.get("AttributeNames", [])
    return {"Attributes": {k: v for k, v in attributes.items() if "All" in wanted or k in wanted}}


@answers("sqs:SendMessage")
def send_message(world, who, given):
    put(queue(world, who, given["QueueUrl"]), given["MessageBody"])
    return {"MessageId": "m", "MD5OfMessageBody": "0"}


@answers("sqs:ReceiveMessage")
async def receive(world, who, given):
    found = queue(world, who, given["QueueUrl"])
    end = time.monotonic() + given.get("WaitTimeSeconds", 0)
    hidden = given.get("VisibilityTimeout", 30)
    while True:
        now, taken = time.monotonic(), []
        for handle, message in waiting(found).items():
            if message[1] <= now and len(taken) < given.get("MaxNumberOfMessages", 1):
                message[1] = now + hidden
                taken.append({"MessageId": handle, "ReceiptHandle": handle, "Body": message[0]})
        if taken or now >= end:
            return {"Messages": taken} if taken else {}
        await asyncio.sleep(0.02)


@answers("sqs:DeleteMessage")
def delete_message(world, who, given):
    waiting(queue(world, who, given["QueueUrl"])).pop(given["ReceiptHandle"], None)
    return {}


@answers("sqs:DeleteMessageBatch")
def delete_messages(world, who, given):
    if len(given["Entries"]) > 10:
        raise Refused("AWS.SimpleQueueService.TooManyEntriesInBatchRequest", "Maximum number of entries is 10.")
    for one in given["Entries"]:
        waiting(queue(world, who, given["QueueUrl"])).pop(one["ReceiptHandle"], None)
    return {"Successful": [{"Id": one["Id"]} for one in given["Entries"]]}


@answers("sqs:ChangeMessageVisibility")
def change_visibility(world, who, given):
    message = waiting(queue(world, who, given["QueueUrl"])).get(given["ReceiptHandle"])
    if message:
        message[1] = time.monotonic() + given["VisibilityTimeout"]
    return {}


@answers("sqs:ChangeMessageVisibilityBatch")
def change_visibilities(world, who, given):
    for one in given["Entries"]:
        change_visibility(world, who, one | {"QueueUrl": given["QueueUrl"]})
    return {"Successful": [{"Id": one["Id"]} for one in given["Entries"]]}
