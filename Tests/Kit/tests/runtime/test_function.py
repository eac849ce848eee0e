"""A function runs beside its stand-in, and its exit is noticed."""

import sys

import pytest

from testkit.runtime.function import Function
from testkit.runtime.stand_in import Invocation, StandIn

# A runtime in a few lines, which echoes every event.
ECHO = """#!{python}
import http.client, os, sys
while True:
    api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    api.request("GET", "/2018-06-01/runtime/invocation/next")
    answer = api.getresponse()
    event, request = answer.read(), answer.headers["Lambda-Runtime-Aws-Request-Id"]
    print(event.decode(), file=sys.stderr, flush=True)
    if event == b"end":
        sys.exit(3)
    api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    api.request("POST", f"/2018-06-01/runtime/invocation/{{request}}/response", event)
    api.getresponse().read()
"""


@pytest.fixture
def start(tmp_path):
    program = tmp_path / "echo"
    program.write_text(ECHO.format(python=sys.executable))
    program.chmod(0o755)
    running = []

    def start(*events):
        running.append(Function(program, StandIn([Invocation(event) for event in events]), {}))
        return running[-1]

    yield start
    for function in running:
        function.close()


def test_a_function_that_answered_everything_is_finished(start):
    function = start(b"one", b"two")
    assert function.finish() == "one\ntwo\n"
    assert [post.body for post in function.api.posts] == [b"one", b"two"]


def test_a_function_that_ended_has_a_status(start):
    assert start(b"end").status() == 3


def test_a_function_that_ended_is_not_finished(start):
    function = start(b"end")
    function.status()
    with pytest.raises(AssertionError, match="ended with 3: end"):
        function.finish(timeout=0)
