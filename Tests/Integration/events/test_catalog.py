"""The rows of the catalog name what AWS's models have, and their commands are commands of the AWS CLI."""

import json
import os
import re
import shlex

import pytest
from awscli.clidriver import create_clidriver
from botocore.session import get_session

from testkit.events import cloudtrail_only, every_call
from testkit.repository import ROOT
from testkit.sources.swift_catalog import rows

FIXTURES = os.path.join(ROOT, "Tests/Fixtures/calls")

# What CloudTrail calls otherwise than the model: (service, name) of a call, and members of a request.
RENAMED = {
    ("s3", "PutBucketPublicAccessBlock"): ("s3", "PutPublicAccessBlock"),
    ("s3", "DeleteBucketPublicAccessBlock"): ("s3", "DeletePublicAccessBlock"),
    ("s3", "PutAccelerateConfiguration"): ("s3", "PutBucketAccelerateConfiguration"),
    ("s3", "PutBucketObjectLockConfiguration"): ("s3", "PutObjectLockConfiguration"),
    ("s3", "PutAccountPublicAccessBlock"): ("s3control", "PutPublicAccessBlock"),
    ("s3", "DeleteAccountPublicAccessBlock"): ("s3control", "DeletePublicAccessBlock"),
}
MEMBERS = {
    "bucketname": "bucket", "bucketpolicy": "policy", "accesscontrollist": "acl", "x-amz-acl": "acl",
}  # fmt: skip

GROUPS = ["identity", "alert-path"]
SAMPLES = [
    json.loads(line) for group in GROUPS for line in open(os.path.join(FIXTURES, f"{group}.jsonl"))
]


def operation(service, name):
    """The model of a call; `None` if CloudTrail or the identity provider alone knows it."""
    if (service, name) in RENAMED:
        models, name = [RENAMED[service, name][0]], RENAMED[service, name][1]
    elif service not in every_call.MODELS or (service, name) in cloudtrail_only.NAMES:
        return None
    else:
        models = every_call.MODELS[service]
    services = [get_session().get_service_model(model) for model in models]
    return next(model for model in services if name in model.operation_names).operation_model(name)


def members_of(shape):
    """The members of a shape, by the names that CloudTrail or the wire has for them."""
    found = {}
    for name, member in getattr(shape, "members", {}).items():
        found[name.lower()] = found[str(member.serialization.get("name", name)).lower()] = member
    return found | {ours: found[theirs] for ours, theirs in MEMBERS.items() if theirs in found}


def unknown(shape, value, path=""):
    """The members of a request that a shape does not have."""
    if isinstance(value, list):
        return [name for item in value for name in unknown(shape.member, item, path)]
    if not isinstance(value, dict) or getattr(shape, "type_name", "") in ("map", "string"):
        return []
    while getattr(shape, "type_name", "") == "list":
        shape = shape.member
    members = members_of(shape)
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
        if getattr(shape, "type_name", "") == "map":
            return True
        shape = members_of(shape).get(name.lower())
        if shape is None:
            return False
    return True


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["call"])
def test_a_sample_has_the_parameters_of_its_call(sample):
    service, name = sample["call"].split(" ", 1)
    model = operation(service, name)
    if model is None:
        assert service == "aws.account" or (service, name) in cloudtrail_only.NAMES
        return
    assert unknown(model.input_shape, sample.get("request", {})) == []
    assert unknown(model.output_shape, sample.get("response", {})) == []


MODELED = [row for row in rows() if operation(row.source.split(".")[0], row.name)]


@pytest.mark.parametrize("row", MODELED, ids=lambda row: f"{row.source} {row.name}")
def test_a_row_reads_parameters_that_its_call_has(row):
    model = operation(row.source.split(".")[0], row.name)
    for parameter, _ in row.parameters:
        assert leads(model.input_shape, parameter), parameter
    for command in row.undo:
        for part in re.findall(r"{([\w.]+)[^}]*}", command):
            if part in ("name", "arn", "region"):
                continue
            part = part.removeprefix("request.")
            shape = model.input_shape
            if part.startswith("response."):
                shape, part = model.output_shape, part.removeprefix("response.")
            assert leads(shape, part), f"{command}: {part}"


def commands():
    for group in GROUPS:
        for line in open(os.path.join(FIXTURES, f"{group}.txt")):
            if line.startswith("  $ aws "):
                yield line.removeprefix("  $ aws ").partition(" # ")[0].strip()


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
