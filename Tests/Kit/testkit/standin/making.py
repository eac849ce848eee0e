"""What CloudFormation makes of a template: resources with their physical ids."""

import functools
import re
import uuid

from testkit.standin.wire import Refused
from testkit.standin.world import Resource
from testkit.templates.names import NAMED_BY, arn
from testkit.templates.reading import parse
from testkit.templates.stack import Stack

# Templates are only read, and many stacks are of one.
parsed = functools.lru_cache(maxsize=64)(parse)
# Where a resource's id is that of what it belongs to.
ATTACHED = {
    "AWS::S3::BucketPolicy": lambda v: v["Bucket"],
    "AWS::IAM::RolePolicy": lambda v: f"{v['PolicyName']}|{v['RoleName']}",
    "AWS::Lambda::EventInvokeConfig": lambda v: f"{v['FunctionName'].split(':')[-1]}|{v['Qualifier']}",
    "AWS::Events::EventBusPolicy": lambda v: f"{v['EventBusName']}|{v['StatementId']}",
    "AWS::CloudWatch::Alarm": lambda v: v["AlarmName"],
    "AWS::CloudWatch::Dashboard": lambda v: v["DashboardName"],
    "AWS::Scheduler::Schedule": lambda v: v["Name"],
}


# Whose ids AWS makes up, and the attribute with the ARN.
NUMBERED = {"AWS::KMS::Key": "Arn", "AWS::Lambda::EventSourceMapping": "EventSourceMappingArn"}


class Template:
    """A template with its parameters, in one place."""

    def __init__(self, text, given, account, region, name, generation=0):
        self.text, self.given, self.name = text, given, name
        self.account, self.region = account, region
        self.value = parsed(text)
        declared = self.value.get("Parameters", {})
        if unknown := sorted(set(given) - set(declared)):
            raise Refused("ValidationError", f"Parameters: [{', '.join(unknown)}] do not exist in the template")
        partition = "aws-us-gov" if region.startswith("us-gov-") else "aws"
        attributes = {}
        for logical, resource in self.value["Resources"].items():
            if resource["Type"] in NUMBERED:
                key = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{account} {region} {name} {logical} {generation}"))
                attributes[logical, "Ref"] = key
                attributes[logical, NUMBERED[resource["Type"]]] = arn(resource["Type"], key, partition, region, account)
        try:
            self.stack = Stack(
                self.value, given, account=account, region=region, partition=partition, name=name,
                attributes=attributes, suffix=uuid.uuid5(uuid.NAMESPACE_OID, region).hex[:12].upper(),
            )  # fmt: skip
        except AssertionError as error:
            raise Refused("ValidationError", f"Parameters: {error}") from None

    @property
    def parameters(self):
        """Key and value of every parameter, defaults included, as DescribeStacks tells them."""
        declared = self.value.get("Parameters", {})
        return {
            key: str(self.given.get(key, about.get("Default", ""))) if not about.get("NoEcho") else "****"
            for key, about in declared.items()
        }

    def resources(self, owner):
        """Each resource by its logical id."""
        return {
            logical: Resource(
                self.value["Resources"][logical]["Type"], self.physical(logical, values), values, self.account,
                self.region, owner,
            )
            for logical, values in self.stack.resources().items()
        }  # fmt: skip

    def retains(self, logical, on="DeletionPolicy", created=False):
        """Whether a resource stays when it leaves the stack; `created` when its very creation is undone."""
        kept = ("Retain",) if created else ("Retain", "RetainExceptOnCreate")
        return self.value["Resources"].get(logical, {}).get(on) in kept

    def physical(self, logical, values):
        kind = self.value["Resources"][logical]["Type"]
        if kind in ATTACHED:
            try:
                return ATTACHED[kind](values)
            except KeyError:
                return f"{self.name}-{logical}-{self.stack.suffix}"
        if kind == "AWS::Organizations::Policy":
            return "p-" + uuid.uuid5(uuid.NAMESPACE_OID, f"{self.account} {values['Name']}").hex[:8]
        if kind == "AWS::SNS::Subscription":
            return f"{values['TopicArn']}:{uuid.uuid5(uuid.NAMESPACE_OID, values['TopicArn'] + values['Endpoint'])}"
        if kind not in NAMED_BY:
            return f"{self.name}-{logical}-{self.stack.suffix}"
        name = self.stack._reference(logical)
        if kind == "AWS::SQS::Queue":
            return f"https://sqs.{self.region}.amazonaws.com/{self.account}/{name}"
        if kind == "AWS::Events::Rule" and values.get("EventBusName", "default") != "default":
            return f"{re.split('/', values['EventBusName'])[-1]}|{name}"
        return name
