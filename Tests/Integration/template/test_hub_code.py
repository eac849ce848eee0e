"""Which object, and which version of it, each function is made of."""

import pytest

from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, HOME

FUNCTIONS = {"Enricher": "event-enricher", "Publisher": "sns-publisher", "Checker": "drift-checker"}
# The same object as another.
SHARED = {"CriticalPublisher": "Publisher"}


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_is_made_of_one_version_of_an_object(function):
    code = {
        "S3Bucket": f"breakglass-code-{EMERGENCY}-{HOME}",
        "S3Key": f"{FUNCTIONS[function]}/0a1b.zip",
    }
    assert stacks.hub().resources("AWS::Lambda::Function")[function]["Code"] == code
    version = "3sL4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY+MTRcxf3vjVBH40Nr8X8gdRQBpUMLUo"
    pinned = stacks.hub(**{f"{function}CodeVersion": version}).resources("AWS::Lambda::Function")
    assert pinned[function]["Code"] == code | {"S3ObjectVersion": version}
    others = {name for name in pinned if SHARED.get(name, name) != function}
    assert len(pinned) == 4 and all("S3ObjectVersion" not in pinned[name]["Code"] for name in others)


@pytest.mark.parametrize("function", SHARED)
def test_a_function_that_shares_code_has_the_same_version(function):
    made = stacks.hub(PublisherCodeVersion="3sL4kqtJlcpXroDTDmJ").resources("AWS::Lambda::Function")
    assert made[function]["Code"] == made[SHARED[function]]["Code"]
