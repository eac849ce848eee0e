"""Runs `breakglass` against the stand-in, as a person, a pipeline or a power failure does."""

import os
import pty
import signal
import subprocess
import threading

from testkit.programs.build import program

# Only the program itself may be on the machine: no AWS CLI, no python3.
NOTHING = "/nonexistent"


class Run:
    """A run that has ended: its exit status (negative: a signal) and what it said."""

    def __init__(self, status, said):
        self.status, self.said = status, said


class Interruption:
    """Sends a signal once an operation was carried out for the nth time, before it is answered."""

    def __init__(self, operation, count, signal):
        self.operation, self.left, self.signal = operation, count, signal
        self.process, self.happened, self.lock = None, False, threading.Lock()
        self.ready = threading.Event()

    def see(self, call):
        with self.lock:
            if call.name != self.operation or self.happened:
                return
            self.left -= 1
            if self.left == 0:
                self.happened = True
                self.ready.wait()
                self.process.send_signal(self.signal)


def interruptions(stopped, killed, *some):
    """Points (signal, operation, count) for Ctrl-C and for a loss of power: all of them with
    BREAKGLASS_INTERRUPTIONS=all, otherwise those with these indices.
    """
    points = [(signal.SIGINT, *point) for point in stopped] + [(signal.SIGKILL, *point) for point in killed]
    return points if os.environ.get("BREAKGLASS_INTERRUPTIONS") == "all" else [points[index] for index in some]


def run_until(point, cloud, *words, statuses, **given):
    """Runs the program, and interrupts it at a point (signal, operation, count). After Ctrl-C it ends with one of the
    statuses, and says what to do.
    """
    number, operation, count = point
    interruption = Interruption(operation, count, number)
    stopped = run(cloud, *words, interruption=interruption, **given)
    assert interruption.happened, f"{operation} is not called {count} times: {stopped.said}"
    if number == signal.SIGKILL:
        assert stopped.status == -signal.SIGKILL
        return
    assert stopped.status in statuses, stopped.said
    assert stopped.status == 0 or "run the same command again" in stopped.said
    assert "Fatal" not in stopped.said and "Crash" not in stopped.said


def run(cloud, *words, home, interruption=None, **given):
    """Runs the program against the stand-in."""
    if interruption:
        cloud.world.after = interruption.see
    try:
        return run_with(cloud.environment, *words, home=home, interruption=interruption, **given)
    finally:
        cloud.world.after = lambda call: None


def run_with(surroundings, *words, home, answer=None, interruption=None, timeout=900, **environment):
    """Runs the program. `answer` is what a person at a terminal types; nobody is there otherwise."""
    keyboard, terminal = pty.openpty()
    if answer is not None:
        os.write(keyboard, f"{answer}\n".encode())
    process = subprocess.Popen(
        [program("breakglass"), *map(str, words)],
        env={"PATH": NOTHING, "HOME": str(home)} | surroundings | environment,
        stdin=subprocess.DEVNULL if answer is None else terminal,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    if interruption:
        interruption.process = process
        interruption.ready.set()
    try:
        said, _ = process.communicate(timeout=timeout)
    finally:
        process.kill()
        os.close(keyboard)
        os.close(terminal)
    return Run(process.returncode, said)
