"""What hears of a lost link is noticed when it is missing."""

import pytest

from testkit.links.graph import HUBS, Graph
from testkit.links.heard import Hearing
from testkit.links.losses import LOSSES

BOTH = tuple(HUBS)
loss = {one.title: one for one in LOSSES}


@pytest.fixture
def graph():
    return Graph()


def alarms(graph, lost):
    return {who for who, _ in Hearing(graph).ways(loss[lost], BOTH) if who.startswith("alarm ")}


def without(graph, name):
    """The deployment without the alarms of that name."""
    graph.parts = {
        part: (kind, about) for part, (kind, about) in graph.parts.items()
        if kind != "AWS::CloudWatch::Alarm" or about["AlarmName"] != name
    }  # fmt: skip
    return graph


@pytest.mark.parametrize(
    "lost, alarm",
    [
        ("bus", "breakglass-no-heartbeat"),
        ("target of that rule", "breakglass-enricher-dlq-not-empty"),
        ("mapping of that queue", "breakglass-waiting-late"),
        ("rule that sweeps", "breakglass-no-sweep"),
    ],
)
def test_an_alarm_that_is_missing_hears_nothing(graph, lost, alarm):
    assert f"alarm `{alarm}`" in alarms(graph, lost)
    assert f"alarm `{alarm}`" not in alarms(without(graph, alarm), lost)


def test_without_alarms_nobody_hears_that_both_buses_are_gone(graph):
    for name in {about["AlarmName"] for kind, about in graph.parts.values() if kind == "AWS::CloudWatch::Alarm"}:
        without(graph, name)
    assert Hearing(graph).ways(loss["bus"], BOTH) == []


def test_an_alarm_without_its_topic_is_heard_by_nobody(graph):
    graph.edges = [edge for edge in graph.edges if not edge.end.endswith("/AlarmTopic")]
    assert alarms(graph, "mapping of that queue") == set()


def test_an_alert_goes_by_the_standby_hub_when_home_has_no_enricher(graph):
    hearing = Hearing(graph)
    assert hearing.alerts(loss["event-enricher"], ("home",), critical=True) == "standby"
    assert hearing.alerts(loss["event-enricher"], BOTH, critical=True) in ("queue", "archive")
