"""The memory returns a response again, until its service changes."""

import boto3
import pytest

from testkit.aws.check_proxy import CheckProxy
from testkit.aws.memory import Memory
from testkit.aws.moto import ACCESS_KEY, SECRET_KEY


@pytest.fixture
def memory():
    return Memory()


@pytest.fixture
def client(aws, memory):
    """client("iam") talks to moto through a proxy with a memory, which `aws` stands behind."""
    session = boto3.Session(ACCESS_KEY, SECRET_KEY, region_name="eu-west-1")
    with CheckProxy(aws.url, memory=memory) as proxy:
        yield lambda service: session.client(service, endpoint_url=proxy.url)
    assert proxy.failures == []


def test_the_same_question_is_asked_once(aws, client):
    for _ in range(3):
        client("iam").list_users()
    client("iam").list_users(PathPrefix="/x/")
    assert aws.operations == ["iam:ListUsers"] * 2


def test_a_service_that_changes_is_asked_again(aws, client, memory):
    client("iam").list_users()
    client("sns").list_topics()
    memory.forget("iam")
    client("iam").list_users()
    client("sns").list_topics()
    assert aws.operations == ["iam:ListUsers", "sns:ListTopics", "iam:ListUsers"]


def test_a_fault_and_what_is_random_are_not_kept(aws, client):
    aws.answers = lambda operation, request: (500, {}, b"") if operation == "sns:ListTopics" else None
    for _ in range(2):
        with pytest.raises(Exception, match="500"):
            client("sns").list_topics()
    key = client("kms").create_key()["KeyMetadata"]["KeyId"]
    made = [client("kms").generate_random(NumberOfBytes=8)["Plaintext"] for _ in range(2)]
    assert made[0] != made[1] and key


def test_remembered_credentials_are_good(client):
    role = "arn:aws:iam::123456789012:role/Emergency"
    made = [client("sts").assume_role(RoleArn=role, RoleSessionName="me") for _ in range(2)]
    assert made[0]["Credentials"] == made[1]["Credentials"]
