"""Tries events that others published, and that the product once read wrong: each stands for a class.

They are not part of the project: BREAKGLASS_CASES names a program that takes the path of `breakglass` and fails
where one of its cases is wrong.
"""

import os
import subprocess

import pytest

from testkit.programs.build import program

CHECK = os.environ.get("BREAKGLASS_CASES")


@pytest.mark.skipif(not CHECK, reason="BREAKGLASS_CASES names no program that checks cases")
def test_every_case_is_right():
    done = subprocess.run([CHECK, program("breakglass")], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
