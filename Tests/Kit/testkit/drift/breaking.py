"""Context managers that change something in moto and restore it."""

import contextlib
import json

from testkit.aws.answers import refusal
from testkit.drift.healthy import EMERGENCY, PRODUCTION


def iam(world, account=EMERGENCY):
    return (world.production if account == PRODUCTION else world.emergency).client("iam")


def policy(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def statement(**about):
    """A change that adds one statement to a policy."""
    return lambda document: document["Statement"].append({"Effect": "Allow", "Action": "sts:AssumeRole"} | about)


@contextlib.contextmanager
def trust(client, role, change):
    """Changes the trust policy of a role; `change` modifies the document in place."""
    kept = client.get_role(RoleName=role)["Role"]["AssumeRolePolicyDocument"]
    changed = json.loads(json.dumps(kept))
    change(changed)
    assert changed != kept
    client.update_assume_role_policy(RoleName=role, PolicyDocument=json.dumps(changed))
    yield
    client.update_assume_role_policy(RoleName=role, PolicyDocument=json.dumps(kept))


@contextlib.contextmanager
def inline(client, role, change=None, name="more"):
    """Adds an inline policy to a role, or changes one that it has."""
    own = {"RoleName": role, "PolicyName": name}
    kept = client.get_role_policy(**own)["PolicyDocument"] if callable(change) else None
    changed = json.loads(json.dumps(kept)) if kept else change
    if kept:
        change(changed)
        assert changed != kept
    client.put_role_policy(**own, PolicyDocument=json.dumps(changed))
    yield
    if kept:
        client.put_role_policy(**own, PolicyDocument=json.dumps(kept))
    else:
        client.delete_role_policy(**own)


def only_inline(client, role):
    """The name of a role's only inline policy."""
    [name] = client.list_role_policies(RoleName=role)["PolicyNames"]
    return name


@contextlib.contextmanager
def rule(planter, region, name, bus="default", **changes):
    """Changes State or EventPattern of a rule."""
    events = planter.client("events", region)
    kept = events.describe_rule(Name=name, EventBusName=bus)
    same = {key: kept[key] for key in ("Name", "State", "EventPattern")} | {"EventBusName": bus}
    events.put_rule(**same | changes)
    yield
    events.put_rule(**same)


@contextlib.contextmanager
def target(planter, region, name, change, bus="default"):
    """Changes the first target of a rule; `change` modifies it in place."""
    events = planter.client("events", region)
    own = {"Rule": name, "EventBusName": bus}
    kept = events.list_targets_by_rule(**own)["Targets"]
    changed = json.loads(json.dumps(kept[0]))
    change(changed)
    assert changed != kept[0]
    events.put_targets(**own, Targets=[changed])
    yield
    events.remove_targets(**own, Ids=[changed["Id"]])
    events.put_targets(**own, Targets=kept)


@contextlib.contextmanager
def no_rule(planter, region, name, bus="default"):
    """Deletes a rule."""
    events = planter.client("events", region)
    kept = events.describe_rule(Name=name, EventBusName=bus)
    own = {"Rule": name, "EventBusName": bus}
    targets = events.list_targets_by_rule(**own)["Targets"]
    events.remove_targets(**own, Ids=[one["Id"] for one in targets])
    events.delete_rule(Name=name, EventBusName=bus)
    yield
    same = {key: kept[key] for key in ("Name", "State", "EventPattern")} | {"EventBusName": bus}
    events.put_rule(**same)
    events.put_targets(**own, Targets=targets)


def region_of(request):
    """The Region that a request was signed for."""
    return request.header("authorization").split("/")[2]


def refuse(answers, operation, code, status=400, where=lambda request: True):
    """Makes an operation fail from now on, for requests that `where` accepts."""
    answers.replaced[operation] = (
        lambda request: refusal(request, code, status) if where(request) else None
    )
