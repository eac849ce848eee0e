"""Templates explain themselves: parameters, their groups, outputs, and what happens on removal."""

import re

import pytest

from testkit.repository import TEMPLATES
from testkit.templates.reading import load

PATHS = pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.yaml")), ids=lambda path: path.name)
SECTIONS = [
    "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Mappings", "Conditions",
    "Resources", "Outputs",
]  # fmt: skip
# What holds something: whoever removes the stack is told what becomes of it.
HOLDING = {
    "AWS::DynamoDB::Table", "AWS::KMS::Key", "AWS::Logs::LogGroup", "AWS::S3::Bucket",
    "AWS::SQS::Queue", "AWS::Events::Archive",
}  # fmt: skip


@PATHS
def test_sections_stand_in_cloudformations_order(path):
    sections = list(load(path))
    assert sections == [s for s in SECTIONS if s in sections]


@PATHS
def test_every_parameter_is_explained_labelled_and_grouped(path):
    template = load(path)
    parameters = template.get("Parameters", {})
    for name, about in parameters.items():
        assert len(about["Description"]) >= 20, name
        if about["Type"] != "Number" and "AllowedValues" not in about and "MaxLength" not in about:
            assert about["AllowedPattern"].startswith("^") and about["ConstraintDescription"], name
    interface = template.get("Metadata", {}).get("AWS::CloudFormation::Interface")
    if len(parameters) > 2:
        grouped = [p for group in interface["ParameterGroups"] for p in group["Parameters"]]
        assert sorted(grouped) == sorted(parameters)
        assert set(interface["ParameterLabels"]) == set(parameters)


@PATHS
def test_outputs_are_explained(path):
    for about in load(path).get("Outputs", {}).values():
        assert about["Description"].endswith(".")


@PATHS
def test_what_holds_something_says_what_becomes_of_it(path):
    for name, resource in load(path)["Resources"].items():
        if resource["Type"] in HOLDING:
            assert {"DeletionPolicy", "UpdateReplacePolicy"} <= set(resource), name


def statements(node):
    """Every policy statement of a template, whatever it stands in."""
    if isinstance(node, dict):
        if "Effect" in node and ("Action" in node or "NotAction" in node):
            yield node
        for value in node.values():
            yield from statements(value)
    elif isinstance(node, list):
        for value in node:
            yield from statements(value)


@PATHS
def test_statements_have_names_that_read_as_sentences(path):
    for statement in statements(load(path)):
        # An event bus's policy carries the name beside the statement.
        if "Sid" in statement:
            assert re.fullmatch(r"[A-Z][A-Za-z]+", statement["Sid"])
            assert len(re.findall("[A-Z][a-z]*", statement["Sid"])) >= 2, statement["Sid"]
        else:
            assert statement["Action"] == "events:PutEvents"


@PATHS
def test_no_statement_allows_everybody_without_a_condition(path):
    for statement in statements(load(path)):
        if statement["Effect"] == "Allow" and statement.get("Principal") in ("*", {"AWS": "*"}):
            assert {"StringEquals", "ArnLike"} <= set(statement["Condition"])


@PATHS
def test_arns_name_no_partition_of_their_own(path):
    text = path.read_text()
    for match in re.finditer(r"arn:(aws[a-z-]*):", text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : text.find("\n", match.end())]
        # Defaults and examples for people; whoever deploys elsewhere gives their own.
        assert re.search(r"Default:|AllowedPattern:|e\.g\.|ARN of", line), line.strip()
