"""EventBridge, EventBridge Scheduler, CloudWatch and CloudWatch Logs."""

import functools
import json

from testkit.patterns.matching import matches
from testkit.standin.stack import NOW
from testkit.standin.wire import Refused
from testkit.standin.world import answers, name_of, need, page

RULE, BUS, ARCHIVE = "AWS::Events::Rule", "AWS::Events::EventBus", "AWS::Events::Archive"


def missing(kind, name):
    return "ResourceNotFoundException", f"{kind} {name} does not exist."


def bus_of(rule):
    return name_of(rule.values.get("EventBusName", "default"))


def rule_of(who, one):
    name, bus = name_of(one.id), bus_of(one)
    path = name if bus == "default" else f"{bus}/{name}"
    found = {"Name": name, "Arn": f"arn:aws:events:{who.region}:{who.account}:rule/{path}", "EventBusName": bus,
             "State": one.more.get("State", one.values.get("State", "ENABLED"))}  # fmt: skip
    if "EventPattern" in one.values:
        found["EventPattern"] = json.dumps(one.values["EventPattern"])
    if "ScheduleExpression" in one.values:
        found["ScheduleExpression"] = one.values["ScheduleExpression"]
    return found


def rules(world, who, given):
    bus = name_of(given.get("EventBusName", "default"))
    found = [one for one in world.mine(who, RULE).values() if bus_of(one) == bus]
    return sorted((one for one in found if name_of(one.id).startswith(given.get("NamePrefix", ""))), key=lambda o: o.id)


@answers("events:ListRules")
def list_rules(world, who, given):
    return page([rule_of(who, one) for one in rules(world, who, given)], given, given.get("Limit", 50), "Rules")


def find(world, who, given, name):
    found = {name_of(one.id): one for one in rules(world, who, given)}
    return need(found, name, *missing("Rule", name), 400)


@answers("events:DescribeRule")
def describe_rule(world, who, given):
    return rule_of(who, find(world, who, given, given["Name"]))


@answers("events:ListTargetsByRule")
def targets(world, who, given):
    one = find(world, who, given, given["Rule"])
    return {"Targets": one.more.get("Targets", one.values.get("Targets", []))}


@answers("events:ListRuleNamesByTarget")
def rules_by_target(world, who, given):
    found = [
        name_of(one.id)
        for one in rules(world, who, given)
        if given["TargetArn"] in [it["Arn"] for it in one.more.get("Targets", one.values.get("Targets", []))]
    ]
    return page(found, given, given.get("Limit", 100), "RuleNames")


@answers("events:RemoveTargets")
def remove_targets(world, who, given):
    one = find(world, who, given, given["Rule"])
    left = one.more.get("Targets", one.values.get("Targets", []))
    one.more["Targets"] = [target for target in left if target["Id"] not in given["Ids"]]
    return {"FailedEntryCount": 0, "FailedEntries": []}


@answers("events:DisableRule", "events:EnableRule")
def switch_rule(world, who, given):
    one = find(world, who, given, given["Name"])
    one.more["State"] = "DISABLED"
    return {}


@answers("events:DeleteRule")
def delete_rule(world, who, given):
    world.take(find(world, who, given, given["Name"]))
    return {}


@answers("events:TestEventPattern")
def test_pattern(world, who, given):
    return {"Result": is_match(given["EventPattern"], given["Event"])}


@functools.cache
def is_match(pattern, event):
    return matches(json.loads(pattern), json.loads(event))


def bus(who, name):
    return {"Name": name, "Arn": f"arn:aws:events:{who.region}:{who.account}:event-bus/{name}"}


@answers("events:ListEventBuses")
def list_buses(world, who, given):
    names = ["default", *world.mine(who, BUS)]
    found = [bus(who, one) for one in names if one.startswith(given.get("NamePrefix", ""))]
    return page(found, given, 50, "EventBuses")


@answers("events:DescribeEventBus")
def describe_bus(world, who, given):
    name = name_of(given.get("Name", "default"))
    if name != "default":
        need(world.mine(who, BUS), name, *missing("Event bus", name), 400)
    statements = [
        one.values["Statement"] | {"Sid": one.values["StatementId"]}
        for one in world.mine(who, "AWS::Events::EventBusPolicy").values()
        if name_of(one.values["EventBusName"]) == name
    ]
    policy = {"Version": "2012-10-17", "Statement": statements}
    return bus(who, name) | ({"Policy": json.dumps(policy)} if statements else {})


@answers("events:DeleteEventBus")
def delete_bus(world, who, given):
    if found := world.mine(who, BUS).get(given["Name"]):
        if any(bus_of(rule) == found.id for rule in world.mine(who, RULE).values()):
            raise Refused("ValidationException", "Event bus can't be deleted since it has rules.")
        world.take(found)
    return {}


