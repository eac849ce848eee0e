"""The packaged sns-publisher when many alerts come at once, when it sweeps, and when it stands by for home."""

import json
import threading
import time
import urllib.request

import pytest

from testkit.state_table import create

WINDOW = 2
MESSAGE = {"schema": "breakglass.message/1", "due": True, "severity": "critical"}


def record(name):
    message = {**MESSAGE, "id": name, "subject": f"Alert {name}", "default": f"This is {name}"}
    context = {"condition": "Success", "requestId": name}
    return json.dumps({"requestContext": context, "responsePayload": message}).encode()


def queued(name, receives=1):
    """The event of the waiting queue."""
    attributes = {"ApproximateReceiveCount": str(receives)}
    one = {"messageId": f"m-{name}", "body": record(name).decode(), "attributes": attributes}
    return json.dumps({"Records": [{**one, "eventSource": "aws:sqs"}]}).encode()


@pytest.fixture
def publisher(emulated, aws_environment, boto):
    """publisher(region) is a running one, beside its topic and its table."""
    topics = {}

    def start(region="eu-west-1", **more):
        if region not in topics:
            create(boto("dynamodb", region_name=region), "state")
            created = boto("sns", region_name=region).create_topic(Name="alerts")
            topics[region] = created["TopicArn"]
        environment = {**aws_environment, "AWS_REGION": region, "TABLE_NAME": "state", **more}
        return emulated("sns-publisher", 40, TOPIC_ARN=topics[region], **environment)

    return start


@pytest.fixture
def mails(moto):
    """What subscribers were told so far."""

    def told():
        with urllib.request.urlopen(f"{moto}/moto-api/data.json", timeout=10) as answer:
            topics = json.load(answer)["sns"]["Topic"]
        notes = [note for topic in topics for note in topic["sent_notifications"]]
        return [json.loads(note[1])["default"] for note in notes]

    return told


def answer(given):
    assert given.error is None, given.error
    return json.loads(given.body)


def result(given):
    return answer(given)["result"]


def put(dynamodb, name, **attributes):
    kinds = {int: "N", str: "S"}
    item = {key: {kinds[type(value)]: str(value)} for key, value in attributes.items()}
    dynamodb.put_item(TableName="state", Item={"id": {"S": name}, **item})


def state(dynamodb, name):
    item = dynamodb.get_item(TableName="state", Key={"id": {"S": f"alert#{name}"}}).get("Item", {})
    return item.get("state", {}).get("S")


def test_what_is_too_many_at_once_comes_in_digests_that_name_each_alert_once(publisher, mails, boto):
    one, other = publisher(), publisher()
    assert [result(one.invoke(record("w0"))), result(other.invoke(record("w1")))] == ["published"] * 2
    now = int(time.time()) // WINDOW
    for window in range(now, now + 60):
        put(boto("dynamodb"), f"budget#{window}", critical=9)
    collected = []
    collector = threading.Thread(target=lambda: collected.append(result(one.invoke(record("e3")))))
    collector.start()
    time.sleep(0.5)
    assert [result(other.invoke(record(f"e{number}"))) for number in (4, 5)] == ["digested"] * 2
    collector.join()
    assert collected == ["digested"]
    told = mails()[2:]
    for number in (3, 4, 5):
        assert sum(f"e{number}" in mail for mail in told) == 1, told
        assert state(boto("dynamodb"), f"e{number}") == "sent"
    # Delivered once more, none of them is told again.
    assert result(other.invoke(record("e4"))) == "already_published"
    assert result(other.invoke(record("e3"))) == "already_published"
    assert mails()[2:] == told


def test_what_nobody_sent_is_swept_once_and_says_that_it_may_be_a_repeat(publisher, mails, boto):
    sweeper, dynamodb = publisher(), boto("dynamodb")
    past = int(time.time()) - 300
    for name in ("e1", "e2"):
        put(
            dynamodb, f"alert#{name}", state="claimed", owner="dead", lease=past, tries=1,
            line=f"critical\t{name}\tAlert {name}", severity="critical", lane="critical", due=past,
        )  # fmt: skip
    assert answer(sweeper.invoke(b'{"sweep":true}')) == {"result": "swept", "sent": 2}
    assert answer(sweeper.invoke(b'{"sweep":true}')) == {"result": "swept", "sent": 0}
    (mail,) = mails()
    assert "Alert e1\n    e1" in mail and "Alert e2\n    e2" in mail and "may be a repeat" in mail
    assert [state(dynamodb, name) for name in ("e1", "e2")] == ["sent"] * 2


def test_what_another_run_is_sending_waits_in_the_queue(publisher, mails, boto):
    sqs, dynamodb = boto("sqs"), boto("dynamodb")
    url = sqs.create_queue(QueueName="waiting")["QueueUrl"]
    one = publisher(WAITING_QUEUE_URL=url)
    put(dynamodb, "alert#e1", state="claimed", owner="other", lease=int(time.time()) + 50, tries=1)
    assert result(one.invoke(record("e1"))) == "waiting"
    counts = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    assert counts["ApproximateNumberOfMessagesDelayed"] == "1" and mails() == []


def test_a_standby_is_silent_where_home_spoke_and_home_where_the_standby_did(publisher, mails):
    home = publisher()
    standby = publisher("us-west-2", HOME_REGION="eu-west-1")
    assert result(home.invoke(record("e1"))) == "published"
    assert answer(standby.invoke(queued("e1"))) == {"batchItemFailures": []}
    assert mails() == ["This is e1"]
    begun = time.monotonic()
    assert answer(standby.invoke(queued("e2"))) == {"batchItemFailures": []}
    assert time.monotonic() - begun < 10, "nothing waits in a running function"
    assert sorted(mails()) == ["This is e1", "This is e2"]
    assert result(home.invoke(record("e2"))) == "already_published"


def test_a_standby_looks_again_while_home_is_telling(publisher, mails, boto):
    publisher()
    standby = publisher("us-west-2", HOME_REGION="eu-west-1")
    until = int(time.time()) + 100
    put(boto("dynamodb"), "alert#e1", state="claimed", owner="home", lease=until, tries=1)
    again = {"batchItemFailures": [{"itemIdentifier": "m-e1"}]}
    assert answer(standby.invoke(queued("e1"))) == again and mails() == []
    assert answer(standby.invoke(queued("e1", receives=5))) == {"batchItemFailures": []}
    assert "may be a repeat" in mails()[0]


def test_a_standby_speaks_where_home_does_not_answer_and_says_so(publisher, mails, boto):
    publisher()
    standby = publisher("us-west-2", HOME_REGION="eu-west-1")
    boto("dynamodb").delete_table(TableName="state")
    assert answer(standby.invoke(queued("e1"))) == {"batchItemFailures": []}
    assert len(mails()) == 1 and "may be a repeat" in mails()[0]
