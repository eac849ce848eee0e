"""Functions under the stand-in for the Runtime API."""

import os

import pytest

from testkit.programs.build import program
from testkit.repository import DIST
from testkit.runtime.function import Function
from testkit.runtime.stand_in import StandIn


@pytest.fixture
def echo():
    """The packaged function where there is one, else the debug build."""
    packaged = DIST / "echo/bootstrap"
    return str(packaged) if os.access(packaged, os.X_OK) else program("echo")


@pytest.fixture
def probe():
    return program("runtime-probe")


@pytest.fixture
def start():
    running = []

    def start(path, invocations, environment={}, **settings):
        api = StandIn(invocations)
        for name, value in settings.items():
            setattr(api, name, value)
        running.append(Function(path, api, environment))
        return running[-1]

    yield start
    for function in running:
        function.close()
