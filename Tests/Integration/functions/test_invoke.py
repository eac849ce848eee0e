"""lambda/invoke: prints the answer, says what failed, leaves nothing running."""

import subprocess

import pytest

from testkit.repository import ROOT

EVENT = ROOT / "lambda/event-enricher/events/console-sign-in.json"


def invoke(*arguments, **options):
    return subprocess.run(
        [ROOT / "lambda/invoke", *arguments], capture_output=True, timeout=60, **options
    )


def test_the_answer_goes_to_standard_output_and_nothing_else_does():
    answer = invoke("echo", EVENT)
    assert answer.returncode == 0
    assert answer.stdout == EVENT.read_bytes()


def test_the_event_may_come_from_standard_input():
    assert invoke("echo", "-", input=b'{"a":1}').stdout == b'{"a":1}\n'


def test_a_variable_reaches_the_function():
    answer = invoke("sns-publisher", EVENT, "--env", "TOPIC_ARN=no-topic")
    assert answer.returncode == 1
    assert b'TOPIC_ARN is "no-topic"' in answer.stderr + answer.stdout


@pytest.mark.parametrize(
    "arguments, status, text",
    [
        (["nothing", EVENT], 2, b"there is no dist/nothing.zip\nhint: run lambda/package nothing"),
        (["echo", "/does/not/exist"], 2, b"/does/not/exist: No such file or directory\nhint: "),
        (["echo"], 64, b"the following arguments are required: EVENT\nhint: "),
        (["echo", EVENT, "--env", "word"], 64, b"--env takes KEY=VALUE"),
    ],
)
def test_what_is_wrong_is_said_with_a_hint(arguments, status, text):
    answer = invoke(*arguments)
    assert answer.returncode == status
    assert text in answer.stderr
    assert answer.stdout == b""
