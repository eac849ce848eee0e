"""The smallest packaged function under AWS's emulator: framing, order, death and rebirth."""

import os
import pathlib
import signal
import subprocess

import pytest

import emulator
from testkit.programs.build import program


# Above 2,048 bytes the Runtime API frames events in chunks, without saying how long they are.
@pytest.mark.parametrize("size", [2, 2047, 2048, 2049, 6_000, 256_000, 5_900_000])
def test_an_event_of_any_framing_comes_back_as_it_was(emulated, size):
    event = b'"' + os.urandom(size // 2).hex().encode()[: size - 2] + b'"'
    answer = emulated("echo").invoke(event)
    assert answer.error is None
    assert answer.body == event


def test_one_process_serves_one_event_after_the_other(emulated):
    echo = emulated("echo")
    seen = set()
    for number in range(20):
        assert echo.invoke(b"%d" % number).body == b"%d" % number
        seen.add(echo.function())
    assert len(seen) == 1


def test_a_function_that_is_killed_is_started_again(emulated):
    echo = emulated("echo")
    assert echo.invoke(b"1").body == b"1"
    first = echo.function()
    os.kill(first, signal.SIGKILL)
    answers = [echo.invoke(b"2") for _ in range(2)]
    assert answers[-1].error is None and answers[-1].body == b"2"
    assert echo.function() != first


def test_nothing_is_left_running(unpacked):
    with emulator.Emulator(unpacked("echo")) as running:
        assert running.invoke(b"1").body == b"1"
        pid = running.function()
    assert not os.path.exists(f"/proc/{pid}")
    assert running.process.returncode is not None


def test_a_function_without_its_emulator_says_what_is_missing(unpacked):
    for function in ("echo", "event-enricher", "sns-publisher", "drift-checker"):
        answer = subprocess.run([unpacked(function)], env={}, capture_output=True, text=True)
        assert answer.returncode != 0
        assert "AWS_LAMBDA_RUNTIME_API is not set" in answer.stderr


@pytest.fixture
def probe():
    return pathlib.Path(program("runtime-probe"))


def test_an_error_of_the_handler_reaches_the_caller_and_the_next_event_is_served(emulated, probe):
    running = emulated(probe)
    answer = running.invoke(b'{"fail": "no such thing"}')
    assert "no such thing" in answer.error
    first = running.function()
    assert running.invoke(b"{}").error is None
    assert running.function() == first


def test_an_event_of_the_wrong_shape_is_an_error_of_its_own(emulated, probe):
    running = emulated(probe)
    assert running.invoke(b'{"fail": 7}').error is not None
    assert running.invoke(b"{}").error is None


def test_a_function_that_cannot_start_says_why(emulated, probe):
    running = emulated(probe, PROBE_INIT_FAILS="no key to be found")
    assert "no key to be found" in running.invoke(b"{}").error
