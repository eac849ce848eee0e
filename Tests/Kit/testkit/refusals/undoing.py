"""What deployment does to please AWS, undone one by one: each change, and the refusal that must follow."""

import copy
import dataclasses

from testkit.refusals import catalog
from testkit.refusals.rows import resource
from testkit.refusals.state import Organization

POLICY, RULE = "AWS::Events::EventBusPolicy", "AWS::Events::Rule"
ELSEWHERE = "999999999999"


@dataclasses.dataclass
class Undoing:
    """A change of stacks and state: (stacks, state) -> None, and the kind of refusal it must bring."""

    name: str
    kind: catalog.Kind
    change: object
    stored: bool = True


UNDOINGS = []


def undoing(kind, stored=True):
    def register(change):
        UNDOINGS.append(Undoing(change.__name__, kind, change, stored))
        return change

    return register


def named(wanted, name):
    found = [one for one in wanted if one.name == name]
    assert found, f"the deployment has no {name}"
    return found


def of(one, kind):
    return {name: value for name, value in one.template["Resources"].items() if value["Type"] == kind}


def first_rule(wanted, name):
    """The first rule of a stack that has an event pattern."""
    one = named(wanted, name)[0]
    return next(value["Properties"] for value in of(one, RULE).values() if "EventPattern" in value["Properties"])


def with_policies(wanted):
    """The stacks that make bus policies."""
    found = [one for one in wanted if of(one, POLICY)]
    assert found, "no stack makes a bus policy"
    return found


@undoing(catalog.TOO_COMPLEX)
def a_wildcard_instead_of_a_prefix(wanted, state):
    values = [{"wildcard": f"arn:*:iam::*:role/{name}_*"} for name in "ABC"]
    first_rule(wanted, "breakglass-region")["EventPattern"]["detail"] = {"requestParameters": {"roleArn": values}}


@undoing(catalog.TOO_COMPLEX)
def a_wildcard_in_many_branches(wanted, state):
    branches = [{"detail": {"requestParameters": {"roleArn": [{"wildcard": f"*/{name}"}]}}} for name in "ABCDEF"]
    first_rule(wanted, "breakglass-hub")["EventPattern"] = {"source": ["aws.sts"], "$or": branches}


@undoing(catalog.PATTERN_TOO_LONG)
def every_name_in_one_rule(wanted, state):
    names = [f"EmergencyAccess_Role{number}_ReadOnly" for number in range(100)]
    first_rule(wanted, "breakglass-region")["EventPattern"]["detail"] = {"requestParameters": {"roleName": names}}


@undoing(catalog.PATTERN_INVALID)
def an_operator_that_does_not_exist(wanted, state):
    first_rule(wanted, "breakglass-region")["EventPattern"]["detail"] = {"a": [{"contains": "x"}]}


def _clones(wanted, count, pattern):
    one = named(wanted, "breakglass-region")[0]
    for number in range(count):
        values = {"Name": f"breakglass-clone-{number:03}", "EventPattern": pattern}
        one.template["Resources"][f"Clone{number:03}"] = resource(RULE, **values)


@undoing(catalog.MANY_WILDCARD_RULES)
def a_rule_with_a_wildcard_for_each_resource(wanted, state):
    _clones(wanted, 31, {"detail": {"a": [{"wildcard": "*a"}]}})


@undoing(catalog.MANY_RULES)
def a_rule_for_each_resource(wanted, state):
    _clones(wanted, 300, {"detail": {"a": ["a"]}})


@undoing(catalog.MANY_TARGETS)
def six_targets(wanted, state):
    queue = {"Fn::Sub": "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:queue"}
    targets = [{"Id": str(number), "Arn": queue} for number in range(6)]
    first_rule(wanted, "breakglass-region")["Targets"] = targets


@undoing(catalog.BUS_DENIES_TARGET)
def no_statement_that_allows(wanted, state):
    for one in with_policies(wanted):
        for name, value in of(one, POLICY).items():
            if value["Properties"].get("Statement", {}).get("Effect") == "Allow":
                del one.template["Resources"][name]
                for other in one.template["Resources"].values():
                    if other.get("DependsOn") == name:
                        del other["DependsOn"]


@undoing(catalog.BUS_DENIES_TARGET)
def hubs_in_the_stage_of_the_bus_policies(wanted, state):
    stage = min(one.stage for one in with_policies(wanted))
    for one in named(wanted, "breakglass-hub"):
        one.stage = stage


