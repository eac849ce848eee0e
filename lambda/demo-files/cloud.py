"""The stand-in for AWS: moto behind a proxy that rejects what botocore would not send."""

import contextlib
import json
import urllib.request

import boto3

from testkit.aws.check_proxy import CheckProxy
from testkit.aws.moto import ACCESS_KEY, SECRET_KEY, moto_server

ACCOUNT, REGION = "111122223333", "eu-west-1"


class Cloud:
    """moto behind the checking proxy; a context manager that ends all its processes.

    The names are those that the compiled plan watches, as a deployment would give them.
    """

    def __enter__(self):
        with contextlib.ExitStack() as stack:
            self.moto_url = stack.enter_context(moto_server(MOTO_ACCOUNT_ID=ACCOUNT))
            self.proxy = stack.enter_context(CheckProxy(self.moto_url))
            self._stack = stack.pop_all()
        session = boto3.Session(ACCESS_KEY, SECRET_KEY, region_name=REGION)
        self.client = lambda service: session.client(service, endpoint_url=self.proxy.url)
        return self

    def __exit__(self, *_):
        self._stack.close()

    def data(self):
        """Everything in moto."""
        with urllib.request.urlopen(f"{self.moto_url}/moto-api/data.json", timeout=5) as answer:
            return json.load(answer)

    def environment(self):
        """The environment of the functions that call it."""
        return {
            "AWS_ENDPOINT_URL": self.proxy.url,
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": ACCESS_KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
        }

    def create(self, chat_url):
        """Key, table, topics and subscribers."""
        kms, dynamodb = self.client("kms"), self.client("dynamodb")
        self.key = kms.create_key(Description="Break Glass alerts")["KeyMetadata"]["Arn"]
        kms.create_alias(AliasName="alias/breakglass", TargetKeyId=self.key)
        self.table = "breakglass-state"
        dynamodb.create_table(
            TableName=self.table,
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            BillingMode="PAY_PER_REQUEST",
        )
        sns, sqs = self.client("sns"), self.client("sqs")
        encrypted = {"KmsMasterKeyId": self.key}
        self.topic = sns.create_topic(Name="breakglass-alerts", Attributes=encrypted)["TopicArn"]
        self.chat_topic = sns.create_topic(Name="breakglass-alerts-chat", Attributes=encrypted)[
            "TopicArn"
        ]
        self.queue_url = sqs.create_queue(QueueName="security-siem")["QueueUrl"]
        queue = sqs.get_queue_attributes(QueueUrl=self.queue_url, AttributeNames=["QueueArn"])
        for topic, protocol, endpoint in (
            (self.topic, "email", "security@example.com"),
            (self.topic, "sms", "+15555550100"),
            (self.topic, "sqs", queue["Attributes"]["QueueArn"]),
            (self.chat_topic, "https", chat_url),
        ):
            sns.subscribe(TopicArn=topic, Protocol=protocol, Endpoint=endpoint)

    def encryption_key(self, topic):
        """The key in the attributes of a topic."""
        attributes = self.client("sns").get_topic_attributes(TopicArn=topic)["Attributes"]
        return attributes.get("KmsMasterKeyId")
