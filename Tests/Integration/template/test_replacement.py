"""Which changes replace a resource: our table, and CloudFormation's own schemas, as cfn-lint carries them."""

import re

from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

from testkit.repository import ROOT, TEMPLATES
from testkit.templates.reading import load

TABLE = ROOT / "Sources/Deployment/Changes/Replacement.swift"
ENTRY = re.compile(r'"(AWS::\w+::\w+)": \.init\((.*?)\),\n(?=        "|    \])', re.DOTALL)


def ours():
    """For each type the properties that always, and those that sometimes replace it."""
    table = {}
    for name, text in ENTRY.findall(TABLE.read_text()):
        table[name] = tuple(
            set(re.findall(r'"(\w+)"', found[1])) if (found := re.search(rf"{word}: \[(.*?)\]", text, re.DOTALL)) else set()
            for word in ("always", "sometimes")
        )  # fmt: skip
    return table


def theirs(name):
    schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", name).schema
    return tuple(
        {path.split("/")[2] for path in schema.get(key) or []}
        for key in ("createOnlyProperties", "conditionalCreateOnlyProperties")
    )


def test_the_table_says_what_cloudformation_says():
    table = ours()
    assert table["AWS::SNS::Topic"] == ({"TopicName", "FifoTopic"}, set())
    assert {name: theirs(name) for name in table} == table


def test_the_table_has_every_type_of_our_templates():
    types = {
        about["Type"] for path in TEMPLATES.glob("*.yaml") for about in load(path)["Resources"].values()
    }  # fmt: skip
    assert types == set(ours())
