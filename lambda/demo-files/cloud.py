"""The stand-in for AWS: moto, and before it the proxy that refuses what botocore would not have sent."""

import json
import os
import subprocess
import sys
import time
import urllib.request

import boto3

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path[:0] = [os.path.join(ROOT, "lambda"), os.path.join(ROOT, "Tests/Integration/servers")]

import check_proxy  # noqa: E402
import emulator  # noqa: E402

ACCOUNT, REGION = "111122223333", "eu-west-1"
KEY = "AKIAIOSFODNN7EXAMPLE"
SECRET = check_proxy.SECRETS[KEY][0]


class Cloud:
    """moto behind the checking proxy; a context manager that leaves nothing running.

    The names are those that the compiled plan watches, as a deployment would give them.
    """

    def __enter__(self):
        port = emulator.free_port()
        self.moto_url = f"http://127.0.0.1:{port}"
        # A session of its own: Ctrl-C is for the demonstration, which then stops moto.
        self.process = subprocess.Popen(
            [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
            env={**os.environ, "MOTO_ACCOUNT_ID": ACCOUNT},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            self._wait()
            self.proxy = check_proxy.CheckProxy(self.moto_url).__enter__()
        except BaseException:
            self._stop()
            raise
        session = boto3.Session(KEY, SECRET, region_name=REGION)
        self.client = lambda service: session.client(service, endpoint_url=self.proxy.url)
        return self

    def __exit__(self, *_):
        self.proxy.__exit__()
        self._stop()

    def _stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _wait(self):
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"moto ended with status {self.process.returncode}")
            try:
                self.data()
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("moto does not answer after 60 s")

    def data(self):
        """Everything moto holds."""
        with urllib.request.urlopen(f"{self.moto_url}/moto-api/data.json", timeout=5) as answer:
            return json.load(answer)

    def environment(self):
        """What the functions are given to reach it."""
        return {
            "AWS_ENDPOINT_URL": self.proxy.url,
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET,
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
        """The key that a topic says it is encrypted with."""
        attributes = self.client("sns").get_topic_attributes(TopicArn=topic)["Attributes"]
        return attributes.get("KmsMasterKeyId")
