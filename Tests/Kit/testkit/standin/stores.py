"""DynamoDB, KMS and CloudTrail."""

import datetime
import re

from testkit.standin.stack import NOW
from testkit.standin.wire import Refused
from testkit.standin.world import Resource, answers, name_of, need, page

TABLE, KEY, TRAIL = "AWS::DynamoDB::Table", "AWS::KMS::Key", "AWS::CloudTrail::Trail"


def items(world, who, name):
    missing = "ResourceNotFoundException", "Requested resource not found", 400
    found = need(world.mine(who, TABLE), name_of(name), *missing)
    return found.more.setdefault("items", {})


@answers("dynamodb:ListTables")
def list_tables(world, who, given):
    return {"TableNames": sorted(world.mine(who, TABLE))}


@answers("dynamodb:DescribeTable")
def describe_table(world, who, given):
    items(world, who, given["TableName"])
    return {"Table": {"TableName": given["TableName"], "TableStatus": "ACTIVE", "ItemCount": 0}}


@answers("dynamodb:PutItem")
def put_item(world, who, given):
    found, key = items(world, who, given["TableName"]), given["Item"]["id"]["S"]
    if "attribute_not_exists" in given.get("ConditionExpression", "") and key in found:
        raise Refused("ConditionalCheckFailedException", "The conditional request failed")
    found[key] = given["Item"]
    return {}


@answers("dynamodb:GetItem")
def get_item(world, who, given):
    found = items(world, who, given["TableName"]).get(given["Key"]["id"]["S"])
    return {"Item": found} if found else {}


@answers("dynamodb:BatchGetItem")
def batch_get(world, who, given):
    responses = {}
    for name, wanted in given["RequestItems"].items():
        found = items(world, who, name)
        responses[name] = [found[k["id"]["S"]] for k in wanted["Keys"] if k["id"]["S"] in found]
    return {"Responses": responses, "UnprocessedKeys": {}}


@answers("dynamodb:DeleteItem")
def delete_item(world, who, given):
    items(world, who, given["TableName"]).pop(given["Key"]["id"]["S"], None)
    return {}


@answers("dynamodb:Scan")
def scan(world, who, given):
    return {"Items": list(items(world, who, given["TableName"]).values())}


# Keys.


def key_of(world, who, name):
    keys, name = world.mine(who, KEY), name.split(":key/")[-1]
    if name.startswith("alias/"):
        alias = need(world.mine(who, "AWS::KMS::Alias"), name, "NotFoundException", f"Alias {name} is not found.", 400)
        name = alias.values["TargetKeyId"]
    return need(keys, name, "NotFoundException", f"Key '{name}' does not exist", 400)


@answers("kms:ListAliases")
def list_aliases(world, who, given):
    wanted = given.get("KeyId")
    found = [
        {"AliasName": one.id, "TargetKeyId": one.values["TargetKeyId"],
         "AliasArn": f"arn:aws:kms:{who.region}:{who.account}:{one.id}"}
        for one in world.mine(who, "AWS::KMS::Alias").values()
        if wanted in (None, one.values["TargetKeyId"])
    ]  # fmt: skip
    return page(found, given, given.get("Limit", 50), "Aliases", "Marker", "NextMarker")


@answers("kms:ListKeys")
def list_keys(world, who, given):
    prefix = f"arn:aws:kms:{who.region}:{who.account}:key/"
    found = [{"KeyId": one, "KeyArn": prefix + one} for one in world.mine(who, KEY)]
    return page(found, given, 100, "Keys", "Marker", "NextMarker")


@answers("kms:DescribeKey")
def describe_key(world, who, given):
    one = key_of(world, who, given["KeyId"])
    pending = one.more.get("pending")
    state = {"KeyState": "PendingDeletion", "DeletionDate": NOW + datetime.timedelta(days=30)} if pending else {
        "KeyState": "Enabled"
    }
    arn = f"arn:aws:kms:{who.region}:{who.account}:key/{one.id}"
    return {"KeyMetadata": {"KeyId": one.id, "Arn": arn, "Enabled": not pending, "AWSAccountId": who.account} | state}


