"""The demonstration: shows every subscriber's message, and leaves nothing running, come what may."""

import os
import signal
import subprocess
import sys
import time

import pytest

from testkit.repository import ROOT

DEMO = ROOT / "lambda/demo-files/demo.py"
# As lambda/demo sets it.
PYTHON_PATH = f"{ROOT}/lambda:{ROOT}/Tests/Kit"


def processes_with(mark):
    """The ids of the processes that have a mark in their environment, as all that it starts have."""
    found = []
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/environ", "rb") as file:
                if mark.encode() in file.read():
                    found.append(int(entry))
        except OSError:
            pass
    return found


@pytest.fixture
def demo(tmp_path):
    """demo() starts it, with its temporary files in a place of its own."""
    started = []

    def start():
        environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": PYTHON_PATH}
        started.append(
            subprocess.Popen(
                [sys.executable, "-B", DEMO],
                env=environment,
                # Whoever runs the tests by nohup has all of them ignore it.
                preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
        )
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def test_every_subscriber_is_shown_and_every_check_holds(demo, tmp_path):
    process = demo()
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0, output
    for title in ("e-mail to", "text message to", "chat, in the thread", "queue security-siem"):
        assert f"+-- {title}" in output
    assert "NO  " not in output
    assert processes_with(str(tmp_path)) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_when_it_is_interrupted_nothing_is_left(demo, tmp_path, number):
    process = demo()
    for line in process.stdout:
        if line.startswith("[3/7]"):
            break
    assert processes_with(str(tmp_path)) != [process.pid]
    process.send_signal(number)
    process.communicate(timeout=60)
    assert process.returncode == 128 + number
    end = time.monotonic() + 5
    while processes_with(str(tmp_path)) and time.monotonic() < end:
        time.sleep(0.05)
    assert processes_with(str(tmp_path)) == []
    assert list(tmp_path.iterdir()) == []
