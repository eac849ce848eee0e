"""What goes wrong: faults of services, and the death of a process at one of its calls."""

import time

from testkit.faults.server import Close
from testkit.faults.table import Refused


class Fault:
    """Concerns the calls of a service; the first `times` of them, or all."""

    def __init__(self, how, service, region=None, target=None, who=None, times=None, operation=None):
        self.how, self.service, self.region, self.target = how, service, region, target
        self.who, self.times, self.operation = who, times, operation
        self.count = 0

    def concerns(self, call):
        fits = (
            call.service == self.service
            and self.region in (None, call.region)
            and (self.target is None or self.target in call.target + "$")
            and (self.who is None or call.who.startswith(self.who))
            and self.operation in (None, call.operation)
        )
        if not fits or (self.times is not None and self.count >= self.times):
            return False
        self.count += 1
        return True

    def act(self, cloud, call, apply):
        return self.how(cloud, call, apply)


def refuses(code, status=400):
    def how(cloud, call, apply):
        raise Refused(code, status=status)

    return how


def hangs(seconds=30):
    """Nothing is done, and nothing answers."""

    def how(cloud, call, apply):
        time.sleep(seconds)
        raise Close

    return how


def loses(cloud, call, apply):
    """It is done, and the answer is lost."""
    apply()
    raise Close


def answers_late(seconds):
    def how(cloud, call, apply):
        answer = apply()
        time.sleep(seconds)
        return answer

    return how


def fails_after(code="InternalError", status=500):
    """It is done, and the service says that it failed."""

    def how(cloud, call, apply):
        apply()
        raise Refused(code, status=status)

    return how


class Crash:
    """kill -9 of a process at its call of this number, from 1: before or after it had its effect."""

    def __init__(self, who, number, after):
        self.who, self.number, self.after = who, number, after
        self.count, self.done = 0, False

    def concerns(self, call):
        if self.done or call.who != self.who:
            return False
        self.count += 1
        if self.count != self.number:
            return False
        self.done = True
        return True

    def act(self, cloud, call, apply):
        if self.after:
            apply()
        cloud.functions[call.who].process.kill()
        raise Close
