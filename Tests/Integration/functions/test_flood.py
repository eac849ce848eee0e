"""The packaged sns-publisher when many alerts come at once, and when it stands by for home."""

import json
import threading
import time
import urllib.request

import pytest

WINDOW = 5
MESSAGE = {"schema": "breakglass.message/1", "due": True, "severity": "critical"}


def record(name):
    message = {**MESSAGE, "id": name, "subject": f"Alert {name}", "default": f"This is {name}"}
    context = {"condition": "Success", "requestId": name}
    return json.dumps({"requestContext": context, "responsePayload": message}).encode()


def table(boto, region):
    boto("dynamodb", region_name=region).create_table(
        TableName="state",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )


@pytest.fixture
def publisher(emulated, aws_environment, boto):
    """publisher(region) is a running one, beside its topic and its table."""
    topics = {}

    def start(region="eu-west-1", **more):
        if region not in topics:
            table(boto, region)
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


def result(answer):
    assert answer.error is None, answer.error
    return json.loads(answer.body)["result"]


def test_what_is_too_many_at_once_comes_in_one_message(publisher, mails):
    one, other = publisher(), publisher()
    warm = [result(runner.invoke(record(name))) for runner, name in ((one, "w0"), (other, "w1"))]
    assert warm == ["published"] * 2
    time.sleep(WINDOW - time.time() % WINDOW + 0.05)
    assert [result(one.invoke(record(f"e{number}"))) for number in (1, 2)] == ["published"] * 2
    collected = []
    collector = threading.Thread(target=lambda: collected.append(result(one.invoke(record("e3")))))
    collector.start()
    time.sleep(0.5)
    assert [result(other.invoke(record(f"e{number}"))) for number in (4, 5)] == ["digested"] * 2
    collector.join()
    assert collected == ["published"]
    told = mails()
    assert told[:4] == ["This is w0", "This is w1", "This is e1", "This is e2"]
    assert len(told) == 5 and "3 alerts came within seconds" in told[4]
    for number in (3, 4, 5):
        assert f"Alert e{number}\n    e{number}" in told[4]
    # Delivered once more, none of them is told again.
    assert result(other.invoke(record("e4"))) == "already_published"
    assert result(other.invoke(record("e3"))) == "already_published"
    assert len(mails()) == 5


def test_a_standby_is_silent_where_home_spoke_and_speaks_where_it_did_not(publisher, mails):
    home = publisher()
    standby = publisher("us-west-2", HOME_REGION="eu-west-1")
    assert result(home.invoke(record("e1"))) == "published"
    assert result(standby.invoke(record("e1"))) == "told_by_home"
    assert mails() == ["This is e1"]
    begun = time.monotonic()
    assert result(standby.invoke(record("e2"))) == "published"
    assert 15 < time.monotonic() - begun < 35
    assert sorted(mails()) == ["This is e1", "This is e2"]


def test_a_standby_speaks_at_once_where_home_does_not_answer(publisher, mails, boto):
    publisher()
    standby = publisher("us-west-2", HOME_REGION="eu-west-1")
    boto("dynamodb").delete_table(TableName="state")
    begun = time.monotonic()
    assert result(standby.invoke(record("e1"))) == "published"
    assert time.monotonic() - begun < 10 and mails() == ["This is e1"]
