"""What the tests of credentials share: a home, and an STS that says who called."""

import pytest

from testkit.aws.credentials_home import IDENTITY, Home
from testkit.servers.fault_server import FaultServer


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path)


@pytest.fixture
def sts(home):
    """An STS that believes everybody and keeps what it was sent."""
    with FaultServer([IDENTITY]) as server:
        home.environment["AWS_ENDPOINT_URL_STS"] = server.url
        yield server
