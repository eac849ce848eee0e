"""The operations of a first contact that make something and remove it, through the proxy, against moto."""

import json

import pytest

from testkit.programs import aws_probe

ACCOUNT = "123456789012"


@pytest.fixture
def run(aws_environment):
    return lambda operation, **parameters: aws_probe.run(aws_environment, operation, **parameters)


def test_a_rule_is_made_changed_and_deleted(run, boto):
    for source in ("a", "b"):
        pattern = json.dumps({"source": [source]})
        assert ":rule/first-contact" in run("putRule", name="first-contact", pattern=pattern, state="DISABLED")
    (rule,) = boto("events").list_rules()["Rules"]
    assert rule["State"] == "DISABLED" and json.loads(rule["EventPattern"]) == {"source": ["b"]}
    run("deleteRule", name="first-contact")
    assert boto("events").list_rules()["Rules"] == []


def test_a_topic_is_made_gets_a_policy_and_is_deleted(run, boto):
    arn = run("createTopic", name="first-contact")
    assert arn == f"arn:aws:sns:eu-west-1:{ACCOUNT}:first-contact"
    policy = {"Version": "2012-10-17", "Statement": []}
    run("setTopicPolicy", name=arn, policy=json.dumps(policy))
    attributes = boto("sns").get_topic_attributes(TopicArn=arn)["Attributes"]
    assert json.loads(attributes["Policy"]) == policy
    run("deleteTopic", name=arn)
    assert boto("sns").list_topics()["Topics"] == []


def test_a_role_is_made_and_deleted(run, boto):
    trust = {"Version": "2012-10-17", "Statement": []}
    assert run("createRole", name="first-contact", trust=json.dumps(trust)).endswith(":role/first-contact")
    role = boto("iam").get_role(RoleName="first-contact")["Role"]
    assert role["AssumeRolePolicyDocument"] == trust
    run("deleteRole", name="first-contact")
    with pytest.raises(aws_probe.ProbeFailed, match="NoSuchEntity"):
        run("deleteRole", name="first-contact")
