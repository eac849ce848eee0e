"""Calls of EventBridge, and of whoever uses a role, that are refused as AWS refuses them."""

import json

from testkit.refusals import buses, catalog, wire
from testkit.refusals.complexity import has_wildcard
from testkit.refusals.state import bus_arn, statement_of

CALLS = {}


def call(*operations):
    """Registers a function of (front, request, account, Region) for operations."""

    def register(function):
        CALLS.update(dict.fromkeys(operations, function))
        return function

    return register


def given_in(operation, request):
    return wire.parameters(operation, request)


def ask(front, service, account, region, target, body):
    """A JSON call of moto in this account; None if it fails."""
    headers = wire.headers_for(service, account, region, target)
    status, _, answer = front.proxy.forward("POST", "/", headers, json.dumps(body).encode())
    return json.loads(answer) if status == 200 else None


def first(request, refusals):
    for refusal in refusals:
        if refusal:
            return wire.refused(request, refusal)
    return None


@call("events:PutRule")
def put_rule(front, request, account, region):
    given = given_in("events", request)
    pattern, bus = given.get("EventPattern"), given.get("EventBusName", "default")
    if pattern is None:
        return None
    refusals = buses.pattern_refusals(pattern, given["Name"])
    if not refusals:
        found = ask(front, "events", account, region, "AWSEvents.ListRules", {"EventBusName": bus}) or {}
        others = [one for one in found.get("Rules", []) if one["Name"] != given["Name"]]
        if len(others) >= buses.FEW_RULES.get(region, buses.MOST_RULES):
            refusals = [catalog.MANY_RULES(given["Name"])]
        crowd = [one for one in others if "EventPattern" in one and has_wildcard(json.loads(one["EventPattern"]))]
        if has_wildcard(json.loads(pattern)) and len(crowd) >= buses.MOST_WILDCARD_RULES:
            refusals = [catalog.MANY_WILDCARD_RULES(given["Name"])]
    return first(request, refusals)


def new_role(front, arn, kind, where):
    """The refusal of a role's first use, if a call made it and nothing has used it."""
    if arn in front.state.new_roles and arn not in front.state.tried:
        front.state.tried.add(arn)
        return kind(where, role=arn)
    return None


@call("events:PutTargets")
def put_targets(front, request, account, region):
    given = given_in("events", request)
    rule = {"Name": given["Rule"], "EventBusName": given.get("EventBusName")}
    for target in given["Targets"]:
        refusal = buses.target_refusal(front.state, account, region, rule, target, given["Rule"])
        refusal = refusal or new_role(front, target.get("RoleArn"), catalog.ROLE_NEW_TO_EVENTS, given["Rule"])
        if refusal:
            return wire.refused(request, refusal)
    if len(given["Targets"]) > buses.MOST_TARGETS:
        return wire.refused(request, catalog.MANY_TARGETS(given["Rule"]))
    return None


@call("events:PutPermission", "events:RemovePermission")
def put_permission(front, request, account, region):
    given = given_in("events", request)
    bus = bus_arn(given.get("EventBusName"), account, region)
    with front.lock:
        if bus in front.state.under_way:
            return wire.refused(request, catalog.BUS_POLICIES_AT_ONCE(bus))
        front.state.under_way.add(bus)
    try:
        answer = front.forward(request)
        if answer[0] == 200:
            _note_permission(front.state.direct.setdefault(bus, {}), given, bus)
        return answer
    finally:
        front.state.under_way.discard(bus)


def _note_permission(statements, given, bus):
    if "Policy" in given:
        statements.clear()
        for number, one in enumerate(json.loads(given["Policy"])["Statement"]):
            statements[one.get("Sid", str(number))] = one
    elif given.get("RemoveAllPermissions"):
        statements.clear()
    elif "Principal" in given:
        statements[given["StatementId"]] = statement_of(given, bus)
    else:
        statements.pop(given.get("StatementId"), None)


@call("events:CreateArchive")
def create_archive(front, request, account, region):
    missing = region in front.state.without_archives
    return wire.refused(request, catalog.ARCHIVE_ELSEWHERE(region)) if missing else None


@call("iam:CreateRole")
def create_role(front, request, account, region):
    given = given_in("iam", request)
    arn = f"arn:aws:iam::{account}:role{given.get('Path', '/')}{given['RoleName']}"
    front.state.new_roles.add(arn)
    organization = front.state.organization
    # moto gives a service's role another name than AWS does; tests make it by its name.
    if organization and account == organization.management and given["RoleName"] == "AWSServiceRoleForCloudTrail":
        organization.has_trail_role = True
    return None


@call("lambda:CreateFunction")
def create_function(front, request, account, region):
    given = given_in("lambda", request)
    return first(request, [new_role(front, given["Role"], catalog.ROLE_NEW_TO_LAMBDA, given["FunctionName"])])


@call("scheduler:CreateSchedule")
def create_schedule(front, request, account, region):
    given = given_in("scheduler", request)
    role = given["Target"]["RoleArn"]
    return first(request, [new_role(front, role, catalog.ROLE_NEW_TO_SCHEDULER, given["Name"])])
