"""Lambda: functions with the code of the object that their stack names."""

import base64
import hashlib
import json

from testkit.standin import canaries
from testkit.standin.objects import version_of
from testkit.standin.obstacles import code_object
from testkit.standin.wire import Refused
from testkit.standin.world import answers, name_of, need, page

FUNCTION = "AWS::Lambda::Function"


def find(world, who, name):
    name = name_of(name) if not name.startswith("arn:") else name.split(":function:")[1].split(":")[0]
    return need(world.mine(who, FUNCTION), name, "ResourceNotFoundException", f"Function not found: {name}")


def code(world, function):
    """The bytes that run: those of the stack, or what somebody put in their place."""
    if "code" in function.more:
        return function.more["code"]
    return code_object(world, function).body


def configuration(world, who, one):
    values = one.values
    return {
        "FunctionName": one.id, "FunctionArn": f"arn:aws:lambda:{who.region}:{who.account}:function:{one.id}",
        "Role": values.get("Role"), "Runtime": values.get("Runtime"), "Handler": values.get("Handler"),
        "CodeSha256": base64.b64encode(hashlib.sha256(code(world, one)).digest()).decode(),
        "Timeout": int(values.get("Timeout", 3)), "MemorySize": int(values.get("MemorySize", 128)),
        "Environment": {"Variables": values.get("Environment", {}).get("Variables", {})},
        "Architectures": values.get("Architectures", ["x86_64"]), "Version": "$LATEST", "State": "Active",
        "LastUpdateStatus": "Successful", "LastModified": "2026-11-30T06:00:00.000+0000",
    }  # fmt: skip


@answers("lambda:ListFunctions")
def list_functions(world, who, given):
    found = [configuration(world, who, one) for one in world.mine(who, FUNCTION).values()]
    return page(found, given, given.get("MaxItems", 50), "Functions", "Marker", "NextMarker")


@answers("lambda:GetFunctionConfiguration")
def get_configuration(world, who, given):
    return configuration(world, who, find(world, who, given["FunctionName"]))


@answers("lambda:GetFunction")
def get_function(world, who, given):
    return {"Configuration": get_configuration(world, who, given)}


@answers("lambda:UpdateFunctionCode")
def update_code(world, who, given):
    one = find(world, who, given["FunctionName"])
    if "ZipFile" in given:
        one.more["code"] = given["ZipFile"]
    else:
        wanted = {"Bucket": given["S3Bucket"], "Key": given["S3Key"]}
        if "S3ObjectVersion" in given:
            wanted["VersionId"] = given["S3ObjectVersion"]
        one.more["code"] = version_of(world, who, wanted).body
    return configuration(world, who, one)


@answers("lambda:GetFunctionEventInvokeConfig")
def invoke_config(world, who, given):
    name = given["FunctionName"]
    found = world.mine(who, "AWS::Lambda::EventInvokeConfig").get(f"{name_of(name)}|$LATEST")
    if found is None:
        raise Refused("ResourceNotFoundException", f"The function {name} doesn't have an EventInvokeConfig", 404)
    kept = ("MaximumRetryAttempts", "MaximumEventAgeInSeconds", "DestinationConfig")
    return {key: found.values[key] for key in kept if key in found.values}


@answers("lambda:ListFunctionEventInvokeConfigs")
def invoke_configs(world, who, given):
    try:
        return {"FunctionEventInvokeConfigs": [invoke_config(world, who, given)]}
    except Refused:
        return {"FunctionEventInvokeConfigs": []}


@answers("lambda:GetEventSourceMapping")
def mapping(world, who, given):
    one = need(
        world.mine(who, "AWS::Lambda::EventSourceMapping"), given["UUID"], "ResourceNotFoundException",
        "The resource you requested does not exist.",
    )  # fmt: skip
    function = find(world, who, one.values["FunctionName"])
    return {
        "UUID": one.id, "EventSourceArn": one.values["EventSourceArn"], "BatchSize": int(one.values["BatchSize"]),
        "FunctionArn": configuration(world, who, function)["FunctionArn"], "State": one.more.get("State", "Enabled"),
    }  # fmt: skip


@answers("lambda:GetPolicy")
def get_policy(world, who, given):
    one = find(world, who, given["FunctionName"])
    statements = [
        {"Sid": found.id, "Effect": "Allow", "Principal": {"Service": found.values["Principal"]},
         "Action": found.values["Action"], "Resource": f"arn:aws:lambda:{who.region}:{who.account}:function:{one.id}"}
        for found in world.mine(who, "AWS::Lambda::Permission").values()
        if name_of(found.values["FunctionName"]) == one.id
    ]  # fmt: skip
    if not statements:
        raise Refused("ResourceNotFoundException", "The resource you requested does not exist.", 404)
    return {"Policy": json.dumps({"Version": "2012-10-17", "Statement": statements}), "RevisionId": "1"}


@answers("lambda:GetFunctionConcurrency")
def concurrency(world, who, given):
    reserved = find(world, who, given["FunctionName"]).values.get("ReservedConcurrentExecutions")
    return {"ReservedConcurrentExecutions": int(reserved)} if reserved not in (None, "") else {}


@answers("lambda:GetAccountSettings")
def account_settings(world, who, given):
    return {"AccountLimit": {"ConcurrentExecutions": 1000, "UnreservedConcurrentExecutions": 1000}, "AccountUsage": {}}


@answers("lambda:Invoke")
def invoke(world, who, given):
    one = find(world, who, given["FunctionName"])
    order = json.loads(given.get("Payload", b"{}"))
    if one.id != "breakglass-drift-checker" or order.get("task") != "canary":
        raise Refused("InvalidRequestContentException", "the stand-in runs canaries alone")
    answer = json.dumps(canaries.send(world, who, order, code(world, one))).encode()
    return 200, {"Content-Type": "application/json", "X-Amz-Executed-Version": "$LATEST"}, answer
