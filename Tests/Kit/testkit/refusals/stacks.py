"""CloudFormation's stacks in front of moto: a stack that AWS would refuse never reaches moto.

It is in ROLLBACK_COMPLETE with AWS's reasons in its events, until it is deleted. A stack that makes a bus policy is
under way until it was asked for twice, as deployment polls: what other stacks need of it stands only then.
"""

import dataclasses
import functools
import re

from testkit.refusals import accounts, catalog, wire
from testkit.refusals.judge import judge
from testkit.refusals.state import Standing, made
from testkit.templates.reading import parse
from testkit.templates.stack import Stack

# Templates are only read here, and many stacks are of one.
parsed = functools.lru_cache(maxsize=64)(parse)
BUS_POLICY = "AWS::Events::EventBusPolicy"


@dataclasses.dataclass
class Failed:
    """A stack whose creation or update was rolled back."""

    identifier: str
    status: str
    parameters: dict
    refusals: list
    kinds: dict

    def events(self, name):
        state = "CREATE_FAILED" if self.status == "ROLLBACK_COMPLETE" else "UPDATE_FAILED"
        # AWS lists the latest event first.
        return "".join(
            wire.event_member(self.identifier, name, one, self.kinds.get(one.where, ""), state, number)
            for number, one in reversed(list(enumerate(self.refusals)))
        )


