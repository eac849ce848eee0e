"""The resolver agrees with moto's CloudFormation, and its ARNs with parliament's definitions."""

import json
import re

import pytest
from moto.cloudformation.parsing import ResourceMap, clean_json

from testkit.repository import ROOT
from testkit.templates import names, stacks
from testkit.templates.stack import NO_VALUE, Stack

STACKS = [
    stacks.region(), stacks.region(StandbyBusArn=""), stacks.hub(), stacks.hub(stacks.STANDBY),
    stacks.hub(CheckerCode="", PartnerEventSource=""), stacks.access(),
    stacks.access(SAMLProviderName=""), stacks.access(BreakGlassUser1="", BreakGlassUser2=""),
    stacks.workload(), stacks.management(), stacks.guardrail(),
    *(Stack(stacks.template(name)) for name in ("code", "trail")), stacks.evidence(), stacks.evidence(OrganizationId=stacks.ORGANIZATION),
]  # fmt: skip


class Resource:
    """A resource as moto's parser sees one, with the names that the resolver makes up."""

    def __init__(self, stack, name):
        self.stack, self.name = stack, name

    @property
    def physical_resource_id(self):
        return self.stack.resolve({"Ref": self.name})

    def get_cfn_attribute(self, attribute):
        return self.stack.resolve({"Fn::GetAtt": [self.name, attribute]})


class Map(ResourceMap):
    """moto's map of a stack, without making resources."""

    def __init__(self, stack):
        # moto splits a list that is given, and leaves a default as it is.
        known = stack.template.get("Parameters", {})
        given = {name: about["Default"] for name, about in known.items() if "Default" in about}
        values = {name: str(value) for name, value in (given | stack.parameters).items()}
        super().__init__(
            "stack-id", stack.name, values, {}, stack.region, stack.account, stack.template, {}
        )
        self.load_mapping()
        self.load_parameters()
        self.load_conditions()
        self._parsed_resources |= {name: Resource(stack, name) for name in stack.template["Resources"]}

    def __getitem__(self, key):
        return self._parsed_resources[key]


def plain(node):
    """Without what is not there; numbers as text, as parameters are text to us."""
    if isinstance(node, dict):
        return {k: plain(v) for k, v in node.items() if v is not None and v is not NO_VALUE}
    if isinstance(node, list):
        return [plain(v) for v in node if v is not None and v is not NO_VALUE]
    return str(node) if isinstance(node, (int, float)) and not isinstance(node, bool) else node


@pytest.mark.parametrize("stack", STACKS, ids=lambda stack: stack.name)
def test_moto_resolves_the_same(stack):
    theirs = Map(stack)
    for name in stack.template.get("Conditions", {}):
        assert stack.condition(name) == theirs.lazy_condition_map[name], name
    made = stack.resources()
    assert made
    for name, properties in made.items():
        whole = clean_json(stack.template["Resources"][name].get("Properties", {}), theirs)
        assert plain(properties) == plain(whole), name


(DEFINITION,) = (ROOT / ".venv/policies/lib").glob("python3*/site-packages/parliament/iam_definition.json")


# Without an ARN that parliament has, or with an id in it that only the service knows.
WITHOUT_ARN = {
    "AWS::KMS::Alias", "AWS::Organizations::Policy", "AWS::CloudFormation::StackSet",
}  # fmt: skip


def test_parliament_knows_the_arns():
    forms = {}
    for service in json.loads(DEFINITION.read_text()):
        for resource in service["resources"]:
            parts = re.split(r"\$\{\w+\}", resource["arn"])
            forms.setdefault(service["prefix"], set()).add(".+".join(map(re.escape, parts)))
    for kind in sorted(names.NAMED_BY.keys() - WITHOUT_ARN):
        arn = names.arn(kind, "example/id", "aws", "eu-west-1", "123456789012")
        prefix = arn.split(":")[2]
        assert any(re.fullmatch(form, arn) for form in forms[prefix]), arn