@undoing(catalog.BUS_DENIES_TARGET)
def bus_policies_in_the_stack_of_the_hub(wanted, state):
    for hub in named(wanted, "breakglass-hub"):
        for one in with_policies(wanted):
            if one is hub or one.region != hub.region:
                continue
            moved = of(one, POLICY)
            for name, value in moved.items():
                del one.template["Resources"][name]
                hub.template["Resources"][name] = _by_name(value)
            for part in ("Parameters", "Conditions"):
                hub.template.setdefault(part, {}).update(copy.deepcopy(one.template.get(part, {})))
            hub.parameters = one.parameters | hub.parameters


def _by_name(node):
    """References to the bus of another stack, written with its name."""
    if isinstance(node, list):
        return [_by_name(item) for item in node]
    if not isinstance(node, dict):
        return node
    if node == {"Ref": "Bus"}:
        return "breakglass-hub"
    if node == {"Fn::GetAtt": ["Bus", "Arn"]}:
        return {"Fn::Sub": "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/breakglass-hub"}
    return {key: _by_name(value) for key, value in node.items()}


@undoing(catalog.BUS_DENIES_TARGET)
def accounts_that_are_not_listed(wanted, state):
    for one in with_policies(wanted):
        one.parameters |= {"ReportingAccountIds": ELSEWHERE}


@undoing(catalog.BUS_POLICIES_AT_ONCE)
def statements_of_one_bus_without_order(wanted, state):
    for one in with_policies(wanted):
        for value in of(one, POLICY).values():
            value.pop("DependsOn", None)


@undoing(catalog.STATEMENT_TAKEN)
def one_statement_id_in_two_stacks(wanted, state):
    one = with_policies(wanted)[0]
    value = next(iter(of(one, POLICY).values()))
    hub = next(other for other in named(wanted, "breakglass-hub") if other.region == one.region)
    twin = {"Effect": "Allow", "Principal": "*", "Action": "events:PutEvents", "Resource": "*"}
    hub.template["Resources"]["Twin"] = resource(
        POLICY, EventBusName="other", StatementId=value["Properties"]["StatementId"], Statement=twin
    )


@undoing(catalog.BUS_POLICY_TOO_LONG)
def every_account_in_the_statement(wanted, state):
    for one in with_policies(wanted):
        one.parameters |= {"ReportingAccountIds": ",".join(f"{number:012}" for number in range(1_000))}


@undoing(catalog.PARAMETER_TOO_LONG)
def every_account_in_a_parameter(wanted, state):
    every_account_in_the_statement(wanted, state)


@undoing(catalog.TWO_TOPICS)
def one_policy_for_two_topics(wanted, state):
    for one in named(wanted, "breakglass-hub"):
        policy = next(iter(of(one, "AWS::SNS::TopicPolicy").values()))["Properties"]
        topics = [{"Ref": name} for name in of(one, "AWS::SNS::Topic")]
        policy["Topics"] = topics[:2]
        policy["PolicyDocument"]["Statement"][0]["Resource"] = topics[:2]


@undoing(catalog.ARCHIVE_ELSEWHERE)
def a_hub_where_archives_are_missing(wanted, state):
    state.without_archives.add(named(wanted, "breakglass-evidence")[0].region)


@undoing(catalog.LITTLE_CONCURRENCY)
def reserved_executions_in_a_new_account(wanted, state):
    for one in named(wanted, "breakglass-hub"):
        one.parameters.pop("PublisherConcurrency", None)


@undoing(catalog.TEMPLATE_TOO_LONG, stored=False)
def large_templates_in_the_request(wanted, state):
    pass


@undoing(catalog.SMS_SANDBOX)
def a_number_that_nobody_verified(wanted, state):
    hub = named(wanted, "breakglass-hub")[0]
    hub.template["Resources"]["Number"] = resource(
        "AWS::SNS::Subscription", Protocol="sms", Endpoint="+15550100", TopicArn={"Ref": "AlertTopic"}
    )


def _organization_trail(wanted):
    (trail,) = named(wanted, "breakglass-trail")
    trail.parameters |= {"OrganizationTrail": "yes"}
    return trail


@undoing(catalog.NOT_THE_ORGANIZATIONS)
def an_organizations_trail_without_organization(wanted, state):
    _organization_trail(wanted)


@undoing(catalog.NO_TRUSTED_ACCESS)
def an_organizations_trail_without_trusted_access(wanted, state):
    state.organization = Organization(management=_organization_trail(wanted).account, has_trail_role=True)


@undoing(catalog.NO_TRAIL_ROLE)
def an_organizations_trail_without_the_services_role(wanted, state):
    state.organization = Organization(management=_organization_trail(wanted).account, trusts_cloudtrail=True)
