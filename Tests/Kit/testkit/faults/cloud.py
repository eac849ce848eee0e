"""Two Regions with a hub each: tables, topics, queues and asynchronous invocations, in virtual time.

The clock jumps from task to task. The functions are real processes whose clocks nobody can set, so the
tables move their stored times back instead (`Table.age`).
"""

import concurrent.futures
import copy
import heapq
import itertools
import json
import threading
import time
import uuid

from testkit.faults.process import Outcome, Process
from testkit.faults.server import Close, Server
from testkit.faults.table import Refused, Table

ACCOUNT = "123456789012"
RETRY_AFTER = (60, 120)  # Lambda's waits before the second and the third attempt.
VISIBLE_AFTER = 60
MOST_RECEIVES = 10


class Function:
    """A function: its program, its variables, and where Lambda sends what becomes of its runs."""

    def __init__(self, name, region, program, environment, timeout, retries, success=None, failure=None):
        self.name, self.region, self.program = name, region, program
        self.environment, self.timeout, self.retries = environment, timeout, retries
        self.success, self.failure = success, failure
        self.dead = False
        self.process = None


class Cloud:
    def __init__(self, folder):
        self.folder = folder
        self.now = 0.0
        self.tasks, self.order = [], itertools.count()
        self.tables, self.functions, self.lost_to = {}, {}, []
        self.taken, self.calls, self.outcomes = [], [], []
        self.faults = []
        self.latency, self.twins = 0, 1
        self.lock = threading.RLock()
        self._started = self._wall = time.time()
        self._virtual = 0.0
        self._running = None
        self.server = Server(self._handle)

    def close(self):
        for function in self.functions.values():
            if function.process:
                function.process.close()
        self.server.close()

    # Virtual time

    def at(self, seconds, task, *arguments):
        heapq.heappush(self.tasks, (seconds, next(self.order), task, arguments))

    def run(self, until):
        while self.tasks and self.tasks[0][0] <= until:
            moment, _, task, arguments = heapq.heappop(self.tasks)
            self._jump(max(self.now, moment))
            task(*arguments)
        self._jump(until)

    def _jump(self, moment):
        self.now = moment
        wall = time.time()
        delta = (moment - self._virtual) - (wall - self._wall)
        for table in self.tables.values():
            table.age(delta)
        self._virtual, self._wall = moment, wall

    @property
    def moment(self):
        """The time of a call, while a function runs."""
        return self.now + (time.monotonic() - self._running if self._running else 0)

    # Lambda

    def invoke(self, name, payload, attempt=0, request_id=None):
        """An asynchronous invocation."""
        function = self.functions[name]
        request_id = request_id or str(uuid.uuid4())
        outcome, ended = self._run(function, payload, request_id)
        if outcome.kind == "ok":
            self._pass_on(function.success, function, payload, outcome, request_id, "Success", ended)
        elif attempt < function.retries:
            self.at(ended + RETRY_AFTER[attempt], self.invoke, name, payload, attempt + 1, request_id)
        else:
            self._pass_on(
                function.failure, function, payload, outcome, request_id, "RetriesExhausted", ended
            )

    def at_once(self, name, payload, copies):
        """The same invocation in several environments at the same moment; each with a fate of its own."""
        function = self.functions[name]
        twins = [copy.copy(function) for _ in range(copies)]
        for number, twin in enumerate(twins):
            twin.process = None
            twin.name = f"{name}-{number}"
            self.functions[twin.name] = twin
        began = self._running = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(copies) as pool:
            ids = [str(uuid.uuid4()) for _ in twins]
            ends = list(pool.map(lambda twin, one: self._execute(twin, payload, one), twins, ids))
        ended = self.now + time.monotonic() - began
        self._running = None
        for twin, outcome, one in zip(twins, ends, ids):
            self.outcomes.append((ended, twin.name, outcome.kind, outcome.body))
            if outcome.kind != "ok":
                self.at(ended + RETRY_AFTER[0], self.invoke, name, payload, 1, one)

    def _run(self, function, payload, request_id):
        if function.dead:
            self.outcomes.append((self.now, function.name, "dead", b""))
            return Outcome("error", b'{"errorMessage":"dead"}'), self.now
        self._running = time.monotonic()
        outcome = self._execute(function, payload, request_id)
        ended = self.moment
        self._running = None
        self.outcomes.append((ended, function.name, outcome.kind, outcome.body))
        return outcome, ended

    def _execute(self, function, payload, request_id):
        if function.process is None or not function.process.lives:
            function.process = Process(
                function.program,
                {**function.environment, "AWS_ENDPOINT_URL": self.server.url, "LOG_FOLDER": self.folder},
                function.name,
            )
        outcome = function.process.invoke(payload, request_id, function.timeout)
        if outcome.kind in ("crash", "timeout"):
            function.process.close()
            function.process = None
        return outcome

    def _pass_on(self, destination, function, payload, outcome, request_id, condition, moment):
        if destination is None:
            return
        request = json.loads(payload) if is_json(payload) else payload.decode()
        body = json.loads(outcome.body) if is_json(outcome.body) else None
        record = json.dumps(
            {
                "version": "1.0",
                "requestContext": {
                    "requestId": request_id,
                    "functionArn": f"arn:aws:lambda:{function.region}:{ACCOUNT}:function:{function.name}",
                    "condition": condition,
                    "approximateInvokeCount": 1 + function.retries,
                },
                "requestPayload": request,
                "responseContext": {"statusCode": 200, "executedVersion": "$LATEST"},
                "responsePayload": body,
            }
        ).encode()
        kind, _, target = destination.partition(":")
        if kind == "function" and self.twins > 1:
            self.at(moment, self.at_once, target, record, self.twins)
        elif kind == "function":
            self.at(moment, self.invoke, target, record)
        elif kind == "queue":
            self.send(target, record, moment)
        else:
            self.lost_to.append((moment, target, record))

    # SQS: one waiting queue in each Region, which its publisher reads one message at a time.

    def send(self, region, body, moment, delay=60):
        self.at(moment + delay, self._receive, region, body, 1)

    def _receive(self, region, body, count):
        function = self.functions[f"publisher-{region}"]
        event = {
            "Records": [
                {
                    "messageId": str(uuid.uuid4()),
                    "receiptHandle": "handle",
                    "body": body.decode() if isinstance(body, bytes) else body,
                    "attributes": {"ApproximateReceiveCount": str(count)},
                    "messageAttributes": {},
                    "eventSource": "aws:sqs",
                    "eventSourceARN": f"arn:aws:sqs:{region}:{ACCOUNT}:breakglass-waiting",
                    "awsRegion": region,
                }
            ]
        }
        outcome, ended = self._run(function, json.dumps(event).encode(), str(uuid.uuid4()))
        answer = json.loads(outcome.body) if outcome.kind == "ok" and is_json(outcome.body) else None
        if answer is not None and not answer.get("batchItemFailures"):
            return
        if count < MOST_RECEIVES:
            self.at(ended + VISIBLE_AFTER, self._receive, region, body, count + 1)
        else:
            self.lost_to.append((ended, "publisher-dlq", body if isinstance(body, bytes) else body.encode()))

    # What the functions call

    def _handle(self, call):
        with self.lock:
            self.calls.append((self.moment, call))
            fault = next((f for f in self.faults if f.concerns(call)), None)
        if self.latency and call.service == "dynamodb":
            time.sleep(self.latency)
        if fault:
            return fault.act(self, call, lambda: self._apply(call))
        return self._apply(call)

    def _apply(self, call):
        if call.service == "dynamodb":
            return self.tables[call.region].handle(call.operation, call.request)
        if call.service == "sns":
            with self.lock:
                self.taken.append((self.moment, call.request["TopicArn"], call.request["Message"]))
            return {"MessageId": str(uuid.uuid4())}
        if call.service == "sqs":
            delay = int(call.request.get("DelaySeconds", 60))
            self.send(call.region, call.request["MessageBody"], self.moment, delay)
            return {"MessageId": str(uuid.uuid4()), "MD5OfMessageBody": ""}
        if call.service == "lambda":
            name = {"breakglass-sns-publisher-critical": f"critical-{call.region}"}.get(
                call.path.rpartition(":")[2], f"publisher-{call.region}"
            )
            with self.lock:
                self.at(self.moment, self.invoke, name, call.request["payload"])
            return {}
        raise Refused("UnknownOperationException")


def is_json(data):
    try:
        json.loads(data)
        return True
    except ValueError:
        return False


__all__ = ["Close", "Cloud", "Function", "Table"]
