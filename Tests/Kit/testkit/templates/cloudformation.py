"""Reads CloudFormation templates and resolves them as the service does, without the service.

What a resource is called or what its ARN is can be given; what is not given is made from the
template's own names, so that two resolutions of one template are equal.
"""

import dataclasses
import json
import pathlib
import re

import yaml

NO_VALUE = object()


class _Loader(yaml.SafeLoader):
    """YAML with CloudFormation's short forms, and no dates: `2012-10-17` is a string."""


def _short_form(loader, suffix, node):
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    if suffix == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


_Loader.add_multi_constructor("!", _short_form)
_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(path):
    """A template as a dictionary, YAML or JSON, short forms written out."""
    text = pathlib.Path(path).read_text()
    return json.loads(text) if text.lstrip().startswith("{") else yaml.load(text, _Loader)


@dataclasses.dataclass
class Stack:
    """A template with everything that a deployment adds to it."""

    template: dict
    parameters: dict = dataclasses.field(default_factory=dict)
    account: str = "123456789012"
    region: str = "eu-west-1"
    partition: str = "aws"
    name: str = "breakglass"
    attributes: dict = dataclasses.field(default_factory=dict)

    def __post_init__(self):
        known = self.template.get("Parameters", {})
        unknown = set(self.parameters) - set(known)
        assert not unknown, f"there is no parameter {sorted(unknown)}"
        self.values = {}
        for key, about in known.items():
            value = self.parameters.get(key, about.get("Default"))
            assert value is not None, f"parameter {key} has no value"
            self._check(key, about, str(value))
            isList = about["Type"].startswith(("CommaDelimitedList", "List<"))
            self.values[key] = [v.strip() for v in str(value).split(",")] if isList else str(value)

    @staticmethod
    def _check(key, about, value):
        for part in value.split(",") if about["Type"] == "CommaDelimitedList" else [value]:
            if "AllowedPattern" in about:
                assert re.search(about["AllowedPattern"], part.strip()), f"{key}: {part!r}"
            if "AllowedValues" in about:
                assert part in [str(v) for v in about["AllowedValues"]], f"{key}: {part!r}"

    def condition(self, name):
        return self._truth(self.template["Conditions"][name])

    def _truth(self, node):
        (kind, value), = node.items()
        if kind == "Condition":
            return self.condition(value)
        if kind == "Fn::Equals":
            first, second = (self.resolve(v) for v in value)
            return first == second
        if kind == "Fn::Not":
            return not self._truth(value[0])
        return {"Fn::And": all, "Fn::Or": any}[kind](self._truth(v) for v in value)

    def _reference(self, name):
        pseudo = {
            "AWS::AccountId": self.account,
            "AWS::Region": self.region,
            "AWS::Partition": self.partition,
            "AWS::StackName": self.name,
            "AWS::URLSuffix": "amazonaws.com",
            "AWS::NoValue": NO_VALUE,
        }
        if name in pseudo:
            return pseudo[name]
        if name in self.values:
            return self.values[name]
        if (name, "Ref") in self.attributes:
            return self.attributes[name, "Ref"]
        return self._made_up(name, None)

    def _attribute(self, name, attribute):
        if (name, attribute) in self.attributes:
            return self.attributes[name, attribute]
        return self._made_up(name, attribute)

    def _made_up(self, logical_id, attribute):
        """Name or ARN of a resource, from the name that the template gives it."""
        resource = self.template["Resources"][logical_id]
        kind = resource["Type"]
        about = {k: self.resolve(v) for k, v in resource.get("Properties", {}).items()
                 if k in _NAMED_BY.get(kind, ())}
        name = next((about[k] for k in _NAMED_BY.get(kind, ()) if k in about), None)
        name = name or f"{self.name}-{logical_id}-1A2B3C4D5E6F"
        by_name = attribute in ("QueueName", "TopicName", "RoleId", "Name")
        if by_name or (attribute is None and kind not in _REFERENCED_BY_ARN):
            return name
        if kind == "AWS::S3::Bucket":
            return f"arn:{self.partition}:s3:::{name}"
        place = "" if kind.startswith("AWS::IAM") else self.region
        form = _ARNS[kind].format(name=name)
        return f"arn:{self.partition}:{form.split(':')[0]}:{place}:{self.account}:" + (
            form.split(":", 1)[1]
        )

    def resolve(self, node):
        """The node with every function replaced by its value."""
        if isinstance(node, list):
            return [v for v in map(self.resolve, node) if v is not NO_VALUE]
        if not isinstance(node, dict):
            return node
        if len(node) == 1:
            (kind, value), = node.items()
            if kind == "Ref":
                return self._reference(value)
            if kind.startswith("Fn::"):
                return getattr(self, "_" + kind[4:])(value)
        resolved = {k: self.resolve(v) for k, v in node.items()}
        return {k: v for k, v in resolved.items() if v is not NO_VALUE}

    def _If(self, value):
        return self.resolve(value[1] if self.condition(value[0]) else value[2])

    def _GetAtt(self, value):
        return self._attribute(*value)

    def _Join(self, value):
        return value[0].join(self.resolve(value[1]))

    def _Split(self, value):
        return self.resolve(value[1]).split(value[0])

    def _Select(self, value):
        return self.resolve(value[1])[int(value[0])]

    def _FindInMap(self, value):
        first, second, third = (self.resolve(v) for v in value)
        return self.template["Mappings"][first][second][third]

    def _Sub(self, value):
        text, extra = value if isinstance(value, list) else (value, {})
        extra = {k: self.resolve(v) for k, v in extra.items()}

        def replace(match):
            name = match.group(1)
            if name.startswith("!"):
                return "${" + name[1:] + "}"
            if name in extra:
                return extra[name]
            return str(self._attribute(*name.split(".", 1)) if "." in name else self._reference(name))

        return re.sub(r"\$\{([^}]+)\}", replace, text)

    def resources(self, kind=None):
        """Properties of the resources that are made, by logical id."""
        return {
            logical_id: self.resolve(resource.get("Properties", {}))
            for logical_id, resource in self.template["Resources"].items()
            if kind in (None, resource["Type"])
            and ("Condition" not in resource or self.condition(resource["Condition"]))
        }


