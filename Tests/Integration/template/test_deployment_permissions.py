"""What a deployment is asked to be allowed: the table of preflight, CloudFormation's schemas, and our own calls."""

import re

import botocore.session
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

from testkit.repository import ROOT, TEMPLATES
from testkit.sources import checker_operations
from testkit.templates.reading import load

TABLE = ROOT / "Sources/Deployment/Preflight/DeploymentActions+Resources.swift"
CALLS = ROOT / "Sources/Deployment/Preflight/DeploymentActions.swift"
ROLLOUT = ROOT / "Sources/Rollout"

# Folders whose calls a deployment does not depend on: an answer that is refused is "unknown", or another command's.
OTHER = {"Preflight", "FirstContact", "Removal"}
# One that a plan's author asks.
AUTHOR = {"OrganizationSurvey.swift"}
# What IAM calls an operation whose name differs from its action's.
ACTIONS = {
    "lambda:Invoke": "lambda:InvokeFunction",
    "s3:HeadObject": "s3:GetObject",
    "sqs:DeleteMessageBatch": "sqs:DeleteMessage",
}


def actions(text):
    """All actions of the rows in a text."""
    found = set()
    for service, names in re.findall(r'"([a-z0-9-]+)",\s*((?:"[A-Za-z ]+"(?:\s*\+\s*)?)+)\)', text):
        found |= {f"{service}:{name}" for name in " ".join(re.findall(r'"([A-Za-z ]+)"', names)).split()}
    return found


def table():
    """The actions by type of resource."""
    parts = re.split(r'\n        "(AWS::\w+::\w+)": ', TABLE.read_text().partition("\n    ]\n")[0])
    return {name: actions(text) for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def test_every_type_of_our_templates_has_its_actions():
    types = {about["Type"] for path in TEMPLATES.glob("*.yaml") for about in load(path)["Resources"].values()}
    # StackSets in a template are for those who deploy by hand.
    assert types - {"AWS::CloudFormation::StackSet"} == set(table())
    assert all(table().values())


def test_an_action_is_one_that_cloudformation_names_for_the_type():
    for name, wanted in table().items():
        handlers = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", name).schema["handlers"]
        theirs = {action.lower() for handler in handlers.values() for action in handler["permissions"]}
        assert {action for action in wanted if action.lower() not in theirs} == set(), name


def test_what_creates_a_type_is_in_the_table():
    """The call without which nothing is made: CreateX or PutX of the type's own service."""
    for name, wanted in table().items():
        create = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", name).schema["handlers"]["create"]
        kind = name.rpartition("::")[2]
        makers = {
            action.lower()
            for action in create["permissions"]
            if re.search(rf":(Create|Put)(Metric)?{kind}$", action, re.IGNORECASE)
        }
        assert makers <= {action.lower() for action in wanted}, name


def test_the_program_s_own_calls_are_in_the_table():
    paths = [
        path
        for path in ROLLOUT.rglob("*.swift")
        if path.relative_to(ROLLOUT).parts[0] not in OTHER and path.name not in AUTHOR
    ]
    called = {ACTIONS.get(action, action) for action in checker_operations.used(paths)}
    known = actions(CALLS.read_text()).union(*table().values())
    assert {action for action in called if action.lower() not in {one.lower() for one in known}} == set()


def test_each_of_the_program_s_actions_is_an_operation_of_its_service():
    """IAM refuses to simulate an action that it does not know, and every other one in the same request."""
    session = botocore.session.get_session()
    others = {"lambda:InvokeFunction", "s3:GetObjectVersion"}
    for action in actions(CALLS.read_text()) - others:
        service, _, name = action.partition(":")
        assert name in session.get_service_model(service).operation_names, action
