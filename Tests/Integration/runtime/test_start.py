"""What the function does before it has anything to do."""

import subprocess

import pytest


@pytest.mark.parametrize(
    "environment, said",
    [
        ({}, "AWS_LAMBDA_RUNTIME_API is not set"),
        ({"AWS_LAMBDA_RUNTIME_API": ""}, "AWS_LAMBDA_RUNTIME_API is not set"),
        ({"AWS_LAMBDA_RUNTIME_API": "not a host"}, "AWS_LAMBDA_RUNTIME_API is not a host and port"),
        ({"AWS_LAMBDA_RUNTIME_API": "h:99999999"}, "AWS_LAMBDA_RUNTIME_API is not a host and port"),
    ],
)
def test_without_a_runtime_api_it_says_so_in_one_line(echo, environment, said):
    run = subprocess.run([echo], env=environment, capture_output=True, timeout=10, text=True)
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr.startswith(said) and run.stderr.count("\n") == 1
