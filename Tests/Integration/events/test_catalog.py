"""The rows of the catalog name what AWS's models have, and their commands are commands of the AWS CLI."""

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
    "events": "events", "scheduler": "scheduler", "sns": "sns", "sms-voice": "pinpoint-sms-voice-v2",
    "kms": "kms", "lambda": "lambda", "sqs": "sqs", "dynamodb": "dynamodb",
    "monitoring": "cloudwatch", "cloudtrail": "cloudtrail", "logs": "logs", "s3": "s3",
    "cloudformation": "cloudformation",
}  # fmt: skip
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

# What the console of Identity Center calls has no model.
ONLY_IN_CLOUDTRAIL = {
    ("sso", name)
    for name in (
        "AssociateDirectory", "DeletePermissionsPolicy", "DisassociateDirectory",
        "PutMfaDeviceManagementForDirectory", "PutPermissionsPolicy",
        "UpdateDirectoryAssociation",
    )
} | {
    ("signin", "EmailUpdated"), ("signin", "PasswordUpdated"), ("kms", "DeleteKey"),
    ("kms", "DeleteExpiredKeyMaterial"),
}  # fmt: skip

GROUPS = ["identity", "alert-path"]
SAMPLES = [
    json.loads(line) for group in GROUPS for line in open(os.path.join(FIXTURES, f"{group}.jsonl"))
]


def operation(service, name):
    """The model of a call; `None` if CloudTrail alone knows it."""
    if service not in MODELS or (service, name) in ONLY_IN_CLOUDTRAIL:
        return None
    model, name = RENAMED.get((service, name), (MODELS[service], name))
    return get_session().get_service_model(model).operation_model(name)


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
        assert service in ("sso-directory", "aws.account", "cloudformation") or (
            (service, name) in ONLY_IN_CLOUDTRAIL
        )
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
