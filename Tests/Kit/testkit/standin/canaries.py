"""A deployment's canaries: heard at once where the rule, the hub and the queue exist."""

import io
import json
import time
import zipfile

from testkit.standin.messages import put
from testkit.standin.world import name_of

RULE = "breakglass-assume-role"


def plan_of(code):
    """The plan inside a function's zip."""
    with zipfile.ZipFile(io.BytesIO(code)) as archive:
        return json.loads(archive.read("plan.json"))


def send(world, who, order, code):
    """Carries out drift-checker's order; returns its answer."""
    plan = plan_of(code)
    watched = dict.fromkeys([plan["emergencyAccount"], *(one["id"] for one in plan.get("accounts", []))])
    enabled = [name for name, status in world.regions.items() if status != "DISABLED"]
    places = order.get("places") or [f"{account}/{region}" for account in watched for region in enabled]
    sent, not_sent = 0, {}
    for place in places:
        account, region = place.split("/")
        if not has_role(world, account):
            not_sent[place] = "sts AssumeRole failed: AccessDenied"
            continue
        sent += 1
        if is_heard(world, account, region):
            deliver(world, who, order["run"], account, region)
    return {"result": "canaries_sent", "run": order["run"], "sent": sent, "notSent": not_sent}


def has_role(world, account):
    """Whether the canary's role exists in an account, and may be assumed."""
    brought = next((one for one in world.sets.values() if one.name == "breakglass-workload"), None)
    # Nobody has looked into the account: what the stack set has made still stands.
    if brought and any(place[0] == account and place not in brought.stacks for place in brought.instances):
        return True
    role = world.resources[account, "", "AWS::IAM::Role"].get("BreakGlassCanary")
    return role is not None and not role.more.get("gone")


def is_heard(world, account, region):
    """Whether a rule there forwards canaries."""
    if (account, region) in world.deaf:
        return False
    for one in world.sets.values():
        # Nobody has looked into the place: what the stack set has made still stands.
        if one.name == "breakglass-region" and (account, region) in one.instances:
            if (account, region) not in one.stacks:
                return one.instances[account, region][0] == "CURRENT"
    rules = world.of(account, region, "AWS::Events::Rule").values()
    return any(name_of(one.id) == RULE and one.more.get("State") != "DISABLED" for one in rules)


def deliver(world, who, run, account, region):
    """Through the home Region's topic into the queue that is subscribed, and into the standby Region's table."""
    for one in world.mine(who, "AWS::SNS::Subscription").values():
        queue = name_of(one.values["Endpoint"])
        for found in world.mine(who, "AWS::SQS::Queue").values():
            if name_of(found.id) == queue:
                put(found, message(run, account, region))
    for other in world.regions:
        table = world.resources[who.account, other, "AWS::DynamoDB::Table"].get("breakglass-state")
        if table:
            items = table.more.setdefault("items", {})
            item = items.setdefault(f"canary#{account}", {"id": {"S": f"canary#{account}"}})
            item[region] = {"N": str(int(time.time()))}


def message(run, account, region):
    """The alert about a canary, in the form for machines."""
    role = {"name": "BreakGlassCanary", "sessionName": f"break-glass-canary-{run}", "access": None, "arn": None}
    return json.dumps(
        {
            "schema": "breakglass.alert/1", "kind": "canary", "severity": "low", "awsRegion": region,
            "account": {"recordedIn": account, "target": account, "names": {}}, "role": role, "due": True,
            "eventName": "AssumeRole", "eventSource": "sts.amazonaws.com", "run": run, "region": region,
        }
    )  # fmt: skip
