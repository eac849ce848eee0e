"""Stack sets in front of moto: each instance is judged, and those that AWS would refuse are OUTDATED.

moto gets the others, account by account, since it takes no notice of which accounts of a unit are meant.
"""

import dataclasses
from urllib.parse import urlencode
from xml.sax.saxutils import escape

from testkit.refusals import accounts, wire
from testkit.refusals.judge import judge
from testkit.refusals.state import Standing, made

ACTION = "cloudformation:CreateStack"


@dataclasses.dataclass
class StackSet:
    """A stack set: the reason of each instance that failed, and the instances that moto has.

    known  the template with which moto makes instances: the first one, whatever an update says
    """

    text: str
    pairs: list
    known: str
    failed: dict = dataclasses.field(default_factory=dict)
    standing: set = dataclasses.field(default_factory=set)


class StackSets:
    """Answers the calls about stack sets. `front` has the state, the lock and the way to moto."""

    def __init__(self, front):
        self.front, self.state, self.sets = front, front.state, {}

    def CreateStackSet(self, request, account, region):
        given = wire.parameters("cloudformation", request)
        name = given["StackSetName"]
        text, stored = self.front.stacks.text(given)
        if refusals := self.front.stacks.sizes(text, stored, given.get("Parameters"), name):
            return wire.refused(request, refusals[0])
        self.sets[name] = StackSet(text, given.get("Parameters"), text)
        return None

    def UpdateStackSet(self, request, account, region):
        given = wire.parameters("cloudformation", request)
        one = self.sets[given["StackSetName"]]
        text, stored = self.front.stacks.text(given)
        if refusals := self.front.stacks.sizes(text, stored, given.get("Parameters"), given["StackSetName"]):
            return wire.refused(request, refusals[0])
        one.text, one.pairs = text, given.get("Parameters")
        answer = self.front.forward(request)
        if answer[0] < 300 and (one.standing or one.failed):
            self._bring(given["StackSetName"], sorted(one.standing | set(one.failed)), account, region)
        return answer

    def CreateStackInstances(self, request, account, region):
        given = wire.parameters("cloudformation", request)
        targets = [(one, at) for one in self._accounts(given) for at in given["Regions"]]
        return self._bring(given["StackSetName"], targets, account, region)

    def _accounts(self, given):
        """The accounts that a request means. Service-managed stack sets pass over the management account."""
        targets = given.get("DeploymentTargets")
        if not targets:
            return given.get("Accounts", [])
        found = [one for unit in targets["OrganizationalUnitIds"] for one in self.front.members(unit)]
        chosen = set(targets.get("Accounts", ()))
        kind = targets.get("AccountFilterType", "NONE")
        if kind == "INTERSECTION":
            found = [one for one in found if one in chosen]
        elif kind == "DIFFERENCE":
            found = [one for one in found if one not in chosen]
        elif kind == "UNION":
            found += [one for one in chosen if one not in found]
        return [one for one in dict.fromkeys(found) if one != self.state.organization.management]

    def _bring(self, name, targets, account, region):
        """Brings instances to what the stack set says; the answer of the last call that moto got."""
        one, passed = self.sets[name], {}
        with self.front.lock:
            for target in targets:
                stack = self.front.stacks.resolved(one.text, one.pairs, *target, f"StackSet-{name}")
                refusal = self._refusal(stack, *target)
                if refusal:
                    one.failed[target] = refusal
                    self.front.refusals += [((*target, stack.name), refusal[0])]
                    continue
                one.failed.pop(target, None)
                self.state.stacks[(*target, stack.name)] = Standing(made(stack))
                if target not in one.standing:
                    passed.setdefault(target[1], []).append(target[0])
        return self._create(name, passed, account, region)

    def _refusal(self, stack, account, region):
        """Why AWS refuses an instance: the refusal, and the type of its resource."""
        resource = f"arn:{stack.partition}:cloudformation:{region}:{account}:stack/{stack.name}/*"
        found = accounts.region_refusal(self.state, account, region, stack.name) or accounts.policy_refusal(
            self.state, account, region, ACTION, resource, where=stack.name
        )
        if found:
            return found, "AWS::CloudFormation::Stack"
        found = judge(stack, self.state)
        if not found:
            return None
        return found[0], made(stack).get(found[0].where, ("AWS::CloudFormation::Stack",))[0]

    def _create(self, name, passed, account, region):
        by_accounts, one = {}, self.sets[name]
        if passed and not one.standing and one.known != one.text:
            self._renew(name, account, region)
        for at, chosen in passed.items():
            by_accounts.setdefault(tuple(chosen), []).append(at)
        for chosen, regions in by_accounts.items():
            answer = self._ask("CreateStackInstances", name, chosen, regions, account, region)
            if answer[0] >= 300:
                return answer
            one.standing |= {(its, at) for its in chosen for at in regions}
        if by_accounts:
            return answer
        # moto keeps an operation for no instance as well.
        return self._ask("CreateStackInstances", name, (), ["us-east-1"], account, region)

    def _renew(self, name, account, region):
        """Makes moto's stack set again, so that its instances follow the present template."""
        one, headers = self.sets[name], wire.headers_for("cloudformation", account, region)
        fields = {"Action": "DeleteStackSet", "Version": "2010-05-15", "StackSetName": name}
        self.front.proxy.forward("POST", "/", headers, urlencode(fields).encode())
        fields |= {"Action": "CreateStackSet", "TemplateBody": one.text, "PermissionModel": "SERVICE_MANAGED"}
        for number, (key, value) in enumerate(wire.values(one.pairs).items(), 1):
            fields[f"Parameters.member.{number}.ParameterKey"] = key
            fields[f"Parameters.member.{number}.ParameterValue"] = value
        self.front.proxy.forward("POST", "/", headers, urlencode(fields).encode())
        one.known = one.text

    def _ask(self, action, name, chosen, regions, account, region):
        """A call of moto for these accounts alone: the unit is one that holds no account.

        moto reads the list of accounts, or with what the test kit adds to it, the union of unit and accounts.
        """
        fields = {"Action": action, "Version": "2010-05-15", "StackSetName": name}
        fields["DeploymentTargets.OrganizationalUnitIds.member.1"] = "ou-none-00000000"
        fields["DeploymentTargets.AccountFilterType"] = "UNION"
        for number, one in enumerate(chosen, 1):
            fields[f"Accounts.member.{number}"] = fields[f"DeploymentTargets.Accounts.member.{number}"] = one
        fields |= {f"Regions.member.{number}": one for number, one in enumerate(regions, 1)}
        if action == "DeleteStackInstances":
            fields["RetainStacks"] = "false"
        headers = wire.headers_for("cloudformation", account, region)
        return self.front.proxy.forward("POST", "/", headers, urlencode(fields).encode())

    def ListStackInstances(self, request, account, region):
        given = wire.parameters("cloudformation", request)
        one = self.sets.get(given["StackSetName"])
        if one is None:
            return None
        members = "".join(
            self._member(given["StackSetName"], *target, one.failed.get(target))
            for target in sorted(one.standing | set(one.failed))
            if given.get("StackInstanceAccount", target[0]) == target[0]
            and given.get("StackInstanceRegion", target[1]) == target[1]
        )
        body = (
            "<ListStackInstancesResponse><ListStackInstancesResult><Summaries>"
            f"{members}</Summaries></ListStackInstancesResult></ListStackInstancesResponse>"
        )
        return 200, {"Content-Type": "text/xml"}, body.encode()

    @staticmethod
    def _member(name, account, region, refusal):
        status, reason = "CURRENT", ""
        if refusal:
            what, kind = refusal
            # As StackSets quotes the stack's first failure.
            status, reason = "OUTDATED", (
                f"ResourceLogicalId:{what.where}, ResourceType:{kind}, ResourceStatusReason:{what.reason()}."
            )
        detail = "FAILED" if refusal else "SUCCEEDED"
        return (
            f"<member><StackSetId>{name}:1</StackSetId><Account>{account}</Account><Region>{region}</Region>"
            f"<StackId>arn:aws:cloudformation:{region}:{account}:stack/StackSet-{name}/1</StackId>"
            f"<Status>{status}</Status><StatusReason>{escape(reason)}</StatusReason>"
            f"<StackInstanceStatus><DetailedStatus>{detail}</DetailedStatus></StackInstanceStatus></member>"
        )

    def DeleteStackInstances(self, request, account, region):
        given = wire.parameters("cloudformation", request)
        name, regions = given["StackSetName"], given["Regions"]
        one = self.sets.get(name)
        if one is None:
            return None
        gone = {(its, at) for its in self._accounts(given) for at in regions}
        for target in gone & set(one.failed):
            del one.failed[target]
        chosen = tuple(sorted({its for its, _ in gone & one.standing}))
        one.standing -= gone
        for its, at in gone:
            self.state.fall(its, at, f"StackSet-{name}")
        return self._ask("DeleteStackInstances", name, chosen, regions, account, region)

    def DeleteStackSet(self, request, account, region):
        self.sets.pop(wire.parameters("cloudformation", request)["StackSetName"], None)
