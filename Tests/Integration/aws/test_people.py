"""The operations that subscribe people, and list what they need, through the proxy, against moto."""

import pytest

from testkit.programs import aws_probe

ACCOUNT = "123456789012"
# AlertPathNames.subscriptionFilter. moto stops at the first alternative that needs the attribute, whatever follows;
# SNS knows no order. Here the other one comes first.
FILTER = '{"kind":[{"exists":false},{"anything-but":["canary"]}]}'


@pytest.fixture
def run(aws_environment):
    return lambda operation, **parameters: aws_probe.run(aws_environment, operation, **parameters)


def test_a_subscription_is_made_and_changed(run, boto):
    sns = boto("sns")
    topic = sns.create_topic(Name="breakglass-alerts")["TopicArn"]
    queue = f"arn:aws:sqs:eu-west-1:{ACCOUNT}:q"
    made = run("subscribe", topic=topic, transport="sqs", endpoint=queue, filter=FILTER)
    (listed,) = sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]
    assert (listed["Protocol"], listed["Endpoint"]) == ("sqs", queue) and listed["SubscriptionArn"] in made

    def attributes():
        return sns.get_subscription_attributes(SubscriptionArn=listed["SubscriptionArn"])["Attributes"]

    assert attributes()["FilterPolicy"] == FILTER
    run("setSubscriptionAttribute", subscription=listed["SubscriptionArn"], name="FilterPolicy", value="{}")
    assert attributes()["FilterPolicy"] == "{}"
    with pytest.raises(aws_probe.ProbeFailed, match="NotFound"):
        run("setSubscriptionAttribute", subscription=f"{topic}:gone", name="FilterPolicy", value="{}")


@pytest.mark.parametrize(("kind", "arrives"), [("canary", False), ("use", True), (None, True)])
def test_the_filter_lets_everything_through_but_canaries(run, boto, kind, arrives):
    sns, sqs = boto("sns"), boto("sqs")
    topic = sns.create_topic(Name="breakglass-alerts")["TopicArn"]
    url = sqs.create_queue(QueueName="q")["QueueUrl"]
    run("subscribe", topic=topic, transport="sqs", endpoint=f"arn:aws:sqs:eu-west-1:{ACCOUNT}:q", filter=FILTER)
    sent = {} if kind is None else {"kind": {"DataType": "String", "StringValue": kind}}
    sns.publish(TopicArn=topic, Message="m", MessageAttributes=sent)
    assert bool(sqs.receive_message(QueueUrl=url).get("Messages")) == arrives


def test_providers(run, boto):
    assert run("listSAMLProviders") == "[]"
    arn = boto("iam").create_saml_provider(Name="Okta", SAMLMetadataDocument="x" * 1000)["SAMLProviderArn"]
    assert run("listSAMLProviders") == f'["{arn}"]'
