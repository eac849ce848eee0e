"""The fixtures with which FunctionPackageTests compares: what lambda/zip makes of the same files."""

import subprocess

from testkit.repository import ROOT

FOLDER = ROOT / "Tests/Fixtures/code"


def test_the_fixtures_are_what_the_script_writes(tmp_path):
    subprocess.run(
        [
            ROOT / "lambda/zip",
            tmp_path / "packed.zip",
            f"bootstrap={FOLDER}/built.zip",
            f"plan.json={FOLDER}/plan.json",
        ],
        check=True,
    )
    assert (tmp_path / "packed.zip").read_bytes() == (FOLDER / "packed.zip").read_bytes()
