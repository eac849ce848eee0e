"""Defects of the alert topic and of the key that encrypts it."""

import json

from testkit.aws.answers import xml
from testkit.drift.breaking import refuse, region_of
from testkit.drift.defects.catalog import defect
from testkit.drift.healthy import EMERGENCY, FILTER, HOME, STANDBY

TOPIC = "breakglass-alerts"


def topic_arn(region=HOME):
    return f"arn:aws:sns:{region}:{EMERGENCY}:{TOPIC}"


def other_topic(world, name, value, region=HOME):
    sns = world.emergency.client("sns", region)
    kept = sns.get_topic_attributes(TopicArn=topic_arn(region))["Attributes"].get(name, "")
    own = {"TopicArn": topic_arn(region), "AttributeName": name}
    changed = value(json.loads(kept)) if callable(value) else value
    sns.set_topic_attributes(**own, AttributeValue=changed)
    yield
    sns.set_topic_attributes(**own, AttributeValue=kept)


@defect("topic-has-confirmed-subscribers", "does not exist")
def the_topic_is_gone(world, answers, okta):
    refuse(
        answers, "sns:GetTopicAttributes", "NotFound", 404,
        where=lambda r: region_of(r) == HOME and r.body.decode().endswith("breakglass-alerts"),
    )  # fmt: skip
    yield


@defect("topic-has-confirmed-subscribers", "from publishing")
def the_topic_keeps_out_nobody(world, answers, okta):
    def change(document):
        document["Statement"] = [one for one in document["Statement"] if one["Effect"] == "Allow"]
        return json.dumps(document)

    yield from other_topic(world, "Policy", change)


@defect("topic-has-confirmed-subscribers", "lets")
def everybody_may_publish(world, answers, okta):
    allow = {"Effect": "Allow", "Principal": "*", "Action": "sns:Publish", "Resource": topic_arn(STANDBY)}

    def change(document):
        document["Statement"].append(allow)
        return json.dumps(document)

    yield from other_topic(world, "Policy", change, STANDBY)


@defect("topic-has-confirmed-subscribers", "keeps the publisher")
def the_topic_denies_the_publisher(world, answers, okta):
    deny = {"Effect": "Deny", "Principal": "*", "Action": "sns:*", "Resource": topic_arn()}

    def change(document):
        document["Statement"].append(deny)
        return json.dumps(document)

    yield from other_topic(world, "Policy", change)


def subscriptions(answers, change, region=HOME):
    """Replaces the list of the topic's subscriptions in that Region."""
    def listed(request):
        if region_of(request) != region or not request.body.decode().endswith("breakglass-alerts"):
            return None
        arn = f"{topic_arn(region)}:0000"
        queue = f"arn:aws:sqs:{region}:{EMERGENCY}:breakglass-canaries"
        people = [("email", "security@example.com"), ("sms", "+15555550100"), ("sqs", queue)]
        about = [
            {"SubscriptionArn": f"{arn}{n}", "Owner": EMERGENCY, "Protocol": p, "Endpoint": e, "TopicArn": topic_arn(region)}
            for n, (p, e) in enumerate(people)
        ]
        change(about)
        return xml("ListSubscriptionsByTopic", Subscriptions=about)

    answers.replaced["sns:ListSubscriptionsByTopic"] = listed
    def attributes(request):
        # The queue's is the third.
        policy = '{"kind":["canary"]}' if request.body.decode().endswith("0002") else FILTER
        entries = {"ConfirmationWasAuthenticated": "true", "FilterPolicy": policy}
        text = "".join(f"<entry><key>{k}</key><value>{v}</value></entry>" for k, v in entries.items())
        name = "GetSubscriptionAttributes"
        body = f"<{name}Response><{name}Result><Attributes>{text}</Attributes></{name}Result></{name}Response>"
        return 200, {"Content-Type": "text/xml"}, body.encode()

    answers.replaced["sns:GetSubscriptionAttributes"] = attributes


@defect("topic-has-confirmed-subscribers", "has not confirmed")
def a_subscriber_never_confirmed(world, answers, okta):
    subscriptions(answers, lambda about: about[0].update(SubscriptionArn="PendingConfirmation"))
    yield


@defect("topic-has-confirmed-subscribers", "has not confirmed")
def a_subscription_was_deleted(world, answers, okta):
    subscriptions(answers, lambda about: about[1].update(SubscriptionArn="Deleted"), STANDBY)
    yield


