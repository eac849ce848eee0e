"""What exists in all accounts and Regions, and the calls that the stand-in answers."""

import collections
import dataclasses
import itertools
import os
import re

from testkit.standin import obstacles
from testkit.standin.wire import Call, Refused

ANSWERS = {}
# Types that have no Region.
GLOBAL = ("AWS::IAM::", "AWS::Organizations::", "AWS::S3::")


def answers(*names):
    """Registers a function of (world, who, given) for operations, e.g. "sts:GetCallerIdentity".

    It returns a dictionary as botocore's clients do, a tuple (status, headers, body), or a coroutine of either.
    """

    def register(function):
        for name in names:
            assert name not in ANSWERS, name
            ANSWERS[name] = function
        return function

    return register


@dataclasses.dataclass
class Who:
    """The caller, and the Region that it calls."""

    account: str
    region: str
    arn: str


@dataclasses.dataclass
class Resource:
    """A resource that exists.

    id     as CloudFormation's physical id
    stack  (account, region, name) of the stack that owns it; None for nobody's
    more   what calls have changed or added
    """

    type: str
    id: str
    values: dict
    account: str
    region: str
    stack: tuple = None
    more: dict = dataclasses.field(default_factory=dict)


class World:
    """All accounts. Without `management` there is no organization.

    polls     how often a stack or an operation is asked for before it is complete
    before    a function of (call, who) that may raise Refused or return an answer: a test's faults
    after     a function of a call that was carried out, and is not answered yet
    """

    def __init__(self, emergency, regions, management=None, members=(), polls=2):
        self.emergency, self.management, self.polls = emergency, management, polls
        self.regions = {name: "ENABLED_BY_DEFAULT" for name in regions} | {"ap-east-1": "DISABLED"}
        self.members = [emergency, *(one for one in members if one != emergency)]
        self.names = {one: f"account-{number}" for number, one in enumerate(self.members)}
        self.keys, self.caller = {}, management or emergency
        self.resources = collections.defaultdict(dict)  # (account, Region, type) -> {id: Resource}
        self.stacks, self.sets, self.objects = {}, {}, collections.defaultdict(dict)
        self.numbers, self.called, self.unknown = itertools.count(1), collections.Counter(), collections.Counter()
        self.recorded = None  # a list notes (service, operation, Region, parameters) of every call
        self.before = lambda call, who: None
        self.deaf = set()  # (account, Region) whose canaries get lost
        self.denied = set()  # actions that the simulation denies
        self.after = lambda call: None
        self.planned_failures = []  # [stack, Region or None, reason, times]
        self.instance_failures = {}  # (stack set, account, Region): reason
        # What is enabled in the organization.
        self.services = {
            "account.amazonaws.com", "cloudtrail.amazonaws.com", "member.org.stacksets.cloudformation.amazonaws.com",
        }  # fmt: skip
        if management:
            self.service_role("AWSServiceRoleForCloudTrail", "cloudtrail.amazonaws.com")
            self.service_role(
                "AWSServiceRoleForCloudFormationStackSetsOrgAdmin", "stacksets.cloudformation.amazonaws.com"
            )
            for one in self.members:
                self.put(Resource("AWS::IAM::Role", "OrganizationAccountAccessRole", {}, one, ""))

    def service_role(self, name, service):
        """A role of a service in the management account."""
        path = {"Path": f"/aws-service-role/{service}/"}
        self.put(Resource("AWS::IAM::Role", name, path, self.management, ""))

    def key(self, account, arn=None):
        """A new access key of an account."""
        number, digits = next(self.numbers), "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
        text = "".join(digits[number >> shift & 31] for shift in (15, 10, 5, 0))
        key = f"ASIA{account}{text}"
        self.keys[key] = account, arn or f"arn:aws:iam::{account}:user/rollout"
        return key

    def who(self, call):
        if call.key is None:
            return Who("", call.region, "")
        if call.key == "AKIAIOSFODNN7EXAMPLE":
            return Who(self.caller, call.region, f"arn:aws:iam::{self.caller}:user/rollout")
        if call.key not in self.keys:
            raise Refused("InvalidClientTokenId", "The security token included in the request is invalid.", 403)
        account, arn = self.keys[call.key]
        return Who(account, call.region, arn)

    def respond(self, request):
        """Answers a request: (status, headers, body), or a coroutine of it."""
        try:
            call = Call(request)
        except Exception as error:  # whatever is wrong with a request must be seen
            self.unknown[repr(error)] += 1
            return 400, {"Content-Type": "text/plain"}, repr(error).encode()
        self.called[call.name] += 1
        if self.recorded is not None:
            self.recorded.append((call.service, call.operation.name, call.region, call.given))
        try:
            who = self.who(call)
            result = self.before(call, who)
            if result is None:
                if call.name not in ANSWERS:
                    self.unknown[call.name] += 1
                    raise Refused("UnknownOperationException", f"the stand-in has no {call.name}")
                result = ANSWERS[call.name](self, who, call.given)
            self.after(call)
            if hasattr(result, "__await__"):
                return _awaited(call, result)
            return result if isinstance(result, tuple) else call.answer(result)
        except Refused as error:
            return call.refusal(error)
        except Exception as error:  # a defect of the stand-in must be seen
            self.unknown[f"{call.name}: {error!r}"] += 1
            return call.refusal(Refused("InternalFailure", repr(error), 500))

    # Resources.

    def place(self, account, region, kind):
        return account, "" if kind.startswith(GLOBAL) else region, kind

    def of(self, account, region, kind):
        """The resources of a type, by id."""
        if kind.startswith(GLOBAL):
            for place in [place for one in self.sets.values() for place in one.instances if place[0] == account]:
                self.arrive(*place)
        self.arrive(account, region)
        return self.resources[self.place(account, region, kind)]

    def mine(self, who, kind):
        return self.of(who.account, who.region, kind)

    def put(self, resource):
        self.resources[self.place(resource.account, resource.region, resource.type)][resource.id] = resource
        return resource

    def drop(self, resource):
        self.resources[self.place(resource.account, resource.region, resource.type)].pop(resource.id, None)

    def take(self, resource):
        """Deletes a resource; a key is pending deletion from then on."""
        if resource.type == "AWS::KMS::Key":
            resource.more["pending"] = True
            resource.stack = None
            return
        if resource.type == "AWS::S3::Bucket":
            self.objects.pop(resource.id, None)
        self.drop(resource)

    def failure(self, stack, template, wanted):
        return obstacles.failure(self, stack, template, wanted)

    def clings(self, resource):
        return obstacles.clings(self, resource)

    def arrive(self, account, region):
        """Makes the resources of stack sets' instances in a place: nobody looks into most places."""
        for one in list(self.sets.values()):
            one.make(account, region)

    def instances(self, who):
        """The stacks that stack sets have created in a place, as DescribeStacks tells them."""
        self.arrive(who.account, who.region)
        found = [one.stacks.get((who.account, who.region)) for one in self.sets.values()]
        return [stack.described() for stack in found if stack]

    def instance(self, who, name):
        """The stack of a stack set, by name or ARN."""
        self.arrive(who.account, who.region)
        found = [one.stacks.get((who.account, who.region)) for one in self.sets.values()]
        return next((one for one in found if one and name in (one.name, one.id)), None)

    def bucket(self, name):
        for (_, _, kind), found in self.resources.items():
            if kind == "AWS::S3::Bucket" and name in found:
                return found[name]
        raise Refused("NoSuchBucket", "The specified bucket does not exist", 404)


async def _awaited(call, result):
    try:
        result = await result
    except Refused as error:
        return call.refusal(error)
    return result if isinstance(result, tuple) else call.answer(result)


def need(found, key, code, message, status=404):
    """The value of a key, or the service's refusal."""
    if key not in found:
        raise Refused(code, message, status)
    return found[key]


def page(items, given, size, list_name, token="NextToken", answer_token=None):
    """A page of a list, and the token of the next one."""
    items = list(items)
    start = int(given.get(token) or 0)
    result = {list_name: items[start : start + size]}
    if start + size < len(items):
        result[answer_token or token] = str(start + size)
    return result


def name_of(arn_or_name):
    """`breakglass-hub` of an ARN, a URL, BUS|RULE or a name."""
    return re.split(r"[/:|]", arn_or_name)[-1]


def unique():
    return os.urandom(8).hex()
