"""What leads from an event to people, read from the resolved stacks of both hubs.

An edge stands for one delivery. It names every part without which the delivery fails: a part is a resource of a hub
(HUB/LOGICAL-ID), or something of a resource (HUB/LOGICAL-ID.target, .permission).
"""

import dataclasses

from testkit.templates import stacks
from testkit.templates.stacks import GLOBAL, HOME, STANDBY

HUBS = {"home": HOME, "standby": STANDBY}
# IAM's events are recorded in a Region of their own.
PLACES = HUBS | {"global": GLOBAL}
# What rules and functions send to: the property with the name, and how the resource begins in an ARN.
RECEIVERS = {
    "AWS::Lambda::Function": ("FunctionName", "function:"), "AWS::SQS::Queue": ("QueueName", ""),
    "AWS::SNS::Topic": ("TopicName", ""), "AWS::Events::EventBus": ("Name", "event-bus/"),
    "AWS::Logs::LogGroup": ("LogGroupName", "log-group:"),
}  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Edge:
    """A delivery from one part to the next."""

    start: str
    end: str
    needs: frozenset
    # Where goes what cannot be delivered.
    dead_letters: str = None
    # Only where two invocations have the same alert at once.
    is_rare: bool = False


class Graph:
    """The parts and links of a deployment with two hubs."""

    def __init__(self):
        self.stacks = {
            hub: {"region": stacks.region(region=region), "evidence": stacks.evidence(region), "hub": stacks.hub(region)}
            for hub, region in HUBS.items()
        }
        self.stacks["global"] = {"region": stacks.region(region=GLOBAL)}
        self.parts, self._by_arn = {}, {}
        for hub, made in self.stacks.items():
            for stack in made.values():
                for logical, values in stack.resources().items():
                    kind = stack.template["Resources"][logical]["Type"]
                    part = self._part(hub, stack, logical)
                    self.parts[part] = (kind, values)
                    if kind in RECEIVERS:
                        key, prefix = RECEIVERS[kind]
                        self._by_arn[kind.split("::")[1].lower(), PLACES[hub], prefix + values[key]] = part
        self.edges = [edge for hub in PLACES for edge in self._edges(hub)]

    @staticmethod
    def _part(hub, stack, logical):
        return f"{hub}/{'region.' if stack.name == 'breakglass-region' else ''}{logical}"

    def at(self, arn):
        """The part with that ARN; None if no hub has it."""
        _, _, service, region, _, resource = arn.split(":", 5)
        return self._by_arn.get((service, region, resource))

    def of(self, hub, kind):
        return {part: values for part, (type_, values) in self.parts.items() if type_ == kind and part.startswith(f"{hub}/")}

    def _edges(self, hub):
        yield from self._rules(hub)
        yield from self._functions(hub)
        for part, mapping in self.of(hub, "AWS::Lambda::EventSourceMapping").items():
            queue, function = self.at(mapping["EventSourceArn"]), f"{hub}/Publisher"
            assert self.parts[function][1]["FunctionName"] == mapping["FunctionName"]
            yield Edge(queue, function, frozenset({queue, function, part, f"{hub}/PublisherRole"}))
        for part, alarm in self.of(hub, "AWS::CloudWatch::Alarm").items():
            for topic in map(self.at, alarm.get("AlarmActions", [])):
                yield Edge(part, topic, frozenset({part, topic, f"{hub}/AlarmTopicPolicy"}))

    def _rules(self, hub):
        for part, rule in self.of(hub, "AWS::Events::Rule").items():
            on_hub = rule.get("EventBusName") == "breakglass-hub"
            start = f"{hub}/Bus" if on_hub else f"{hub}/clock" if "ScheduleExpression" in rule else f"{hub}/events"
            dead = [self.at(one["DeadLetterConfig"]["Arn"]) for one in rule["Targets"] if "DeadLetterConfig" in one]
            yield Edge(start, part, frozenset({part, *({start} if on_hub else ())}))
            for target in rule["Targets"]:
                end = self.at(target["Arn"])
                assert end, target
                needs = {end, f"{part}.target"}
                if "RoleArn" in target:
                    role = f"{hub}/{'region.' if '/region.' in part else ''}ForwardingRole"
                    needs |= {role, f"{end.split('/')[0]}/OurRules"}
                elif self.parts[end][0] == "AWS::Lambda::Function":
                    needs.add(self._permission(hub, rule, end))
                elif self.parts[end][0] in ("AWS::SQS::Queue", "AWS::SNS::Topic"):
                    needs.add(f"{end}Policy")
                yield Edge(part, end, frozenset(needs), dead[0] if dead else None)

    def _permission(self, hub, rule, function):
        """The permission by which a rule starts a function."""
        suffix = f"/{rule['Name']}"
        found = [
            part for part, about in self.of(hub, "AWS::Lambda::Permission").items()
            if about["SourceArn"].endswith(suffix) and about["FunctionName"] == self.parts[function][1]["FunctionName"]
        ]  # fmt: skip
        assert len(found) == 1, (rule["Name"], found)
        return found[0]

    def _functions(self, hub):
        functions = self.of(hub, "AWS::Lambda::Function")
        for part, about in functions.items():
            role = part + "Role" if part + "Role" in self.parts else f"{hub}/PublisherRole"
            assert role in self.parts, part
            variables = about["Environment"]["Variables"]
            for arn in (value for key, value in variables.items() if key.endswith("TOPIC_ARN")):
                yield self._publishing(part, role, arn)
            if name := variables.get("CRITICAL_PUBLISHER"):
                end = self._by_arn["lambda", HUBS[hub], f"function:{name}"]
                yield Edge(part, end, frozenset({part, role, end}))
            if name := variables.get("WAITING_QUEUE_URL"):
                end = self._by_arn["sqs", HUBS[hub], name]
                yield Edge(part, end, frozenset({part, role, end}), is_rare=True)
        for part, outcome in self.of(hub, "AWS::Lambda::EventInvokeConfig").items():
            start = self._by_arn["lambda", HUBS[hub], f"function:{outcome['FunctionName']}"]
            role = start + "Role" if start + "Role" in self.parts else f"{hub}/PublisherRole"
            for way in ("OnSuccess", "OnFailure"):
                if target := outcome["DestinationConfig"].get(way):
                    end = self.at(target["Destination"])
                    # A function that fails or is broken hands on what it was given; one that is gone does not.
                    needs = {part, role, end, start}
                    yield Edge(start, end, frozenset(needs))

    def _publishing(self, function, role, arn):
        topic = self.at(arn)
        hub = topic.split("/")[0]
        policy = {"breakglass-alerts": "AlertTopicsPolicy", "breakglass-alerts-chat": "ChatTopicPolicy"}
        needs = {function, role, topic, f"{hub}/Key", f"{hub}/{policy[arn.rpartition(':')[2]]}"}
        return Edge(function, topic, frozenset(needs))

    def reach(self, starts, broken=frozenset(), rarely=True):
        """Every part that something from the starts reaches while these parts are broken."""
        reached, waiting = set(), list(starts)
        while waiting:
            part = waiting.pop()
            if part in reached or part in broken:
                continue
            reached.add(part)
            waiting += [
                edge.end for edge in self.edges
                if edge.start == part and not edge.needs & broken and (rarely or not edge.is_rare)
            ]  # fmt: skip
        return reached

    def failing(self, reached, broken):
        """The links at which something that got so far stops."""
        return [edge for edge in self.edges if edge.start in reached and edge.needs & broken]

