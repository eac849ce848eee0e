"""Runs `breakglass` against the stand-in, as a person, a pipeline or a power failure does."""

import os
import pty
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