@answers("kms:GetKeyRotationStatus")
def rotation(world, who, given):
    return {"KeyRotationEnabled": bool(key_of(world, who, given["KeyId"]).values.get("EnableKeyRotation"))}


@answers("kms:GetKeyPolicy")
def key_policy(world, who, given):
    return {"Policy": str(key_of(world, who, given["KeyId"]).values.get("KeyPolicy")), "PolicyName": "default"}


# Trails. `more` has what calls have changed: "logging", "selectors", "settings".


def trail(world, who, name):
    found = [
        one
        for account in {who.account, world.management or who.account}
        for (_, _, kind), those in list(world.resources.items())
        if kind == TRAIL
        for one in those.values()
        if one.account == account and name_of(name) == name_of(one.id)
    ]
    if not found:
        raise Refused("TrailNotFoundException", f"Unknown trail: {name}", 404)
    return found[0]


def settings(one):
    values = one.values | one.more.get("settings", {})
    return {
        "Name": one.id, "S3BucketName": values["S3BucketName"], "HomeRegion": one.region,
        "TrailARN": f"arn:aws:cloudtrail:{one.region}:{one.account}:trail/{one.id}",
        "IsMultiRegionTrail": bool(values.get("IsMultiRegionTrail")), "HasCustomEventSelectors": True,
        "IsOrganizationTrail": bool(values.get("IsOrganizationTrail")), "IncludeGlobalServiceEvents": True,
        "LogFileValidationEnabled": True,
    }  # fmt: skip


@answers("cloudtrail:DescribeTrails")
def describe_trails(world, who, given):
    standing = [one for (_, _, kind), those in list(world.resources.items()) if kind == TRAIL for one in those.values()]
    shown = [
        settings(one)
        for one in standing
        if one.account == who.account or settings(one)["IsOrganizationTrail"]
        if one.region == who.region or given.get("includeShadowTrails", True)
    ]
    return {"trailList": shown}


@answers("cloudtrail:GetTrailStatus")
def trail_status(world, who, given):
    one = trail(world, who, given["Name"])
    return {"IsLogging": one.more.get("logging", bool(one.values.get("IsLogging", True)))}


@answers("cloudtrail:GetEventSelectors")
def selectors(world, who, given):
    one = trail(world, who, given["TrailName"])
    kept = one.more.get("selectors") or {"EventSelectors": one.values.get("EventSelectors", [])}
    return kept | {"TrailARN": settings(one)["TrailARN"]}


@answers("cloudtrail:StartLogging", "cloudtrail:StopLogging")
def logging(world, who, given):
    trail(world, who, given["Name"]).more["logging"] = True
    return {}


@answers("cloudtrail:PutEventSelectors")
def put_selectors(world, who, given):
    one = trail(world, who, given["TrailName"])
    one.more["selectors"] = {k: v for k, v in given.items() if re.search("Selectors$", k)}
    return one.more["selectors"] | {"TrailARN": settings(one)["TrailARN"]}


@answers("cloudtrail:CreateTrail", "cloudtrail:UpdateTrail")
def bring_trail(world, who, given):
    try:
        one = trail(world, who, given["Name"])
    except Refused:
        stack = who.account, who.region, given["Name"]
        owner = stack if stack in world.stacks else None
        one = world.put(Resource(TRAIL, given["Name"], {}, who.account, who.region, owner))
    one.more["settings"] = one.more.get("settings", {}) | {k: v for k, v in given.items() if k != "Name"}
    return {k: v for k, v in settings(one).items() if k not in ("HomeRegion", "HasCustomEventSelectors")}


@answers("cloudtrail:DeleteTrail")
def delete_trail(world, who, given):
    world.take(trail(world, who, given["Name"]))
    return {}
