"""The rows about identities name what AWS's models have, and their commands are commands of the AWS CLI."""

import json
import os
import re
import shlex

import pytest
from awscli.clidriver import create_clidriver
from botocore.session import get_session

from testkit.repository import ROOT
from testkit.sources.swift_catalog import rows

FIXTURES = os.path.join(ROOT, "Tests/Fixtures/calls")

MODELS = {
    "iam": "iam", "sts": "sts", "signin": "signin", "account": "account",
    "organizations": "organizations", "sso": "sso-admin", "identitystore": "identitystore",
}  # fmt: skip

# What the console of Identity Center calls has no model.
ONLY_IN_CLOUDTRAIL = {
    ("sso", name)
    for name in (
        "AssociateDirectory", "DeletePermissionsPolicy", "DisassociateDirectory",
        "PutMfaDeviceManagementForDirectory", "PutPermissionsPolicy",
        "UpdateDirectoryAssociation",
    )
} | {("signin", "EmailUpdated"), ("signin", "PasswordUpdated")}  # fmt: skip

SAMPLES = [json.loads(line) for line in open(os.path.join(FIXTURES, "identity.jsonl"))]


def operation(service, name):
    """The model of a call; `None` if CloudTrail alone knows it."""
    if service not in MODELS or (service, name) in ONLY_IN_CLOUDTRAIL:
        return None
    return get_session().get_service_model(MODELS[service]).operation_model(name)


def unknown(shape, value, path=""):
    """The members of a request that a shape does not have."""
    if isinstance(value, list):
        return [name for item in value for name in unknown(shape.member, item, path)]
    if not isinstance(value, dict) or getattr(shape, "type_name", "") == "map":
        return []
    members = {name.lower(): member for name, member in shape.members.items()} if shape else {}
    found = []
    for name, item in value.items():
        member = members.get(name.lower())
        found += [path + name] if member is None else unknown(member, item, f"{path}{name}.")
    return found


def leads(shape, path):
    """Whether a path of the catalog leads to a value of a shape."""
    for name in path.split("."):
        while shape is not None and shape.type_name == "list":
            shape = shape.member
        members = {key.lower(): member for key, member in getattr(shape, "members", {}).items()}
        shape = members.get(name.lower())
        if shape is None:
            return False
    return True


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["call"])
def test_a_sample_has_the_parameters_of_its_call(sample):
    service, name = sample["call"].split(" ", 1)
    model = operation(service, name)
    if model is None:
        assert service in ("sso-directory", "aws.account", "cloudformation") or (
            (service, name) in ONLY_IN_CLOUDTRAIL
        )
        return
    assert unknown(model.input_shape, sample.get("request", {})) == []
    assert unknown(model.output_shape, sample.get("response", {})) == []


IDENTITIES = [row for row in rows() if operation(row.source.split(".")[0], row.name)]


@pytest.mark.parametrize("row", IDENTITIES, ids=lambda row: f"{row.source} {row.name}")
def test_a_row_reads_parameters_that_its_call_has(row):
    model = operation(row.source.split(".")[0], row.name)
    for parameter, _ in row.parameters:
        assert leads(model.input_shape, parameter), parameter
    for command in row.undo:
        for part in re.findall(r"{([\w.]+)[^}]*}", command):
            if part in ("name", "arn", "region"):
                continue
            shape = model.input_shape
            if part.startswith("response."):
                shape, part = model.output_shape, part.removeprefix("response.")
            assert leads(shape, part), f"{command}: {part}"


def commands():
    for line in open(os.path.join(FIXTURES, "identity.txt")):
        if line.startswith("  $ aws "):
            yield line.removeprefix("  $ aws ").strip()


class Accepted:
    """An answer without content."""

    status_code = 200


@pytest.fixture(scope="module")
def aws():
    """The AWS CLI: it checks a command and its request, and sends nothing."""
    os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-1")
    driver = create_clidriver()
    asked = []

    def answer(params, model, **_):
        asked.append(model.name)
        return Accepted, {}

    driver.session.register("before-call", answer)

    def run(words):
        asked.clear()
        return driver.main(words), list(asked)

    return run


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_a_command_that_undoes_something_is_one_of_the_cli(command, aws, capsys):
    inner = re.findall(r"\$\(aws ([^)]*)\)", command)
    for text in [re.sub(r"\$\([^)]*\)", "44887428-4081-7042-c3c6-222222222222", command), *inner]:
        status, asked = aws(shlex.split(text))
        assert (status, len(asked)) == (0, 1), capsys.readouterr().err


def test_the_cli_refuses_what_is_no_command(aws, capsys):
    with pytest.raises(SystemExit):
        aws(["iam", "delete-user-policy", "--user-name", "dana"])
    assert "--policy-name" in capsys.readouterr().err
