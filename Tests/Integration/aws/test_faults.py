"""Operations against services that throttle, fail, hang or are cut off."""

import os
import time

import pytest

from testkit.aws.moto import ACCESS_KEY, SECRET_KEY
from testkit.programs import aws_probe
from testkit.servers.fault_server import FaultServer, close, hang, raw, reply, reset, truncated
from testkit.servers.loopback import free_port

PUBLISHED = reply(
    200,
    b"<PublishResponse><PublishResult><MessageId>m1</MessageId></PublishResult></PublishResponse>",
)
DESCRIBED = reply(200, b'{"KeyMetadata": {"Arn": "a", "KeyState": "Enabled"}}')


def xml_error(status, code, message="m"):
    return reply(
        status,
        f"<ErrorResponse><Error><Code>{code}</Code><Message>{message}</Message></Error>"
        "<RequestId>r1</RequestId></ErrorResponse>".encode(),
        ["Content-Type: text/xml"],
    )


def json_error(status, code):
    body = f'{{"__type": "{code}", "message": "m"}}'.encode()
    return reply(status, body, ["x-amzn-RequestId: r1"])


HTML = reply(503, b"<html><body>no</body></html>", ["Content-Type: text/html"])


def call(server, operation, **parameters):
    environment = {
        "PATH": os.environ["PATH"],
        "AWS_ENDPOINT_URL": getattr(server, "url", server),
        "AWS_REGION": "eu-west-1",
        "AWS_ACCESS_KEY_ID": ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
    }
    return aws_probe.run(environment, operation, **parameters)


def fails(server, operation, **parameters):
    with pytest.raises(aws_probe.ProbeFailed) as failure:
        call(server, operation, **parameters)
    return str(failure.value).rstrip("\n")


@pytest.mark.parametrize(
    "faults",
    [
        [xml_error(400, "Throttled")],
        [xml_error(429, "TooManyRequestsException"), xml_error(400, "KMSThrottling")],
        [xml_error(500, "InternalError")] * 4,
        [reply(500), HTML, reply(504)],
        [reset],
        [close, reset, reset],
        [truncated(b"<PublishResponse>")],
        [raw(b"HTTP/1.1 200 OK\r\n")],
        [reply(200, b"<PublishResponse><Publish")],
    ],
)
def test_what_passes_is_overcome(faults):
    with FaultServer([*faults, PUBLISHED]) as server:
        assert call(server, "publish", topic="t", message="m") == "m1"
        assert server.requests == len(faults) + 1
        dates = [
            line for head, _ in server.seen for line in head.split("\r\n") if "X-Amz-Date" in line
        ]
        assert len(dates) == server.requests


def test_throttling_of_a_json_service_is_overcome():
    with FaultServer([json_error(400, "a.b#ThrottlingException"), DESCRIBED]) as server:
        assert call(server, "describeKey", key="k")["state"] == "Enabled"


@pytest.mark.parametrize(
    "code, hint",
    [
        ("KMSDisabled", ""),
        ("NotFound", ""),
        ("AuthorizationError", "\nhint: allow sns:Publish to the caller"),
    ],
)
def test_what_does_not_pass_is_reported_at_once(code, hint):
    with FaultServer([xml_error(403, code)]) as server:
        text = fails(server, "publish", topic="t", message="m")
        assert text == f"sns Publish failed: {code}: m (request r1){hint}"
        assert server.requests == 1


def test_a_service_that_stays_down_is_reported_with_the_number_of_attempts():
    with FaultServer([HTML]) as server:
        text = fails(server, "publish", topic="t", message="m")
        assert text == (
            "sns Publish failed: status 503: no AWS error in the answer (text/html, 28 bytes) "
            "(8 attempts)\nhint: the answer came from something in between, such as a proxy or a gateway"
        )
        assert server.requests == 8


def test_nobody_there():
    url = f"http://127.0.0.1:{free_port()}"
    text = fails(url, "publish", topic="t", message="m")
    assert text.startswith("sns Publish failed 8 times: 127.0.0.1 cannot be reached: ")


@pytest.mark.parametrize("step", [hang(), HTML, reset, xml_error(400, "Throttled")])
@pytest.mark.parametrize("deadline", [300, 1500])
def test_the_deadline_is_kept(step, deadline):
    with FaultServer([step]) as server:
        start = time.monotonic()
        text = fails(server, "publish", topic="t", message="m", deadline=deadline)
        assert time.monotonic() - start < deadline / 1000 + 0.3
        assert text.startswith("sns Publish failed")


def test_one_hanging_server_leaves_time_for_another_attempt():
    with FaultServer([hang(), PUBLISHED]) as server:
        assert call(server, "publish", topic="t", message="m", deadline=4000) == "m1"


def test_a_deadline_that_has_passed():
    with FaultServer([PUBLISHED]) as server:
        text = fails(server, "publish", topic="t", message="m", deadline=0)
        assert text == "sns Publish was not tried: no time was left"
        assert server.requests == 0


def test_a_lost_answer_to_a_conditional_write_shows_one_s_own_item():
    """The write took place, the answer was lost, the retry finds what it wrote itself."""
    body = (
        b'{"__type": "x#ConditionalCheckFailedException", "message": "m",'
        b' "Item": {"id": {"S": "1"}, "text": {"S": "mine"}}}'
    )
    with FaultServer([reset, reply(400, body)]) as server:
        result = call(server, "putItem", table="t", id="1", text="mine")
        assert result.startswith("conditionFailed") and '"mine"' in result


def test_events_may_be_refused_one_by_one():
    body = (
        b'{"FailedEntryCount": 1, "Entries": [{"EventId": "e1"},'
        b' {"ErrorCode": "InternalFailure", "ErrorMessage": "m"}]}'
    )
    with FaultServer([reply(200, body)]) as server:
        result = call(server, "putEvents", source="s", text="t")
        assert "accepted" in result and "InternalFailure" in result


def test_no_region_and_no_credentials_are_named():
    path = {"PATH": os.environ["PATH"]}
    with pytest.raises(aws_probe.ProbeFailed, match="^region is missing or malformed\nhint: "):
        aws_probe.run(path, "getCallerIdentity")
    path["AWS_REGION"] = "eu-west-1"
    with pytest.raises(aws_probe.ProbeFailed, match="^no credentials in the environment\nhint: "):
        aws_probe.run(path, "getCallerIdentity")