@answers("events:ListArchives")
def list_archives(world, who, given):
    found = [
        {"ArchiveName": one.id, "State": "ENABLED", "RetentionDays": one.values.get("RetentionDays", 0),
         "EventSourceArn": str(one.values.get("SourceArn", ""))}
        for one in world.mine(who, ARCHIVE).values()
        if one.id.startswith(given.get("NamePrefix", ""))
    ]  # fmt: skip
    return page(found, given, 50, "Archives")


@answers("events:DescribeArchive")
def describe_archive(world, who, given):
    found = need(world.mine(who, ARCHIVE), given["ArchiveName"], *missing("Archive", given["ArchiveName"]), 400)
    return {"ArchiveName": found.id, "State": "ENABLED", "RetentionDays": found.values.get("RetentionDays", 0)}


@answers("events:DeleteArchive")
def delete_archive(world, who, given):
    world.take(need(world.mine(who, ARCHIVE), given["ArchiveName"], *missing("Archive", given["ArchiveName"]), 400))
    return {}


@answers("scheduler:ListSchedules")
def list_schedules(world, who, given):
    found = [
        {"Name": one.id, "GroupName": one.values.get("GroupName", "default"), "State": state(one)}
        for one in world.mine(who, "AWS::Scheduler::Schedule").values()
        if given.get("GroupName") in (None, one.values.get("GroupName", "default"))
    ]
    return page(found, given, 100, "Schedules")


def state(one):
    return one.more.get("State", one.values.get("State", "ENABLED"))


@answers("scheduler:GetSchedule")
def get_schedule(world, who, given):
    one = need(world.mine(who, "AWS::Scheduler::Schedule"), given["Name"], *missing("Schedule", given["Name"]))
    kept = {key: one.values[key] for key in ("Name", "GroupName", "ScheduleExpression", "Target") if key in one.values}
    group = one.values.get("GroupName", "default")
    arn = f"arn:aws:scheduler:{who.region}:{who.account}:schedule/{group}/{one.id}"
    return kept | {"State": state(one), "Arn": arn}


@answers("scheduler:ListScheduleGroups")
def list_groups(world, who, given):
    names = ["default", *world.mine(who, "AWS::Scheduler::ScheduleGroup")]
    return page([{"Name": one, "State": "ACTIVE"} for one in names], given, 100, "ScheduleGroups")


@answers("scheduler:GetScheduleGroup")
def get_group(world, who, given):
    need(world.mine(who, "AWS::Scheduler::ScheduleGroup"), given["Name"], *missing("Schedule group", given["Name"]))
    arn = f"arn:aws:scheduler:{who.region}:{who.account}:schedule-group/{given['Name']}"
    return {"Name": given["Name"], "State": "ACTIVE", "Arn": arn}


@answers("cloudwatch:DescribeAlarms")
def describe_alarms(world, who, given):
    found = [
        {"AlarmName": one.id, "ActionsEnabled": one.more.get("ActionsEnabled", True), "StateValue": "OK",
         "AlarmActions": one.values.get("AlarmActions", []),
         "AlarmArn": f"arn:aws:cloudwatch:{who.region}:{who.account}:alarm:{one.id}"}
        for one in world.mine(who, "AWS::CloudWatch::Alarm").values()
        if one.id in given.get("AlarmNames", [one.id]) and one.id.startswith(given.get("AlarmNamePrefix", ""))
    ]  # fmt: skip
    return page(found, given, given.get("MaxRecords", 50), "MetricAlarms")


@answers("cloudwatch:ListDashboards")
def list_dashboards(world, who, given):
    names = [one for one in world.mine(who, "AWS::CloudWatch::Dashboard")]
    found = [{"DashboardName": one} for one in names if one.startswith(given.get("DashboardNamePrefix", ""))]
    return page(found, given, 100, "DashboardEntries")


@answers("cloudwatch:GetDashboard")
def get_dashboard(world, who, given):
    found = need(world.mine(who, "AWS::CloudWatch::Dashboard"), given["DashboardName"], *missing("Dashboard", ""))
    return {"DashboardName": found.id, "DashboardBody": str(found.values.get("DashboardBody", "{}"))}


@answers("logs:DescribeLogGroups")
def log_groups(world, who, given):
    found = [
        {"logGroupName": one.id, "creationTime": int(NOW.timestamp() * 1000),
         "retentionInDays": one.values.get("RetentionInDays", 0)}
        for one in world.mine(who, "AWS::Logs::LogGroup").values()
        if one.id.startswith(given.get("logGroupNamePrefix", ""))
    ]  # fmt: skip
    return page(found, given, given.get("limit", 50), "logGroups", token="nextToken")


@answers("logs:DeleteLogGroup")
def delete_log_group(world, who, given):
    name = given["logGroupName"]
    world.take(need(world.mine(who, "AWS::Logs::LogGroup"), name, *missing("Log group", name), 400))
    return {}