@defect("topic-has-confirmed-subscribers", "is not subscribed")
def a_subscriber_is_gone(world, answers, okta):
    subscriptions(answers, lambda about: about.pop(1))
    yield


@defect("topic-has-confirmed-subscribers", "other@example.com")
def a_subscriber_is_somebody_else(world, answers, okta):
    subscriptions(answers, lambda about: about[0].update(Endpoint="other@example.com"))
    yield


@defect("topic-has-confirmed-subscribers", "no deployment is heard")
def no_queue_takes_canaries(world, answers, okta):
    subscriptions(answers, lambda about: about.pop(2))
    yield


def other_filter(world, protocol, policy):
    """The subscription of that protocol at home has this filter policy."""
    sns = world.emergency.client("sns", HOME)
    listed = sns.list_subscriptions_by_topic(TopicArn=topic_arn())["Subscriptions"]
    (arn,) = [one["SubscriptionArn"] for one in listed if one["Protocol"] == protocol]
    kept = sns.get_subscription_attributes(SubscriptionArn=arn)["Attributes"]["FilterPolicy"]
    own = {"SubscriptionArn": arn, "AttributeName": "FilterPolicy"}
    sns.set_subscription_attributes(**own, AttributeValue=policy)
    yield
    sns.set_subscription_attributes(**own, AttributeValue=kept)


@defect("topic-has-confirmed-subscribers", "only a part")
def a_subscriber_hears_a_part(world, answers, okta):
    yield from other_filter(world, "email", '{"severity":["low"]}')


@defect("topic-has-confirmed-subscribers", "no filter keeps the canaries")
def a_subscriber_gets_canaries(world, answers, okta):
    yield from other_filter(world, "sms", "{}")


@defect("topic-has-confirmed-subscribers", "gets other messages")
def the_queue_for_canaries_gets_alerts(world, answers, okta):
    yield from other_filter(world, "sqs", FILTER)


# Key -------------------------------------------------------------------------------------------------


def hub_key(world, region=HOME):
    kms = world.emergency.client("kms", region)
    return kms, kms.describe_key(KeyId="alias/breakglass")["KeyMetadata"]["KeyId"]


@defect("topic-key-works", "is not encrypted")
def the_topic_is_not_encrypted(world, answers, okta):
    yield from other_topic(world, "KmsMasterKeyId", "")


@defect("topic-key-works", "alias/aws/sns")
def the_topic_has_another_key(world, answers, okta):
    yield from other_topic(world, "KmsMasterKeyId", "alias/aws/sns", STANDBY)


@defect("topic-key-works", "PendingDeletion")
def the_key_is_about_to_be_deleted(world, answers, okta):
    kms, key = hub_key(world, STANDBY)
    kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)
    yield
    kms.cancel_key_deletion(KeyId=key)
    kms.enable_key(KeyId=key)


@defect("topic-key-works", "there is no key")
def the_key_has_no_alias(world, answers, okta):
    kms, key = hub_key(world)
    kms.delete_alias(AliasName="alias/breakglass")
    yield
    kms.create_alias(AliasName="alias/breakglass", TargetKeyId=key)


def other_key_policy(world, change, region=HOME):
    kms, key = hub_key(world, region)
    kept = kms.get_key_policy(KeyId=key, PolicyName="default")["Policy"]
    changed = json.loads(kept)
    change(changed)
    kms.put_key_policy(KeyId=key, PolicyName="default", Policy=json.dumps(changed))
    yield
    kms.put_key_policy(KeyId=key, PolicyName="default", Policy=kept)


@defect("topic-key-works", "lets everybody do")
def everybody_may_use_the_key(world, answers, okta):
    allow = {"Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*"}
    yield from other_key_policy(world, lambda document: document["Statement"].append(allow))


@defect("topic-key-works", "does not let the publisher")
def the_key_is_closed_to_the_publisher(world, answers, okta):
    root = {"AWS": f"arn:aws:iam::{EMERGENCY}:root"}
    only = {"Effect": "Allow", "Principal": root, "Action": "kms:Describe*", "Resource": "*"}
    yield from other_key_policy(world, lambda document: document.update(Statement=[only]), STANDBY)


@defect("topic-key-works", "denies")
def the_key_denies(world, answers, okta):
    deny = {"Effect": "Deny", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*"}
    yield from other_key_policy(world, lambda document: document["Statement"].append(deny))
