"""The AWS CLI's server behaves as the CLI does."""

import concurrent.futures
import subprocess
import sys

import pytest

from testkit.programs.aws_cli import AWSServer


@pytest.fixture(scope="module")
def aws_cli(tmp_path_factory):
    """A folder whose `aws` is the AWS CLI."""
    with AWSServer(tmp_path_factory.mktemp("aws")) as server:
        yield server.folder


def call(folder, environment, *words):
    return subprocess.run(
        [folder / "aws", *words], env=environment, capture_output=True, text=True, timeout=600
    )


def test_a_call_reaches_the_end_point_of_its_own_environment(aws_cli, aws, aws_environment):
    done = call(aws_cli, aws_environment, "sts", "get-caller-identity", "--query", "Account")
    assert (done.returncode, done.stdout) == (0, '"123456789012"\n'), done.stderr
    assert aws.operations == ["sts:GetCallerIdentity"]


@pytest.mark.parametrize(
    "words",
    [
        ("iam", "get-role", "--role-name", "nobody"),
        ("iam", "no-such-operation"),
        ("sns", "list-topics", "--output", "text"),
    ],
    ids=" ".join,
)
def test_it_ends_as_the_cli_itself_does(aws_cli, aws_environment, words):
    ours = call(aws_cli, aws_environment, *words)
    theirs = subprocess.run(
        [sys.executable, "-m", "awscli", *words],
        env=aws_environment, capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    assert (ours.returncode, ours.stdout) == (theirs.returncode, theirs.stdout)
    assert ours.stderr.splitlines()[-1:] == theirs.stderr.splitlines()[-1:]


def test_many_calls_at_a_time(aws_cli, aws, aws_environment):
    with concurrent.futures.ThreadPoolExecutor(4) as many:
        done = list(many.map(
            lambda number: call(aws_cli, aws_environment, "sns", "create-topic", "--name", f"t{number}",
                                "--query", "TopicArn", "--output", "text"),
            range(8),
        ))  # fmt: skip
    assert [one.stdout.strip().rpartition(":")[2] for one in done] == [f"t{n}" for n in range(8)]
