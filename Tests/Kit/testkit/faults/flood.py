"""Many alerts at once, in real time: how long a critical one takes, how many messages a subscriber gets, what
the table pays. And a soak: many invocations of one process, whose memory must not grow."""

import json
import queue
import sys
import tempfile
import threading
import time
import uuid
from collections import Counter

from testkit.faults import kinds, verdict
from testkit.faults.hubs import HOME, PUBLISHER_TIME, Hubs, compiled_plan
from testkit.faults.process import Process

# ReservedConcurrentExecutions, as the template's parameters say by default.
OTHERS, CRITICAL = 5, 3


def record(name, severity):
    """What Lambda makes of a run of the enricher."""
    message = {
        "schema": "breakglass.message/1",
        "due": True,
        "id": name,
        "kind": "assume_role",
        "severity": severity,
        "subject": f"Alert {name}",
        "default": f"This is {name}",
        "sqs": json.dumps({"id": name}),
    }
    context = {"condition": "Success", "requestId": name}
    return json.dumps(
        {"version": "1.0", "requestContext": context, "requestPayload": {}, "responsePayload": message}
    ).encode()


class Lane(threading.Thread):
    """Execution environments of one function, which share a queue of invocations."""

    def __init__(self, hubs, function, size):
        super().__init__(daemon=True)
        self.hubs, self.function = hubs, function
        self.waiting, self.results = queue.Queue(), Counter()
        self.threads = [
            threading.Thread(target=self._work, args=(number,), daemon=True) for number in range(size)
        ]
        for thread in self.threads:
            thread.start()

    def _work(self, number):
        environment = {
            **self.function.environment,
            "AWS_ENDPOINT_URL": self.hubs.server.url,
            "LOG_FOLDER": self.hubs.folder,
        }
        process = Process(self.function.program, environment, f"{self.function.name}-{number}")
        while (item := self.waiting.get()) is not None:
            outcome = process.invoke(item, str(uuid.uuid4()), PUBLISHER_TIME)
            self.results[outcome.body.decode() if outcome.kind == "ok" else outcome.kind] += 1
        process.close()

    def finish(self):
        for _ in self.threads:
            self.waiting.put(None)
        for thread in self.threads:
            thread.join()


def flood(task, count=10_000, every=100, sweeps=4):
    """`count` alerts at once, one of `every` critical. Returns the figures."""
    with tempfile.TemporaryDirectory() as folder:
        hubs = Hubs(folder, task)
        hubs.latency = 0.004
        hubs._running = time.monotonic()
        others = Lane(hubs, hubs.functions[f"publisher-{HOME}"], OTHERS)
        critical = Lane(hubs, hubs.functions[f"critical-{HOME}"], CRITICAL)
        names = {str(uuid.uuid4()): "critical" if n % every == 0 else "high" for n in range(count)}
        begun = hubs.moment
        for name, severity in names.items():
            (critical if severity == "critical" else others).waiting.put(record(name, severity))
        others.finish()
        critical.finish()
        taken_at = hubs.moment - begun
        # What was folded last is the sweeper's, once its time has come.
        sweeper = Lane(hubs, hubs.functions[f"critical-{HOME}"], 1)
        for _ in range(sweeps):
            for table in hubs.tables.values():
                table.age(60)
            sweeper.waiting.put(b'{"sweep":true}')
        sweeper.finish()
        hubs.close()
        return figures(hubs, names, begun, taken_at, others.results + critical.results)


def figures(hubs, names, begun, taken_at, results):
    copies = verdict.told(hubs, set(names))
    first = {name: min(c)[0] - begun for (name, who), c in copies.items() if who == "people"}
    waits = sorted(first.get(name, float("inf")) for name, s in names.items() if s == "critical")
    mails = sorted(moment for moment, topic, _ in hubs.taken if verdict.audience(topic) == "people")
    most = max((sum(m <= other < m + 1 for other in mails) for m in mails), default=0)
    table = hubs.tables[HOME]
    return {
        "alerts": len(names),
        "lost": len(names) - len(first),
        "repeats": sum(len(c) - 1 for c in copies.values()),
        "critical p50": waits[len(waits) // 2],
        "critical p99": waits[int(len(waits) * 0.99) - 1],
        "critical worst": waits[-1],
        "messages": len(mails),
        "most in a second": most,
        "table calls an alert": sum(table.calls.values()) / len(names),
        "write units an alert": sum(table.units.values()) / len(names),
        "seconds": taken_at,
        "results": dict(results.most_common(8)),
    }


def soak(task, count=50_000):
    """One process each, and as many invocations: resident kilobytes and descriptors, early and late."""
    event, name = kinds.event("an emergency role is assumed")
    with tempfile.TemporaryDirectory() as folder:
        hubs = Hubs(folder, task)
        seen = {}
        for which, make in (
            (f"enricher-{HOME}", lambda n: event.replace(name.encode(), str(uuid.uuid4()).encode())),
            # Most are delivered again: a new alert may have to wait for its share of the budget.
            (f"publisher-{HOME}", lambda n: record(str(uuid.UUID(int=n // 200)), "low")),
        ):
            function = hubs.functions[which]
            for number in range(count):
                if number % 500 == 0:
                    hubs.calls.clear(), hubs.taken.clear(), hubs.outcomes.clear()
                hubs._run(function, make(number), str(uuid.uuid4()))
                if number in (count // 10, count - 1):
                    seen.setdefault(which, []).append(function.process.memory())
        hubs.close()
        return seen


def main(arguments):
    count = int(next((a for a in arguments if a.isdigit()), 10_000))
    with tempfile.TemporaryDirectory() as folder:
        task = compiled_plan(folder)
        if "soak" in arguments:
            for name, memory in soak(task, count).items():
                print(name, " → ".join(f"{kb} kB, {files} descriptors" for kb, files in memory))
            return 0
        for name, value in flood(task, count).items():
            print(f"{name}: {value:.2f}" if isinstance(value, float) else f"{name}: {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
