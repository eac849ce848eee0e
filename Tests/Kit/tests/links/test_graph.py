"""The graph of a deployment has every delivery from a rule to people."""

from testkit.links.graph import Graph

graph = Graph()


def test_what_a_rule_hears_at_home_gets_to_people_there():
    reached = graph.reach(["home/events"], frozenset({"standby/Bus"}))
    assert {"home/Bus", "home/Enricher", "home/Publisher", "home/CriticalPublisher", "home/AlertTopic"} <= reached


def test_the_standby_hub_publishes_from_its_queue():
    reached = graph.reach(["standby/Bus"], frozenset({"home/Bus"}))
    assert {"standby/Enricher", "standby/WaitingAlerts", "standby/Publisher", "standby/AlertTopic"} <= reached
    assert "standby/CriticalPublisher" not in graph.reach(["standby/Bus"], frozenset({"home/Bus"}))


def test_nothing_passes_a_part_that_is_broken():
    reached = graph.reach(["home/events"], frozenset({"home/Enricher", "standby/Bus"}))
    assert "home/Publisher" not in reached and "home/AlertTopic" not in reached
