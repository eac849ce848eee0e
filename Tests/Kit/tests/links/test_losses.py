"""Each loss takes a part away that is there, by a call that says so."""

import pytest

from testkit.links.graph import HUBS, Graph
from testkit.links.losses import LOSSES

graph = Graph()


def test_the_titles_differ():
    assert len({one.title for one in LOSSES}) == len(LOSSES) > 20


@pytest.mark.parametrize("loss", LOSSES, ids=lambda one: one.title)
def test_what_is_lost_is_there(loss):
    there = frozenset().union(*(edge.needs for edge in graph.edges)) | set(graph.parts)
    for hub, region in HUBS.items():
        assert loss.broken(hub) <= there, loss
        assert loss.event(hub, region)["detail"]["eventName"].startswith(loss.call)
