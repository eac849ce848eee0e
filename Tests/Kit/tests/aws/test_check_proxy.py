"""The proxy accepts what botocore sends, and rejects each kind of mistake."""

import threading
import urllib.error
import urllib.request

import boto3
import botocore.auth
import botocore.awsrequest
import botocore.credentials
import pytest

from testkit.aws.moto import ACCESS_KEY, SECRET_KEY


def test_what_botocore_sends_passes(aws, boto):
    boto("sts").get_caller_identity()
    topic = boto("sns").create_topic(Name="alerts", Tags=[{"Key": "a b", "Value": "é"}])["TopicArn"]
    attribute = {"DataType": "String", "StringValue": "x&y=z + ~*'()"}
    boto("sns").publish(
        TopicArn=topic, Message="a\r\nb", Subject="s", MessageAttributes={"k": attribute}
    )
    key = boto("kms").create_key()["KeyMetadata"]["KeyId"]
    boto("kms").encrypt(KeyId=key, Plaintext=b"\x00\xff")
    boto("dynamodb").create_table(
        TableName="state",
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    )
    boto("dynamodb").put_item(TableName="state", Item={"id": {"S": "1"}, "b": {"B": b"\x01"}})
    boto("iam").create_user(UserName="BreakglassUser1", Tags=[{"Key": "k", "Value": "v"}])
    boto("iam").list_users()
    queue = boto("sqs").create_queue(QueueName="q")["QueueUrl"]
    boto("sqs").send_message(QueueUrl=queue, MessageBody="x")
    boto("events").put_events(Entries=[{"Source": "a", "DetailType": "b", "Detail": "{}"}])
    bucket = {"LocationConstraint": "eu-west-1"}
    s3 = boto("s3", config=boto3.session.Config(s3={"addressing_style": "path"}))
    s3.create_bucket(Bucket="bucket", CreateBucketConfiguration=bucket)
    s3.list_objects_v2(Bucket="bucket", Prefix="a /b+")
    boto("cloudformation").list_stacks(StackStatusFilter=["CREATE_COMPLETE", "CREATE_FAILED"])
    boto("scheduler").list_schedules(NamePrefix="x")
    boto("organizations").create_organization(FeatureSet="ALL")
    boto("ssm").put_parameter(Name="/a", Value="b", Type="String")
    assert aws.failures == []
    assert len(aws.operations) == 18


def test_temporary_credentials_are_learnt_with_their_token(aws, boto):
    role = "arn:aws:iam::123456789012:role/Emergency"
    issued = boto("sts").assume_role(RoleArn=role, RoleSessionName="me")["Credentials"]
    session = boto3.Session(
        issued["AccessKeyId"], issued["SecretAccessKey"], issued["SessionToken"], "eu-west-1"
    )
    session.client("sts", endpoint_url=aws.url).get_caller_identity()
    session = boto3.Session(issued["AccessKeyId"], issued["SecretAccessKey"], None, "eu-west-1")
    with pytest.raises(Exception, match="RequestCheckFailed"):
        session.client("sts", endpoint_url=aws.url).get_caller_identity()
    assert "Security-Token" in aws.failures.pop()


def send(
    aws,
    body,
    headers=None,
    *,
    service="sns",
    secret=SECRET_KEY,
    method="POST",
    path="/",
    after=None,
):
    """Signs a request with botocore and sends it, changed by `after` once it is signed."""
    form = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
    request = botocore.awsrequest.AWSRequest(method, aws.url + path, headers or form, body)
    credentials = botocore.credentials.Credentials(ACCESS_KEY, secret)
    botocore.auth.SigV4Auth(credentials, service, "eu-west-1").add_auth(request)
    if after:
        after(request)
    sent = urllib.request.Request(
        aws.url + path, request.data, dict(request.headers), method=method
    )
    try:
        urllib.request.urlopen(sent, timeout=10).close()
    except urllib.error.HTTPError as error:
        return error.read().decode()
    return ""


LIST = b"Action=ListTopics&Version=2010-03-31"
LONG = (
    b"Action=AssumeRole&Version=2011-06-15&RoleArn=arn:aws:iam::123456789012:role/R"
    b"&RoleSessionName=" + b"s" * 65
)
JSON = {"Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "TrentService.DescribeKey"}


def remove(name):
    return lambda request: request.headers.__delitem__(name)


def replace(name, value):
    def change(request):
        request.headers.replace_header(name, value)

    return change


@pytest.mark.parametrize(
    "reason, arguments",
    [
        ("signature is wrong", dict(body=LIST, secret="x")),
        (
            "signature is wrong",
            dict(body=LIST, after=lambda r: setattr(r, "data", LIST + b"&NextToken=1")),
        ),
        ("not signed", dict(body=LIST, after=remove("Authorization"))),
        ("malformed", dict(body=LIST, after=replace("Authorization", "AWS4-HMAC-SHA256 x"))),
        ("five minutes", dict(body=LIST, after=replace("X-Amz-Date", "20150830T123600Z"))),
        ('no service signs as "nope"', dict(body=LIST, service="nope")),
        ("no operation", dict(body=b"Action=ListTopic&Version=2010-03-31")),
        ("no operation", dict(body=b"Action=ListTopics&Version=2010-03-30")),
        ("unknown: Nonsense", dict(body=LIST + b"&Nonsense=1")),
        ("comes twice", dict(body=LIST + b"&NextToken=1&NextToken=2")),
        ("Missing required parameter", dict(body=b"Action=Publish&Version=2010-03-31&Subject=x")),
        ("is longer than 64", dict(body=LONG, service="sts")),
        ("Content-Type is", dict(body=LIST, headers={"Content-Type": "text/plain"})),
        ("is unknown", dict(body=b'{"KeyID": "x"}', headers=JSON, service="kms")),
        ("Invalid type", dict(body=b'{"KeyId": 1}', headers=JSON, service="kms")),
        ("is null", dict(body=b'{"KeyId": null}', headers=JSON, service="kms")),
        ("no JSON", dict(body=b'{"KeyId": ', headers=JSON, service="kms")),
        ("twice", dict(body=b'{"KeyId": "a", "KeyId": "b"}', headers=JSON, service="kms")),
    ],
)
def test_a_mistake_is_caught_and_named(aws, reason, arguments):
    answer = send(aws, **arguments)
    assert "RequestCheckFailed" in answer
    assert reason in aws.failures.pop()


def test_many_at_once(aws, boto):
    client = boto("sts")
    threads = [threading.Thread(target=client.get_caller_identity) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert aws.operations == ["sts:GetCallerIdentity"] * 8
