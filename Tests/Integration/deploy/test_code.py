"""What runs is what was built: code that somebody placed before us or changed behind us is found, named and repaired."""

import base64
import hashlib

import pytest

from testkit.standin.cloud import EMERGENCY
from testkit.standin.inventory import inventory
from testkit.standin.objects import Version

HOME = "us-east-1"
BUCKET = f"breakglass-code-{EMERGENCY}-{HOME}"
FUNCTIONS = ["event-enricher", "sns-publisher", "drift-checker"]


def runs(standin, name):
    """The hash of the code that a function runs, and of the newest object under its key."""
    function = standin.world.of(EMERGENCY, HOME, "AWS::Lambda::Function")[f"breakglass-{name}"]
    stored = standin.world.objects[BUCKET][function.values["Code"]["S3Key"]][-1].body
    return hashlib.sha256(function.more.get("code", stored)).digest(), hashlib.sha256(stored).digest()


def noted(standin, name):
    """The hash that the state table has for a function."""
    items = standin.world.of(EMERGENCY, HOME, "AWS::DynamoDB::Table")["breakglass-state"].more["items"]
    return base64.b64decode(items[f"deployed#{HOME}/breakglass-{name}"]["codeSHA256"]["S"])


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_note_is_of_the_code_that_runs(standin, deploy, deployed, name):
    running, stored = runs(standin, name)
    assert running == stored == noted(standin, name)


def test_an_object_that_somebody_placed_is_never_deployed(standin, deploy, deployed):
    keys = list(standin.world.objects[BUCKET])
    # Taken down, and the keys are known: somebody puts code of their own there.
    for (account, region, name), stack in list(standin.world.stacks.items()):
        if name == "breakglass-hub":
            stack.delete()
            standin.world.stacks.pop(stack.key)
    for key in keys:
        if key.endswith(".zip"):
            standin.world.objects[BUCKET][key] = [Version("theirs", b"PK wrong")]
    said = deploy("--yes")
    assert "holds other code than was built" in said and f"s3://{BUCKET}/event-enricher/" in said
    for name in FUNCTIONS:
        function = standin.world.of(EMERGENCY, HOME, "AWS::Lambda::Function")[f"breakglass-{name}"]
        version = function.values["Code"]["S3ObjectVersion"]
        versions = standin.world.objects[BUCKET][function.values["Code"]["S3Key"]]
        (body,) = [one.body for one in versions if one.version == version]
        assert body != b"PK wrong" and hashlib.sha256(body).digest() == noted(standin, name)
    assert {place for place in deployed} == {place for place in inventory(standin.world)}


def test_a_function_that_was_changed_runs_our_code_again(standin, deploy, deployed):
    function = standin.world.of(EMERGENCY, HOME, "AWS::Lambda::Function")["breakglass-event-enricher"]
    function.more["code"] = b"PK theirs"
    said = deploy("--yes")
    assert "breakglass-event-enricher" in said
    running, _ = runs(standin, "event-enricher")
    assert running == noted(standin, "event-enricher") != hashlib.sha256(b"PK theirs").digest()
