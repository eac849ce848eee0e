"""What can be lost of a hub: each part, and the call by which somebody takes it away."""

import dataclasses

from testkit.events.hearing import event
from testkit.templates.stacks import EMERGENCY, GLOBAL, KEY


@dataclasses.dataclass(frozen=True)
class Loss:
    """A part of a hub that somebody deletes, disables or changes."""

    title: str
    part: str
    source: str
    call: str
    # How the request names it: {place} is REGION:ACCOUNT, {region} and {role} what they are called.
    request: tuple
    # What of it breaks; the part itself if nothing is said.
    breaks: tuple = ()
    # The check that finds it missing every night.
    check: str = "functions-are-live"

    def broken(self, hub):
        return frozenset(f"{hub}/{one}" for one in self.breaks or (self.part,))

    def event(self, hub, region):
        """The call as CloudTrail records it."""
        suffix = "" if hub == "home" else "-standby"
        request = {
            key: value.format(place=f"{region}:{EMERGENCY}", region=region, account=EMERGENCY, standby=suffix, key=KEY,
                              mapping="breakglass-hub-WaitingAlertsMapping-1A2B3C4D5E6F")
            for key, value in self.request
        }  # fmt: skip
        return event(f"{self.source}.amazonaws.com", self.call, request, region=GLOBAL if self.source == "iam" else region)


def function(title, part, name):
    return Loss(title, part, "lambda", "DeleteFunction20150331", (("functionName", f"breakglass-{name}"),))


def rule(title, part, name, call="DeleteRule", bus="breakglass-hub", breaks=(), check="rules-reach-the-hub"):
    names = (("rule" if call == "RemoveTargets" else "name", f"breakglass-{name}"),)
    more = (("eventBusName", bus),) if bus else ()
    return Loss(title, part, "events", call, names + more, breaks, check)


def topic(title, part, name, check="topic-has-confirmed-subscribers"):
    return Loss(title, part, "sns", "DeleteTopic", (("topicArn", "arn:aws:sns:{place}:" + name),), check=check)


def queue(title, part, name):
    url = "https://sqs.{region}.amazonaws.com/{account}/" + name
    return Loss(title, part, "sqs", "DeleteQueue", (("queueUrl", url),), check="queues-are-empty-and-alarms-live")


LOSSES = [
    rule("rule on the default bus", "region.AssumeRoleRule", "assume-role", bus=None, check="rules-exist-in-every-region"),
    Loss("role that forwards", "region.ForwardingRole", "iam", "DeleteRole",
         (("roleName", "breakglass-region-ForwardingRole-1A2B3C"),), check="rules-reach-the-hub"),
    Loss("bus", "Bus", "events", "DeleteEventBus", (("name", "breakglass-hub"),), check="rules-reach-the-hub"),
    Loss("policy of the bus", "OurRules", "events", "RemovePermission",
         (("statementId", "OurRulesPutEvents"), ("eventBusName", "breakglass-hub")), check="rules-reach-the-hub"),
    rule("rule of the hub", "HubRule", "hub"),
    rule("target of that rule", "HubRule", "hub", "RemoveTargets", breaks=("HubRule.target",)),
    Loss("permission to start the enricher", "EnricherPermission", "lambda", "RemovePermission20150331v2",
         (("functionName", "breakglass-event-enricher"), ("statementId", "1"))),
    function("event-enricher", "Enricher", "event-enricher"),
    Loss("what the enricher hands on to", "EnricherOutcome", "lambda", "DeleteFunctionEventInvokeConfig",
         (("functionName", "breakglass-event-enricher"),)),
    function("sns-publisher", "Publisher", "sns-publisher"),
    function("sns-publisher-critical", "CriticalPublisher", "sns-publisher-critical"),
    Loss("role of the publishers", "PublisherRole", "iam", "DeleteRole",
         (("roleName", "breakglass-sns-publisher{standby}"),), check="stack-matches-template"),
    Loss("table", "Table", "dynamodb", "DeleteTable", (("tableName", "breakglass-state"),), check="stack-matches-template"),
    topic("topic for people", "AlertTopic", "breakglass-alerts"),
    topic("topic for chat", "ChatTopic", "breakglass-alerts-chat"),
    Loss("key", "Key", "kms", "DisableKey", (("keyId", "{key}"),), check="topic-key-works"),
    queue("waiting queue", "WaitingAlerts", "breakglass-waiting"),
    Loss("mapping of that queue", "WaitingAlertsMapping", "lambda", "DeleteEventSourceMapping20150331",
         (("uUID", "{mapping}"),), check="stack-matches-template"),
    queue("queue of alerts that nobody could publish", "UnpublishedAlerts", "breakglass-publisher-dlq"),
    rule("rule that sweeps", "SweepRule", "sweep", bus=None, check="functions-are-live"),
    Loss("permission to sweep", "SweepPermission", "lambda", "RemovePermission20150331v2",
         (("functionName", "breakglass-sns-publisher-critical"), ("statementId", "1"))),
    rule("rule of the ledger", "LedgerRule", "ledger"),
    Loss("ledger", "LedgerLog", "logs", "DeleteLogGroup", (("logGroupName", "/aws/events/breakglass-ledger"),),
         check="stack-matches-template"),
    topic("topic for alarms", "AlarmTopic", "breakglass-alarms", check="queues-are-empty-and-alarms-live"),
]  # fmt: skip
