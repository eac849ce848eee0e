"""What integration tests share: moto, and the proxy that checks every request on its way there."""

import os
import subprocess
import sys
import urllib.request

import pytest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "aws"))

import check_proxy  # noqa: E402
from local_server import ACCESS_KEY, SECRET_KEY, free_port, wait_until_answering  # noqa: E402


@pytest.fixture(scope="session")
def moto_settings():
    """What moto finds in its environment."""
    return {}


@pytest.fixture(scope="session")
def moto(moto_settings):
    """moto's URL; the server ends with the session."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | moto_settings,
    )
    try:
        url = f"http://127.0.0.1:{port}"
        wait_until_answering(f"{url}/moto-api/data.json", process)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=20)


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
    import boto3

    session = boto3.Session(ACCESS_KEY, SECRET_KEY, region_name="eu-west-1")
    return lambda service, **options: session.client(service, endpoint_url=aws.url, **options)
