"""Resolves CloudFormation templates as the service does.

`attributes` can give names and ARNs of resources. All others are derived from the template, so that
two resolutions of one template are equal.
"""

import dataclasses
import re

from testkit.templates.names import NAMED_BY, arn, is_name

NO_VALUE = object()


@dataclasses.dataclass
class Stack:
    """A template with its parameters, account and Region."""

    template: dict
    parameters: dict = dataclasses.field(default_factory=dict)
    account: str = "123456789012"
    region: str = "eu-west-1"
    partition: str = "aws"
    name: str = "breakglass"
    attributes: dict = dataclasses.field(default_factory=dict)
    # What ends the names that CloudFormation gives.
    suffix: str = "1A2B3C4D5E6F"

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
        """A name or an ARN for a resource, derived from the template."""
        resource = self.template["Resources"][logical_id]
        kind, given = resource["Type"], resource.get("Properties", {})
        named = [self.resolve(given[k]) for k in NAMED_BY.get(kind, ()) if k in given]
        name = named[0] if named else f"{self.name}-{logical_id}-{self.suffix}"
        if is_name(kind, attribute):
            return name
        return arn(kind, name, self.partition, self.region, self.account)

    def resolve(self, node):
        """Replaces every function in the node by its value."""
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
        """Properties of the resources whose condition holds, by logical id."""
        return {
            logical_id: self.resolve(resource.get("Properties", {}))
            for logical_id, resource in self.template["Resources"].items()
            if kind in (None, resource["Type"])
            and ("Condition" not in resource or self.condition(resource["Condition"]))
        }
