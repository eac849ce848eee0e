"""The packaged functions, as Lambda unpacks them, each under AWS's Runtime Interface Emulator.

The emulator takes one event at a time; so do these tests.
"""

import pathlib
import stat
import zipfile

import pytest

import emulator
from testkit.repository import DIST


@pytest.fixture
def unpacked(tmp_path):
    """unpacked("echo") is the path of the bootstrap that came out of dist/echo.zip."""

    def unpack(function):
        folder = tmp_path / function
        if not folder.exists():
            with zipfile.ZipFile(DIST / f"{function}.zip") as archive:
                for entry in archive.infolist():
                    path = archive.extract(entry, folder)
                    pathlib.Path(path).chmod(stat.S_IMODE(entry.external_attr >> 16))
        return folder / "bootstrap"

    return unpack


@pytest.fixture
def emulated(unpacked):
    """emulated("echo", NAME="value") is a running Emulator; it ends with the test."""
    running = []

    def start(function, timeout=30, **environment):
        path = function if isinstance(function, pathlib.Path) else unpacked(function)
        running.append(emulator.Emulator(path, environment, timeout, path.parent.name))
        return running[-1].__enter__()

    yield start
    for one in running:
        one.__exit__()
