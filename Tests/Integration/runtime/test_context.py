"""What a handler sees and what it writes: context, trace, log lines, metrics."""

import json
import re
import time

import pytest

from testkit.runtime.answers import event_headers
from testkit.runtime.stand_in import Invocation, StandIn


def sights(function):
    return [json.loads(post.body) for post in function.api.posts]


def test_the_handler_sees_every_header(probe, start):
    deadline = int(time.time() * 1000) + 90_000
    headers = event_headers(
        0,
        Deadline_Ms=str(deadline),
        Client_Context='{"custom":{"a":1}}',
        Cognito_Identity='{"identityId":"x"}',
    )
    function = start(probe, [Invocation(headers=headers)])
    function.finish()
    (sight,) = sights(function)
    assert 80 <= sight.pop("remainingSeconds") <= 90
    assert sight == {
        "requestID": StandIn.id(0),
        "functionARN": "arn:aws:lambda:eu-west-1:123456789012:function:echo",
        "clientContext": '{"custom":{"a":1}}',
        "cognitoIdentity": '{"identityId":"x"}',
        "traceID": "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e000;Sampled=1",
        "traceVariable": "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e000;Sampled=1",
    }


def test_header_names_are_read_in_any_letter_case(probe, start):
    headers = [(name.swapcase(), value) for name, value in event_headers(0)]
    function = start(probe, [Invocation(headers=headers)])
    function.finish()
    assert sights(function)[0]["requestID"] == StandIn.id(0)


def test_the_trace_variable_follows_each_invocation(probe, start):
    traces = ["Root=a", "Root=longer;Sampled=1", None, "b", None, None, "x" * 5_000, "Root=c"]
    function = start(
        probe,
        [Invocation(headers=event_headers(i, Trace_Id=trace)) for i, trace in enumerate(traces)],
        {"_X_AMZN_TRACE_ID": "from before"},
    )
    function.finish()
    seen = [sight.get("traceVariable") for sight in sights(function)]
    assert seen == [trace if trace and len(trace) < 4_000 else None for trace in traces]


@pytest.mark.parametrize("deadline", [None, "soon", "99999999999999999999"])
def test_without_a_deadline_lambdas_default_of_3_s_is_assumed(probe, start, deadline):
    headers = event_headers(0, Deadline_Ms=deadline)
    function = start(probe, [Invocation(headers=headers)])
    function.finish()
    assert sights(function)[0]["remainingSeconds"] in (2, 3)


@pytest.mark.parametrize("deadline", ["0", "-1", "-9223372036854775808"])
def test_a_deadline_in_the_past_leaves_nothing(probe, start, deadline):
    function = start(probe, [Invocation(headers=event_headers(0, Deadline_Ms=deadline))])
    function.finish()
    assert sights(function)[0]["remainingSeconds"] == 0


def test_a_log_record_is_one_line_of_json_whatever_it_says(probe, start):
    text = 'one\ntwo\r"three" \\ \x00 \x1b[31m \u2028 é'
    function = start(probe, [Invocation(json.dumps({"log": text}).encode())])
    (line,) = function.finish().splitlines()
    record = json.loads(line)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", record.pop("timestamp"))
    assert record == {
        "level": "INFO",
        "message": text,
        "requestId": StandIn.id(0),
        "logger": "probe",
        "metadata": {"given": text},
    }
    assert "\x1b" not in line and "\x00" not in line


@pytest.mark.parametrize("level, lines", [("ERROR", 0), ("warn", 0), ("DEBUG", 1), ("odd", 1)])
def test_the_log_level_is_lambdas(probe, start, level, lines):
    function = start(probe, [Invocation(b'{"log":"x"}')], {"AWS_LAMBDA_LOG_LEVEL": level})
    assert len(function.finish().splitlines()) == lines


def test_a_metric_is_one_line_that_cloudwatch_reads(probe, start):
    function = start(probe, [Invocation(b'{"metric":2.5}')])
    function.api.waiting.wait(30)
    record = json.loads(function.process.stdout.readline())
    assert abs(record["_aws"].pop("Timestamp") / 1000 - time.time()) < 60
    assert record == {
        "_aws": {
            "CloudWatchMetrics": [
                {
                    "Namespace": "Probe",
                    "Dimensions": [["kind"]],
                    "Metrics": [{"Name": "Value", "Unit": "Count"}],
                }
            ]
        },
        "requestId": StandIn.id(0),
        "kind": "test",
        "Value": 2.5,
    }


def test_a_closed_log_fails_no_invocation(probe, start):
    function = start(probe, [Invocation(b'{"log":"x","metric":1}')] * 100)
    function.process.stderr.close()
    function.process.stdout.close()
    assert function.api.waiting.wait(30)
    assert function.process.poll() is None
    assert len(function.api.posted("response")) == 100
