"""Who hears of a loss, by which way, within how many seconds: computed from the links that are left."""

from testkit.links.graph import HUBS, PLACES
from testkit.links.losses import Loss
from testkit.patterns.matching import matches
from testkit.sources import swift_catalog

# EventBridge and Lambda take seconds; CloudTrail's own delay is not counted. In the standby Region an alert waits a
# minute for home.
BY_HOME, BY_STANDBY = 15, 75
CANARY, NIGHT = 3_600, 86_400
TOPICS = {f"{hub}/AlertTopic" for hub in HUBS}


def _rows():
    """The calls that the enricher tells people of."""
    return {(source, name) for (source, name), kind in swift_catalog.classes().items() if kind == "changes"}


ROWS = _rows()


class Hearing:
    """The losses of one deployment."""

    def __init__(self, graph):
        self.graph = graph

    def broken(self, loss: Loss, hubs):
        return frozenset().union(*(loss.broken(hub) for hub in hubs))

    def way(self, starts, broken):
        """By which hub an event that these parts have gets to people: `home`, `standby`, or None."""
        if self.graph.reach(starts, broken | {"standby/Bus"}) & TOPICS:
            return "home"
        return "standby" if self.graph.reach(starts, broken) & TOPICS else None

    def rules(self, event, broken):
        """The rules on the default bus of the event's Region that match it."""
        (place,) = (place for place, region in PLACES.items() if region == event["region"])
        return [
            part for part, rule in self.graph.of(place, "AWS::Events::Rule").items()
            if part not in broken and "EventPattern" in rule and rule.get("EventBusName") is None
            and matches(rule["EventPattern"], event)
        ]  # fmt: skip

    def ways(self, loss, hubs):
        """[(who tells it, seconds)], the first first."""
        broken, found = self.broken(loss, hubs), []
        started = []
        for hub in hubs:
            event = loss.event(hub, HUBS[hub])
            starts = self.rules(event, broken)
            started += starts
            name = event["detail"]["eventName"].partition("2015")[0]
            told = (f"{loss.source}.amazonaws.com", name) in ROWS
            if told and (way := self.way(starts, broken)):
                found.append(("the alert about the change", BY_HOME if way == "home" else BY_STANDBY))
        found += self._alarms(started, broken)
        if self.way(["home/Bus", "standby/Bus"], broken):
            found.append((f"the nightly check `{loss.check}`", NIGHT))
        return sorted(set(found), key=lambda one: (one[1], one[0]))

    def alerts(self, loss, hubs, critical):
        """By which hub other alerts still get to people; if by none, where they are kept: `queue` or `archive`."""
        broken = self.broken(loss, hubs)
        if not critical:
            # They have no lane of their own.
            broken |= {f"{hub}/CriticalPublisher" for hub in HUBS}
        starts = [f"{place}/events" for place in PLACES]
        if way := self.way(starts, broken):
            return way
        reached = self.graph.reach(starts, broken)
        failing = self.graph.failing(reached, broken)
        kept = any(edge.dead_letters and edge.dead_letters not in broken for edge in failing)
        queues = {f"{hub}/{name}" for hub in HUBS for name in ("UnpublishedAlerts", "WaitingAlerts")}
        return "queue" if kept or reached & queues else "archive"

    def _alarms(self, started, broken):
        graph = self.graph
        canary = [f"{place}/region.AssumeRoleRule" for place in PLACES]
        flows = [
            (graph.reach(started, broken), 0),
            (graph.reach(canary, broken, rarely=False), CANARY),
            (graph.reach([f"{hub}/clock" for hub in HUBS], broken, rarely=False), 60),
        ]
        for hub in HUBS:
            for part, alarm in graph.of(hub, "AWS::CloudWatch::Alarm").items():
                if not graph.reach([part], broken) & {f"{hub}/AlarmTopic"}:
                    continue
                period = alarm["Period"] * alarm["EvaluationPeriods"]
                name = f"alarm `{alarm['AlarmName']}`"
                if alarm["TreatMissingData"] == "breaching":
                    if self._is_silent(hub, alarm, flows):
                        yield name, period
                    continue
                delays = [delay for reached, delay in flows if self._rings(hub, alarm, reached, broken)]
                if delays:
                    extra = int(alarm["Threshold"]) if alarm["MetricName"] == "ApproximateAgeOfOldestMessage" else 0
                    yield name, period + min(delays) + extra

    def _watched(self, hub, alarm):
        """The part that an alarm watches."""
        names = {one["Name"]: one["Value"] for one in alarm["Dimensions"]}
        for key, kind, own in (
            ("RuleName", "Events::Rule", "Name"), ("FunctionName", "Lambda::Function", "FunctionName"),
            ("QueueName", "SQS::Queue", "QueueName"),
        ):  # fmt: skip
            for part, values in self.graph.of(hub, f"AWS::{kind}").items():
                if key in names and values[own] == names[key]:
                    return part
        return None

    def _is_silent(self, hub, alarm, flows):
        """Whether what beats every hour or every minute is no longer there."""
        part, time = self._watched(hub, alarm), alarm["Period"] * alarm["EvaluationPeriods"]
        return not any(part in reached for reached, delay in flows if 0 < delay <= time)

    def _rings(self, hub, alarm, reached, broken):
        part, metric = self._watched(hub, alarm), alarm["MetricName"]
        failing = self.graph.failing(reached, broken)
        match metric:
            case "FailedInvocations":
                return any(edge.start == part for edge in failing)
            case "Errors":
                return part in reached and self._is_mute(part, broken)
            case "DestinationDeliveryFailures":
                outcome = {one for one in broken if one.endswith("Outcome")}
                return any(
                    edge.start == part and self._is_destination(edge) and not edge.needs & outcome for edge in failing
                )
            case "ApproximateNumberOfMessagesVisible":
                letters = any(edge.dead_letters == part for edge in failing) and part not in broken
                return letters or any(
                    self._is_mute(edge.start, broken) for edge in self.graph.edges
                    if edge.end == part and edge.start in reached and not edge.needs & broken
                )
            case "ApproximateAgeOfOldestMessage":
                return any(edge.start == part for edge in failing)
        return False

    def _is_destination(self, edge):
        return any(need.endswith("Outcome") for need in edge.needs)

    def _is_mute(self, part, broken):
        """Whether a publisher reaches no topic for people."""
        topics = [edge for edge in self.graph.edges if edge.start == part and edge.end in TOPICS]
        return bool(topics) and all(edge.needs & broken for edge in topics)

