"""The stacks of the fixtures' plan can be resolved without running a program."""

import pytest

from testkit.templates import stacks


@pytest.mark.parametrize(
    "make",
    [stacks.region, stacks.hub, stacks.access, stacks.workload, stacks.management, stacks.guardrail],
)
def test_each_stack_has_every_parameter_and_can_be_resolved(make):
    stack = make()
    assert stack.name == f"breakglass-{make.__name__}"
    assert stack.resources()


def test_a_template_is_read_once():
    assert stacks.template("hub") is stacks.template("hub")


def test_a_parameter_can_be_changed():
    assert stacks.hub(HomeRegion="eu-north-1").values["HomeRegion"] == "eu-north-1"
    with pytest.raises(AssertionError, match="Nobody"):
        stacks.hub(Nobody="x")
