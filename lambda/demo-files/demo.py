"""The demonstration. lambda/demo starts it after everything is installed and built."""

import contextlib
import datetime
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import uuid
import zipfile

import cloud
import show
import subscribers

import emulator
from testkit.repository import DIST, ROOT

FILES = os.path.dirname(os.path.abspath(__file__))
EVENTS = os.path.join(ROOT, "lambda", "event-enricher", "events")


def unpack(function, folder):
    """The unpacked zip with the plan, as in a deployment."""
    target = os.path.join(folder, function)
    with zipfile.ZipFile(os.path.join(DIST, f"{function}.zip")) as archive:
        archive.extract("bootstrap", target)
    os.chmod(os.path.join(target, "bootstrap"), 0o755)
    plan = os.path.join(FILES, "plan.yaml")
    with open(os.path.join(target, "plan.json"), "wb") as file:
        command = [os.path.join(DIST, "breakglass"), "plan", "compile", plan]
        subprocess.run(command, check=True, stdout=file)
    return os.path.join(target, "bootstrap")


def recorded(name, minutes_ago=3):
    """A recorded event with its time changed to a moment ago."""
    with open(os.path.join(EVENTS, f"{name}.json")) as file:
        event = json.load(file)
    past = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=minutes_ago)
    event["time"] = event["detail"]["eventTime"] = past.strftime("%Y-%m-%dT%H:%M:%SZ")
    return event


def invocation_record(event, answer):
    """The record that Lambda sends to a function's on-success destination."""
    now = datetime.datetime.now(datetime.timezone.utc)
    return {
        "version": "1.0",
        "timestamp": now.strftime("%Y-%m-%dT%H:%M:%S.") + f"{now.microsecond // 1000:03}Z",
        "requestContext": {
            "requestId": str(uuid.uuid4()),
            "functionArn": f"arn:aws:lambda:{cloud.REGION}:{cloud.ACCOUNT}"
            ":function:breakglass-event-enricher:$LATEST",
            "condition": "Success",
            "approximateInvokeCount": 1,
        },
        "requestPayload": event,
        "responseContext": {"statusCode": 200, "executedVersion": "$LATEST"},
        "responsePayload": answer,
    }


class Functions:
    """The two packaged functions, each under an emulator of its own."""

    def __init__(self, enricher, publisher, steps):
        self.enricher, self.publisher, self.steps = enricher, publisher, steps

    def invoke(self, function, event):
        answer = function.invoke(json.dumps(event).encode())
        if answer.error is not None:
            raise RuntimeError(f"a function failed: {answer.error}\n{function.logged()}")
        return json.loads(answer.body)

    def deliver(self, event):
        """One delivery from the bus: the enricher, and Lambda's record of its answer."""
        self.steps.started = time.monotonic()
        message = self.invoke(self.enricher, event)
        self.steps.note(f"event-enricher answered in {self.steps.took()}")
        self.steps.started = time.monotonic()
        result = self.invoke(self.publisher, invocation_record(event, message))
        self.steps.note(f"sns-publisher answered in {self.steps.took()}: {json.dumps(result)}")
        return result.get("result")