class Stacks:
    """Answers the calls about stacks. `front` has the state, the lock and the way to moto."""

    def __init__(self, front):
        self.front, self.state = front, front.state
        self.failed, self.texts, self.change_sets, self.asked = {}, {}, {}, {}

    def text(self, given, key=None):
        """The template of a request, and whether it came from a bucket."""
        if "TemplateURL" in given:
            path = re.sub(r"^https://([^.]+)\.s3[^/]*/", r"/\1/", given["TemplateURL"])
            return self.front.stored.get(path, ""), True
        if given.get("UsePreviousTemplate"):
            return self.texts[key], False
        return given["TemplateBody"], False

    def resolved(self, text, pairs, account, region, name):
        """The stack of a request; its parameters complete from the stack before."""
        given = {key: value for key, value in wire.values(pairs).items() if value is not None}
        partition = "aws-us-gov" if region.startswith("us-gov-") else "aws"
        return Stack(parsed(text), given, account=account, region=region, partition=partition, name=name)

    def sizes(self, text, stored, pairs, name):
        count = len(parsed(text).get("Resources", {})) if text else 0
        return list(accounts.size_refusals(text, wire.values(pairs), name, stored, count))

    def CreateStack(self, request, account, region, update=False):
        given = wire.parameters("cloudformation", request)
        key = account, region, given["StackName"]
        text, stored = self.text(given, key)
        if refusals := self.sizes(text, stored, given.get("Parameters"), key[2]):
            return wire.refused(request, refusals[0])
        if not text or (update and key not in self.state.stacks):
            return None
        try:
            stack = self.resolved(text, given.get("Parameters"), *key)
        except AssertionError as error:
            return wire.refused(request, catalog.PARAMETER_WRONG(key[2], reason=error))
        with self.front.lock:
            if key in self.failed and not update:
                return wire.refused(request, _exists(key[2]))
            refusals = judge(stack, self.state)
            if refusals:
                return self._fail(stack, key, refusals, update)
            before = self.state.stacks.get(key)
            self.state.stacks[key] = Standing(made(stack), False, before.resources if before else {})
        answer = self.front.forward(request)
        with self.front.lock:
            if answer[0] >= 300:
                self._restore(key, before)
                return answer
            self.texts[key] = text
            self.failed.pop(key, None)
            standing = self.state.stacks[key]
            standing.complete = not self._is_slow(standing)
            self.asked[key] = False
        return answer

    def UpdateStack(self, request, account, region):
        return self.CreateStack(request, account, region, update=True)

    def _restore(self, key, before):
        self.state.stacks.pop(key)
        if before:
            self.state.stacks[key] = before

    @staticmethod
    def _is_slow(standing):
        """Whether others may wait for what this operation makes."""
        new = standing.of(BUS_POLICY)
        old = {name: values for name, (kind, values) in standing.before.items() if kind == BUS_POLICY}
        return new != old

    def _fail(self, stack, key, refusals, update):
        account, region, name = key
        kinds = {logical_id: kind for logical_id, (kind, _) in made(stack).items()}
        identifier = f"arn:{stack.partition}:cloudformation:{region}:{account}:stack/{name}/refused"
        status = "UPDATE_ROLLBACK_COMPLETE" if update else "ROLLBACK_COMPLETE"
        self.failed[key] = Failed(identifier, status, stack.parameters, refusals, kinds)
        self.front.refusals += [(key, one) for one in refusals]
        operation = "UpdateStack" if update else "CreateStack"
        body = (
            f"<{operation}Response><{operation}Result><StackId>{identifier}</StackId>"
            f"</{operation}Result></{operation}Response>"
        )
        return 200, {"Content-Type": "text/xml"}, body.encode()

    def DescribeStacks(self, request, account, region):
        given = wire.parameters("cloudformation", request)
        name = given.get("StackName")
        if name is None:
            return self._list(request, account, region, given)
        key = account, region, name.rpartition(":stack/")[2].split("/")[0]
        failed = self.failed.get(key)
        if failed and failed.status == "ROLLBACK_COMPLETE":
            member = wire.stack_member(failed.identifier, key[2], failed.status, failed.parameters)
            return _described(member)
        answer = self.front.forward(request)
        if failed:
            return _with_status(answer, failed.status)
        with self.front.lock:
            standing = self.state.stacks.get(key)
            if standing and not standing.complete:
                if not self.asked.get(key):
                    self.asked[key] = True
                    return _with_status(answer, None)
                standing.complete = True
        return answer

    def _list(self, request, account, region, given):
        answer = self.front.forward(request)
        members = "".join(
            wire.stack_member(one.identifier, name, one.status, one.parameters)
            for (its_account, its_region, name), one in self.failed.items()
            if (its_account, its_region) == (account, region) and one.status == "ROLLBACK_COMPLETE"
        )
        if not members or "NextToken" in given or answer[0] != 200:
            return answer
        return answer[0], answer[1], wire.add_members(answer[2].decode(), "Stacks", members).encode()

    def DescribeStackEvents(self, request, account, region):
        name = wire.parameters("cloudformation", request)["StackName"]
        failed = self.failed.get((account, region, name))
        if not failed:
            return None
        body = (
            "<DescribeStackEventsResponse><DescribeStackEventsResult><StackEvents>"
            f"{failed.events(name)}</StackEvents></DescribeStackEventsResult></DescribeStackEventsResponse>"
        )
        return 200, {"Content-Type": "text/xml"}, body.encode()

    def DeleteStack(self, request, account, region):
        name = wire.parameters("cloudformation", request)["StackName"]
        with self.front.lock:
            failed = self.failed.pop((account, region, name), None)
            self.state.fall(account, region, name)
        if failed and failed.status == "ROLLBACK_COMPLETE":
            return 200, {"Content-Type": "text/xml"}, b"<DeleteStackResponse></DeleteStackResponse>"
        return None

    def CreateChangeSet(self, request, account, region):
        given = wire.parameters("cloudformation", request)
        key = account, region, given["StackName"]
        text, stored = self.text(given, key)
        if refusals := self.sizes(text, stored, given.get("Parameters"), key[2]):
            return wire.refused(request, refusals[0])
        self.change_sets[(*key, given["ChangeSetName"])] = text, given.get("Parameters")
        return None

    def ExecuteChangeSet(self, request, account, region):
        given = wire.parameters("cloudformation", request)
        key = account, region, given.get("StackName")
        text, pairs = self.change_sets.get((*key, given["ChangeSetName"]), (None, None))
        if text is None:
            return None
        stack = self.resolved(text, pairs, *key)
        with self.front.lock:
            refusals = judge(stack, self.state)
            if refusals:
                self._fail(stack, key, refusals, key in self.state.stacks)
                body = b"<ExecuteChangeSetResponse><ExecuteChangeSetResult/></ExecuteChangeSetResponse>"
                return 200, {"Content-Type": "text/xml"}, body
            self.state.stand(stack)
        return None


def _exists(name):
    kind = catalog.Kind("stack-exists", "AlreadyExistsException", "Stack [{name}] already exists", "seen", ())
    return kind(name, name=name)


def _described(member):
    body = (
        "<DescribeStacksResponse><DescribeStacksResult><Stacks>"
        f"{member}</Stacks></DescribeStacksResult></DescribeStacksResponse>"
    )
    return 200, {"Content-Type": "text/xml"}, body.encode()


def _with_status(answer, status):
    """The answer of DescribeStacks with another status: this one, or that of an operation under way."""
    if answer[0] != 200:
        return answer

    def other(match):
        return f"<StackStatus>{status or match[1].replace('_COMPLETE', '_IN_PROGRESS')}</StackStatus>"

    body = re.sub(r"<StackStatus>(\w+)</StackStatus>", other, answer[2].decode())
    return answer[0], answer[1], body.encode()
