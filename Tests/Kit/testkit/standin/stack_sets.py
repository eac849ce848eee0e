"""StackSets, service-managed: operations on stack sets and their instances."""

from testkit.standin.making import Template
from testkit.standin.stack import NOW, StandingStack
from testkit.standin.stacks import parameters, template_text
from testkit.standin.wire import Refused
from testkit.standin.world import answers, need, page, unique


class StackSet:
    """A stack set, its instances and its operations. The stacks of a place are made when somebody looks there.

    instances  (account, Region) -> [status, reason]
    operations the latest last: {"OperationId", "Action", "Status", left, places}
    """

    def __init__(self, world, name, text, given):
        self.world, self.name, self.id = world, name, f"{name}:{unique()}"
        self.text, self.given = text, given
        self.instances, self.stacks, self.operations, self.old = {}, {}, [], set()

    def make(self, account, region):
        place = account, region
        if place not in self.instances:
            if stack := self.stacks.pop(place, None):
                stack.world.stacks.pop(stack.key, None)
                stack._take(stack.resources)
            return
        if place in self.stacks and place not in self.old:
            return
        self.old.discard(place)
        template = Template(self.text, self.given, account, region, f"StackSet-{self.name}")
        stack = self.stacks.get(place)
        if stack is None:
            stack = self.stacks[place] = StandingStack(self.world, account, region, f"StackSet-{self.name}")
        stack.status, stack.template = "CREATE_COMPLETE", template
        stack._bring(template)

    def begin(self, action, places, status="OUTDATED"):
        self.busy()
        for place in places:
            if action != "DELETE":
                self.instances[place] = [status, None]
        operation = {"OperationId": unique(), "Action": action, "Status": "RUNNING", "places": list(places)}
        self.operations.append(operation | {"left": self.world.polls})
        self.ask(0)
        return operation["OperationId"]

    def busy(self):
        if self.operations and self.operations[-1]["Status"] == "RUNNING":
            raise Refused("OperationInProgressException", "Another Operation on StackSet is in progress", 409)

    def ask(self, times=1):
        """Somebody asked how the operation goes."""
        for operation in self.operations:
            if operation["Status"] != "RUNNING":
                continue
            operation["left"] -= times
            if operation["left"] > 0:
                continue
            operation["Status"] = "SUCCEEDED"
            for place in operation["places"]:
                if operation["Action"] == "DELETE":
                    self.instances.pop(place, None)
                    if place in self.stacks:
                        self.make(*place)
                    continue
                failed = self.world.instance_failures.get((self.name, *place))
                if failed:
                    operation["Status"] = "FAILED"
                self.instances[place] = ["OUTDATED", failed] if failed else ["CURRENT", None]


def find(world, given):
    return need(
        world.sets, given["StackSetName"], "StackSetNotFoundException",
        f"StackSet {given['StackSetName']} not found",
    )  # fmt: skip


def caller(world, who, given):
    """Stack sets are of the management account; a delegated administrator says so."""
    wanted = "SELF" if who.account == world.management else "DELEGATED_ADMIN"
    if given.get("CallAs", "SELF") != wanted:
        raise Refused("ValidationError", f"You must be the management account or delegated admin account ({wanted})")


@answers("cloudformation:CreateStackSet")
def create_set(world, who, given):
    caller(world, who, given)
    name = given["StackSetName"]
    if name in world.sets:
        raise Refused("NameAlreadyExistsException", f"StackSet {name} already exists", 409)
    text, values = template_text(world, given), parameters(given)
    Template(text, values, who.account, who.region, name)
    world.sets[name] = StackSet(world, name, text, values)
    return {"StackSetId": world.sets[name].id}


@answers("cloudformation:UpdateStackSet")
def update_set(world, who, given):
    caller(world, who, given)
    found = find(world, given)
    found.busy()
    text, values = template_text(world, given, found.text), parameters(given, found.given)
    Template(text, values, who.account, who.region, found.name)
    found.text, found.given = text, values
    found.old = set(found.stacks)
    return {"OperationId": found.begin("UPDATE", list(found.instances))}


