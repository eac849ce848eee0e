"""breakglass destroy against the stand-in: it asks, names what stands in the way, and goes on."""

import pytest

from testkit.deployment import program
from testkit.standin.cloud import EMERGENCY
from testkit.standin.inventory import inventory
from testkit.standin.wire import Refused

YES = ("--yes", "--account", EMERGENCY)


@pytest.fixture
def destroy(standin, deployed, one_hub, tmp_path):
    """destroy(...): `breakglass destroy` after a deployment; its output as one text."""

    def destroy(*words, status=0, **given):
        done = program.run(standin, "destroy", *words, one_hub, home=tmp_path, **given)
        assert done.status == status, done.said
        return done.said

    return destroy


@pytest.fixture
def deny(standin):
    """deny(operation): it is refused from now on; deny() refuses nothing any more."""

    def deny(operation=None):
        def before(call, who):
            if call.name == operation:
                raise Refused("AccessDenied", f"User is not authorized to perform: {operation}", 403)

        standin.world.before = before

    return deny


def test_a_person_types_the_account(destroy, standin, deployed):
    for given, words in (({}, "nobody is there to ask"), ({"answer": "yes"}, '"yes" is not the plan\'s')):
        assert words in destroy(status=64, **given)
    assert inventory(standin.world) == deployed
    said = destroy(answer=EMERGENCY)
    assert "Nothing of ours is left but:" in said and "breakglass-hub" not in stacks(standin)


def stacks(standin):
    return {stack.name for stack in standin.world.stacks.values()}


@pytest.mark.parametrize(
    ("operation", "words"),
    [
        ("cloudformation:DescribeStacks", "stacks: cloudformation DescribeStacks failed"),
        ("account:ListRegions", "Regions: account ListRegions failed"),
    ],
)
def test_nothing_is_deleted_if_not_everything_can_be_seen(destroy, deny, standin, deployed, operation, words):
    deny(operation)
    said = destroy(*YES, status=2)
    assert f"error: account {EMERGENCY}, " in said and words in said and "hint: " in said
    assert inventory(standin.world) == deployed


@pytest.mark.parametrize(
    ("operation", "words"),
    [
        ("cloudformation:DeleteStack", "breakglass-region: cloudformation DeleteStack failed"),
        ("iam:ListPolicies", "us-east-1, policies: iam ListPolicies failed"),
        ("s3:ListObjectVersions", f"us-east-1, s3://breakglass-code-{EMERGENCY}-us-east-1: s3 ListObjectVersions failed"),
        ("iam:ListMFADevices", "us-east-1, user BreakglassUser1: iam ListMFADevices failed"),
    ],
)
def test_what_stands_in_the_way_is_named_and_the_next_run_goes_on(destroy, deny, standin, operation, words):
    deny(operation)
    said = destroy(*YES, status=2)
    assert f"error: account {EMERGENCY}, " in said and words in said and "hint: " in said, said
    assert "run the same command again: it goes on where it stopped" in said
    deny()
    destroy(*YES)
    assert stacks(standin) == {"breakglass-evidence", "breakglass-trail"}
