"""CloudFormation's operations on stacks."""

import re

from testkit.standin.making import Template
from testkit.standin.stack import StandingStack
from testkit.standin.wire import Refused
from testkit.standin.world import answers, need, page

MOST_SENT, MOST_STORED = 51_200, 1_048_576


def template_text(world, given, before=None):
    """The template of a request: sent, or from a bucket, a version if the address names one."""
    if given.get("UsePreviousTemplate"):
        return before
    if "TemplateURL" in given:
        found = re.fullmatch(r"https://([^.]+)\.s3[^/]*/([^?]+)(?:\?versionId=(.+))?", given["TemplateURL"])
        versions = world.objects[found[1]].get(found[2], [])
        chosen = [v for v in versions if not found[3] or v.version == found[3]]
        if not chosen:
            raise Refused("ValidationError", "S3 error: The specified key does not exist.")
        text = chosen[-1].body.decode()
        if len(text) > MOST_STORED:
            raise Refused("ValidationError", "Template may not exceed 1000000 bytes in size.")
        return text
    text = given.get("TemplateBody", "")
    if len(text.encode()) > MOST_SENT:
        raise Refused(
            "ValidationError",
            "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: "
            "Member must have length less than or equal to 51200",
        )
    return text


def parameters(given, before=None):
    """Key and value; those that a request takes from the stack before are filled in."""
    return {
        one["ParameterKey"]: (before or {}).get(one["ParameterKey"], "")
        if one.get("UsePreviousValue")
        else one.get("ParameterValue", "")
        for one in given.get("Parameters", [])
    }


def find(world, who, name):
    """The stack of a name or ARN."""
    if found := world.instance(who, name):
        return found
    if name.startswith("arn:"):
        name = name.split(":stack/")[1].split("/")[0]
    return need(
        world.stacks, (who.account, who.region, name), "ValidationError",
        f"Stack with id {name} does not exist", 400,
    )  # fmt: skip


@answers("cloudformation:CreateStack")
def create(world, who, given):
    key = who.account, who.region, given["StackName"]
    if key in world.stacks:
        raise Refused("AlreadyExistsException", f"Stack [{key[2]}] already exists")
    template = Template(template_text(world, given), parameters(given), *key, generation=next(world.numbers))
    if "CAPABILITY_NAMED_IAM" not in given.get("Capabilities", []) and "AWS::IAM" in template.text:
        raise Refused("InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_NAMED_IAM]")
    made = world.stacks[key] = StandingStack(world, *key)
    made.create(template)
    return {"StackId": made.id}


@answers("cloudformation:UpdateStack")
def update(world, who, given):
    found = find(world, who, given["StackName"])
    before = found.template
    text = template_text(world, given, before and before.text)
    values = parameters(given, before and before.given)
    template = Template(text, values, *found.key)
    if before:  # a key that stands keeps its id
        template.stack.attributes.update(before.stack.attributes)
    found.update(template)
    return {"StackId": found.id}


@answers("cloudformation:DeleteStack")
def delete(world, who, given):
    try:
        found = find(world, who, given["StackName"])
    except Refused:
        return {}
    if found.then is None or not found.status.startswith("DELETE"):
        found.delete()
    return {}


@answers("cloudformation:ContinueUpdateRollback")
def continue_rollback(world, who, given):
    found = find(world, who, given["StackName"])
    if found.status != "UPDATE_ROLLBACK_FAILED":
        raise Refused("ValidationError", f"Stack:{found.id} is in {found.status} state and can not continue rollback.")
    found.begin("UPDATE_ROLLBACK_IN_PROGRESS")
    return {}


@answers("cloudformation:DescribeStacks")
def describe(world, who, given):
    if "StackName" in given:
        found = find(world, who, given["StackName"])
        found.ask()
        if found.status == "DELETE_COMPLETE" and not given["StackName"].startswith("arn:"):
            find(world, who, given["StackName"])
        return {"Stacks": [found.described()]}
    here = [one for one in world.stacks.values() if one.key[:2] == (who.account, who.region)]
    described = [one.described() for one in sorted(here, key=lambda one: one.name)]
    for one in here:
        one.ask()
    return page(described + world.instances(who), given, 50, "Stacks")


@answers("cloudformation:ListStacks")
def list_stacks(world, who, given):
    found = describe(world, who, {})["Stacks"]
    wanted = given.get("StackStatusFilter")
    shown = [
        {key: one[key] for key in ("StackName", "StackId", "StackStatus", "CreationTime")}
        for one in found
        if not wanted or one["StackStatus"] in wanted
    ]
    return page(shown, given, 50, "StackSummaries")


@answers("cloudformation:DescribeStackEvents")
def events(world, who, given):
    return page(find(world, who, given["StackName"]).events, given, 100, "StackEvents")


@answers("cloudformation:ListStackResources")
def resources(world, who, given):
    found = find(world, who, given["StackName"])
    summaries = [
        {
            "LogicalResourceId": logical, "PhysicalResourceId": one.id, "ResourceType": one.type,
            "ResourceStatus": "CREATE_COMPLETE", "LastUpdatedTimestamp": "2026-11-30T06:00:00Z",
        }
        for logical, one in found.resources.items()
    ]  # fmt: skip
    return page(summaries, given, 100, "StackResourceSummaries")


@answers("cloudformation:GetTemplate")
def get_template(world, who, given):
    found = find(world, who, given["StackName"])
    return {"TemplateBody": found.template.text if found.template else ""}
