import pytest

from testkit.programs.engines import Engines


@pytest.fixture
def engines(tmp_path):
    return Engines(tmp_path)
