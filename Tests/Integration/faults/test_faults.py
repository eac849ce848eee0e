"""The short form of `make faults`: the packaged functions under faults, in a flood, and over many invocations."""

import io

import pytest

from testkit.faults import cells, flood
from testkit.faults.hubs import compiled_plan


@pytest.fixture(scope="module")
def task(tmp_path_factory):
    return compiled_plan(tmp_path_factory.mktemp("faults"))


def test_no_fault_loses_an_alert_and_nothing_comes_twice_without_saying_so(task):
    due, calls = cells.due_kinds(task)
    chosen = cells.chosen(due, calls, short=True)
    assert len(chosen) > 100
    text = io.StringIO()
    assert cells.report(cells.run(chosen, task, due), text) == 0, text.getvalue()


def test_a_critical_alert_is_not_kept_by_a_flood(task):
    found = flood.flood(task, 500, every=50)
    assert found["lost"] == 0 and found["repeats"] == 0, found
    assert found["most in a second"] <= 10, found
    # No time is judged: the machine may be busy.
    assert found["table calls an alert"] < 5, found


def test_a_process_does_not_grow(task):
    for name, ((early, files), (late, more)) in flood.soak(task, 1_000).items():
        assert late - early < 2_048 and more <= files, (name, early, late, files, more)