@answers("cloudformation:DeleteStackSet")
def delete_set(world, who, given):
    caller(world, who, given)
    found = find(world, given)
    found.busy()
    if found.instances:
        raise Refused("StackSetNotEmptyException", "StackSet is not empty", 409)
    del world.sets[found.name]
    return {}


@answers("cloudformation:DescribeStackSet")
def describe_set(world, who, given):
    caller(world, who, given)
    found = find(world, given)
    values = [{"ParameterKey": key, "ParameterValue": value} for key, value in found.given.items()]
    return {
        "StackSet": {
            "StackSetName": found.name, "StackSetId": found.id, "Status": "ACTIVE", "TemplateBody": found.text,
            "Parameters": values, "PermissionModel": "SERVICE_MANAGED",
        }
    }  # fmt: skip


@answers("cloudformation:ListStackSets")
def list_sets(world, who, given):
    caller(world, who, given)
    found = [{"StackSetName": name, "StackSetId": one.id, "Status": "ACTIVE"} for name, one in world.sets.items()]
    return page(found, given, 100, "Summaries")


def places(world, given):
    """The accounts and Regions that a request means: the management account is passed over."""
    targets = given.get("DeploymentTargets")
    if targets is None:
        chosen = given.get("Accounts", [])
    else:
        named, kind = targets.get("Accounts", []), targets.get("AccountFilterType", "NONE")
        chosen = [one for one in world.members]
        if kind == "INTERSECTION":
            chosen = [one for one in chosen if one in named]
        elif kind == "DIFFERENCE":
            chosen = [one for one in chosen if one not in named]
        elif kind == "UNION":
            chosen += [one for one in named if one not in chosen]
    return [(account, region) for account in chosen for region in given["Regions"]]


@answers("cloudformation:CreateStackInstances")
def create_instances(world, who, given):
    caller(world, who, given)
    found = find(world, given)
    return {"OperationId": found.begin("CREATE", places(world, given))}


@answers("cloudformation:DeleteStackInstances")
def delete_instances(world, who, given):
    caller(world, who, given)
    found = find(world, given)
    gone = [place for place in places(world, given) if place in found.instances]
    return {"OperationId": found.begin("DELETE", gone)}


@answers("cloudformation:ListStackInstances")
def list_instances(world, who, given):
    caller(world, who, given)
    found = find(world, given)
    summaries = [
        {
            "StackSetId": found.id, "Account": account, "Region": region, "Status": status,
            "StackInstanceStatus": {"DetailedStatus": "SUCCEEDED" if status == "CURRENT" else "PENDING"},
        } | ({"StatusReason": reason} if reason else {})
        for (account, region), (status, reason) in found.instances.items()
    ]  # fmt: skip
    return page(summaries, given, 100, "Summaries")


def told(operation):
    times = {"CreationTimestamp": NOW} | ({} if operation["Status"] == "RUNNING" else {"EndTimestamp": NOW})
    return {key: operation[key] for key in ("OperationId", "Action", "Status")} | times


@answers("cloudformation:DescribeStackSetOperation")
def describe_operation(world, who, given):
    found = find(world, given)
    found.ask()
    operations = {one["OperationId"]: one for one in found.operations}
    one = need(operations, given["OperationId"], "OperationNotFoundException", "not found")
    return {"StackSetOperation": told(one) | {"StackSetId": found.id}}


@answers("cloudformation:ListStackSetOperations")
def list_operations(world, who, given):
    found = find(world, given)
    found.ask()
    return page([told(one) for one in reversed(found.operations)], given, 100, "Summaries")


@answers("cloudformation:ListStackSetOperationResults")
def operation_results(world, who, given):
    found = find(world, given)
    operations = {one["OperationId"]: one for one in found.operations}
    one = need(operations, given["OperationId"], "OperationNotFoundException", "not found")
    results = [{"Account": a, "Region": r, "Status": one["Status"]} for a, r in one["places"]]
    return page(results, given, 100, "Summaries")