def run(stack, steps):
    steps.begin("Starting moto, a stand-in for AWS, behind a proxy that checks every request")
    chat = stack.enter_context(subscribers.ChatChannel())
    aws = stack.enter_context(cloud.Cloud())
    steps.note(f"ready after {steps.took()}")

    steps.begin("Creating key, state table, topics and subscribers")
    aws.create(chat.url)
    steps.note(f"key    {aws.key}\ntopic  {aws.topic}\ntopic  {aws.chat_topic}")
    keys = {aws.encryption_key(topic) for topic in (aws.topic, aws.chat_topic)}
    steps.check("both topics are encrypted with the customer-managed key", keys == {aws.key})

    steps.begin("Starting the packaged functions under Lambda's Runtime Interface Emulator")
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="break-glass-demo-"))
    environment = {**aws.environment(), "TABLE_NAME": aws.table}
    topics = {"TOPIC_ARN": aws.topic, "CHAT_TOPIC_ARN": aws.chat_topic}
    functions = Functions(
        *(
            stack.enter_context(
                emulator.Emulator(unpack(name, folder), settings, name=name)
            )
            for name, settings in (
                ("event-enricher", environment),
                ("sns-publisher", {**environment, **topics}),
            )
        ),
        steps,
    )

    steps.begin("BreakglassUser1 signs in to the console of the emergency access account")
    event = recorded("console-sign-in")
    detail = event["detail"]
    steps.note(
        f"{detail['eventName']} by {detail['userIdentity']['arn']}\n"
        f"from {detail['sourceIPAddress']} at {detail['eventTime']}, CloudTrail's record of it, "
        f"{len(json.dumps(event)):,} bytes"
    )
    steps.check("the alert was published", functions.deliver(event) == "published")

    steps.begin("What the subscribers received")
    show_all(aws, chat, steps)

    steps.begin("The same event once more, as EventBridge may deliver it, and one of somebody else")
    steps.check("the repetition told nobody", functions.deliver(event) == "already_published")
    steps.check(
        "a sign-in to another account is none of ours",
        functions.deliver(recorded("sign-in-elsewhere")) == "not_due",
    )
    told = (len(subscribers.emails(aws)), len(chat.messages()), len(subscribers.queue(aws)))
    steps.check("nobody received anything twice", told == (1, 1, 0))

    steps.begin("Every request to AWS, checked by botocore: signature, parameters, form")
    for name in sorted(set(aws.proxy.operations)):
        steps.note(f"{aws.proxy.operations.count(name):3} {name}")
    for failure in aws.proxy.failures:
        steps.note(failure)
    steps.check("nothing to correct in any of them", not aws.proxy.failures)
    steps.check("sns:Publish was called for both topics", aws.proxy.operations.count("sns:Publish") == 2)


def show_all(aws, chat, steps):
    inbox, phone = subscribers.emails(aws), subscribers.texts(aws)
    queue, cards = subscribers.queue(aws), chat.messages()
    for subject, text in inbox:
        show.email("security@example.com", subject, text)
    for text in phone:
        show.text_message("+15555550100", text)
    for card in cards:
        show.chat(card)
    for alert, attributes in queue:
        show.queued(alert, attributes)
    print()
    steps.note("moto sends no e-mail and no text message: these two are read from what was published")
    subjects = [subject for subject, _ in inbox]
    steps.check("one e-mail, which names the user", len(inbox) == 1 and "BreakglassUser1" in inbox[0][1])
    steps.check("a subject of at most 100 ASCII characters",
                all(s and s.isascii() and len(s) <= 100 for s in subjects))  # fmt: skip
    steps.check("one text message of at most 140 characters", [len(t) <= 140 for t in phone] == [True])
    steps.check("one card in the chat", len(cards) == 1)
    steps.check("one alert in the queue, due and critical",
                [(a["due"], a["severity"]) for a, _ in queue] == [(True, "critical")])  # fmt: skip


def main():
    # Stops all processes on SIGTERM, too, and on Ctrl-C even if the parent ignores it, as shells do
    # for background jobs.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGHUP, lambda *_: sys.exit(129))
    steps = show.Steps(7)
    with contextlib.ExitStack() as stack:
        run(stack, steps)
    print()
    if steps.failed:
        print(f"Failed: {'; '.join(steps.failed)}")
        sys.exit(1)
    print("Every step succeeded. No process is left running.")
    print("Next: docs/alerts.md shows every other alert. lambda/README.md explains how to inspect a function.")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        print("\ninterrupted", file=sys.stderr)
        sys.exit(130)
    except Exception as error:
        sys.exit(f"\nFailed: {error}")
