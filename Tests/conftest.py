"""What the Python tests share: moto, and the proxy that checks every request on its way there."""

import os
import urllib.request

import boto3
import pytest

from testkit.aws import check_proxy
from testkit.aws.moto import ACCESS_KEY, SECRET_KEY, moto_server

# Tests that read dist/ run in one process: some of them build it again.
WITH_DIST = {"deploy", "functions", "package", "runtime"}


def pytest_collection_modifyitems(items):
    """Keeps each folder of tests in one process, and the folders that read dist/ together."""
    for item in items:
        root, folder = item.path.relative_to(os.path.dirname(__file__)).parts[:2]
        if root == "Integration":
            item.add_marker(pytest.mark.xdist_group("dist" if folder in WITH_DIST else folder))
        else:
            item.add_marker(pytest.mark.xdist_group("kit"))


@pytest.fixture(scope="session")
def moto():
    """moto's URL; the server ends with the session."""
    with moto_server() as url:
        yield url


@pytest.fixture
def aws(moto):
    """A CheckProxy before an emptied moto; the test fails when a request was refused.

    A test that means to be refused takes its entry out of `aws.failures`.
    """
    urllib.request.urlopen(f"{moto}/moto-api/reset", data=b"", timeout=60).close()
    with check_proxy.CheckProxy(moto) as proxy:
        yield proxy
    assert proxy.failures == []


@pytest.fixture
def aws_environment(aws):
    """The environment of a program that is to talk to `aws` and to nobody else."""
    return {
        "AWS_ENDPOINT_URL": aws.url,
        "AWS_REGION": "eu-west-1",
        "AWS_DEFAULT_REGION": "eu-west-1",
        "AWS_ACCESS_KEY_ID": ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
        "AWS_EC2_METADATA_DISABLED": "true",
        "PATH": os.environ["PATH"],
    }


@pytest.fixture
def boto(aws):
    """boto("sns") makes a boto3 client that talks through the proxy."""
    session = boto3.Session(ACCESS_KEY, SECRET_KEY, region_name="eu-west-1")
    return lambda service, **options: session.client(service, endpoint_url=aws.url, **options)
