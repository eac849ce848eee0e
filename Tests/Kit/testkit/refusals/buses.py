"""What EventBridge refuses: rules, targets, bus policies and archives."""

import json

from testkit.patterns.syntax import PatternError, alternatives, size
from testkit.policies.evaluation import Request, denies, grants, role
from testkit.refusals import catalog
from testkit.refusals.complexity import MOST, complexity, has_wildcard
from testkit.refusals.state import FEW_RULES, bus_arn, statement_of

LONGEST_PATTERN, MOST_WILDCARD_RULES, MOST_RULES, MOST_TARGETS = 2_048, 30, 300, 5
LONGEST_BUS_POLICY = 10_240


def pattern_refusals(pattern, where):
    """Refusals of one event pattern, a dictionary or JSON text."""
    if isinstance(pattern, str):
        try:
            pattern = json.loads(pattern)
        except ValueError as error:
            return [catalog.PATTERN_INVALID(where, reason=error)]
    found = []
    if size(pattern) > LONGEST_PATTERN:
        found.append(catalog.PATTERN_TOO_LONG(where, most=LONGEST_PATTERN))
    if complexity(pattern) > MOST:
        found.append(catalog.TOO_COMPLEX(where))
    try:
        alternatives(pattern)
    except PatternError as error:
        # What a field that two branches ask for means is not documented; the service takes it.
        if "asked for twice" not in str(error) and not found:
            found.append(catalog.PATTERN_INVALID(where, reason=error))
    return found


def _pattern(values):
    pattern = values.get("EventPattern")
    return json.loads(pattern) if isinstance(pattern, str) else pattern


def rule(case, name, values):
    pattern = _pattern(values)
    if pattern is not None and case.is_new(name):
        yield from pattern_refusals(pattern, name)
    if case.is_new(name):
        yield from _crowded(case, name, values)
    if len(values.get("Targets", [])) > MOST_TARGETS:
        yield catalog.MANY_TARGETS(name)
    for target in values.get("Targets", []):
        if refusal := target_refusal(case.state, case.account, case.region, values, target, name):
            yield refusal


def _on_same_bus(values, bus, case):
    return bus_arn(values.get("EventBusName"), case.account, case.region, case.stack.partition) == bus


def _crowded(case, name, values):
    """Whether the bus has room for this rule. Rules of the same stack take their places by name."""
    bus = bus_arn(values.get("EventBusName"), case.account, case.region, case.stack.partition)
    others = [
        one
        for _, stack in case.state.here(case.account, case.region, but=case.stack.name)
        for one in stack.of("AWS::Events::Rule").values()
        if _on_same_bus(one, bus, case)
    ]
    others += [
        one
        for other, one in case.of("AWS::Events::Rule").items()
        if other < name and _on_same_bus(one, bus, case)
    ]
    if len(others) >= FEW_RULES.get(case.region, MOST_RULES):
        yield catalog.MANY_RULES(name)
    pattern = _pattern(values)
    if pattern and has_wildcard(pattern):
        crowd = [one for one in others if (its := _pattern(one)) and has_wildcard(its)]
        if len(crowd) >= MOST_WILDCARD_RULES:
            yield catalog.MANY_WILDCARD_RULES(name)


def target_refusal(state, account, region, rule_values, target, where):
    """EventBridge asks the policy of a bus elsewhere at once when a rule gets it as its target."""
    parts = target["Arn"].split(":", 5)
    if parts[2] != "events" or not parts[5].startswith("event-bus/"):
        return None
    if (parts[3], parts[4]) == (region, account):
        return None
    name = rule_values.get("Name", "rule")
    bus = rule_values.get("EventBusName") or "default"
    path = name if bus == "default" else f"{bus.rpartition('event-bus/')[2]}/{name}"
    context = {
        "aws:SourceArn": f"arn:{parts[1]}:events:{region}:{account}:rule/{path}",
        "aws:SourceAccount": account,
    }
    if state.organization:
        context["aws:PrincipalOrgID"] = state.organization.id
    who = role(account, target.get("RoleArn", "/none").partition("/")[2])
    request = Request(who, "events:PutEvents", target["Arn"], context)
    statements = list(state.bus_statements(target["Arn"]).values())
    document = {"Statement": statements}
    if grants(document, request, True) and not denies(document, request, True):
        return None
    return catalog.BUS_DENIES_TARGET(where, bus=target["Arn"])


def bus_policy(case, name, values):
    if not case.is_new(name):
        return
    bus = bus_arn(values.get("EventBusName"), case.account, case.region, case.stack.partition)
    for stack, standing in case.state.here(case.account, case.region, but=case.stack.name):
        for other in standing.of("AWS::Events::EventBusPolicy").values():
            if other["StatementId"] == values["StatementId"]:
                yield catalog.STATEMENT_TAKEN(name, statement=values["StatementId"], stack=stack)
            elif not standing.complete and _on_same_bus(other, bus, case):
                yield catalog.BUS_POLICIES_AT_ONCE(name)
    for other, its in case.of("AWS::Events::EventBusPolicy").items():
        if other == name or not _on_same_bus(its, bus, case):
            continue
        if other < name and its["StatementId"] == values["StatementId"]:
            yield catalog.STATEMENT_TAKEN(name, statement=values["StatementId"], stack=case.stack.name)
        if other < name and case.is_new(other) and not case.is_ordered(name, other):
            yield catalog.BUS_POLICIES_AT_ONCE(name)
    statements = case.state.bus_statements(bus) | {values["StatementId"]: statement_of(values, bus)}
    for its in case.of("AWS::Events::EventBusPolicy").values():
        if _on_same_bus(its, bus, case):
            statements[its["StatementId"]] = statement_of(its, bus)
    if len(json.dumps({"Statement": list(statements.values())}, separators=(",", ":"))) > LONGEST_BUS_POLICY:
        yield catalog.BUS_POLICY_TOO_LONG(name)


def archive(case, name, values):
    if case.region in case.state.without_archives:
        yield catalog.ARCHIVE_ELSEWHERE(name)