_NAMED_BY = {
    "AWS::IAM::Role": ["RoleName"],
    "AWS::IAM::User": ["UserName"],
    "AWS::IAM::ManagedPolicy": ["ManagedPolicyName"],
    "AWS::IAM::SAMLProvider": ["Name"],
    "AWS::SNS::Topic": ["TopicName"],
    "AWS::SQS::Queue": ["QueueName"],
    "AWS::KMS::Key": [],
    "AWS::KMS::Alias": ["AliasName"],
    "AWS::Lambda::Function": ["FunctionName"],
    "AWS::Events::EventBus": ["Name"],
    "AWS::Events::Rule": ["Name"],
    "AWS::Events::Archive": ["ArchiveName"],
    "AWS::DynamoDB::Table": ["TableName"],
    "AWS::S3::Bucket": ["BucketName"],
    "AWS::Logs::LogGroup": ["LogGroupName"],
    "AWS::Scheduler::ScheduleGroup": ["Name"],
    "AWS::CloudTrail::Trail": ["TrailName"],
    "AWS::CloudFormation::StackSet": ["StackSetName"],
    "AWS::Organizations::Policy": ["Name"],
}

_REFERENCED_BY_ARN = {"AWS::SNS::Topic", "AWS::IAM::ManagedPolicy", "AWS::IAM::SAMLProvider"}

_ARNS = {
    "AWS::IAM::Role": "iam:role/{name}",
    "AWS::IAM::User": "iam:user/{name}",
    "AWS::IAM::ManagedPolicy": "iam:policy/{name}",
    "AWS::IAM::SAMLProvider": "iam:saml-provider/{name}",
    "AWS::SNS::Topic": "sns:{name}",
    "AWS::SQS::Queue": "sqs:{name}",
    "AWS::KMS::Key": "kms:key/{name}",
    "AWS::Lambda::Function": "lambda:function:{name}",
    "AWS::Events::EventBus": "events:event-bus/{name}",
    "AWS::Events::Rule": "events:rule/{name}",
    "AWS::Events::Archive": "events:archive/{name}",
    "AWS::DynamoDB::Table": "dynamodb:table/{name}",
    "AWS::Logs::LogGroup": "logs:log-group:{name}:*",
    "AWS::Scheduler::ScheduleGroup": "scheduler:schedule-group/{name}",
    "AWS::CloudTrail::Trail": "cloudtrail:trail/{name}",
    "AWS::CloudFormation::StackSet": "cloudformation:stackset/{name}",
}
