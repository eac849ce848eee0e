"""What lambda/package left in dist/: as Lambda takes it, and as the recipe promises."""

import base64
import hashlib
import os
import stat
import subprocess
import sys
import zipfile

import pytest

from testkit.repository import ROOT

DIST = ROOT / "dist"
FUNCTIONS = ["event-enricher", "sns-publisher", "drift-checker", "echo"]


@pytest.fixture(params=FUNCTIONS)
def function(request):
    assert (DIST / f"{request.param}.zip").exists(), "run lambda/package"
    return request.param


def test_bootstrap_stands_at_the_root_and_may_be_run(function):
    with zipfile.ZipFile(DIST / f"{function}.zip") as archive:
        entry = archive.infolist()[0]
        assert entry.filename == "bootstrap"
        assert stat.S_ISREG(entry.external_attr >> 16)
        assert stat.S_IMODE(entry.external_attr >> 16) == 0o755
        assert archive.read(entry) == (DIST / function / "bootstrap").read_bytes()


def test_nothing_but_bootstrap_and_plan_is_in_the_zip(function):
    with zipfile.ZipFile(DIST / f"{function}.zip") as archive:
        assert set(archive.namelist()) <= {"bootstrap", "plan.json"}


def test_no_time_of_the_build_is_in_the_zip(function):
    with zipfile.ZipFile(DIST / f"{function}.zip") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_no_path_of_the_build_is_in_the_executable(function):
    content = (DIST / function / "bootstrap").read_bytes()
    assert str(ROOT).encode() not in content


def test_an_unzip_of_somebody_else_unpacks_it(function, tmp_path):
    subprocess.run(
        ["python3", "-m", "zipfile", "-e", DIST / f"{function}.zip", tmp_path], check=True
    )
    assert (tmp_path / "bootstrap").stat().st_size == (DIST / function / "bootstrap").stat().st_size


def test_the_static_check_lets_it_pass(function):
    subprocess.run([ROOT / "lambda/static-check", DIST / function / "bootstrap"], check=True)


def test_no_source_builds_the_length_of_its_path_into_the_executable():
    """The compiler maps the path away and keeps its length; found by lambda/reproduce."""
    for source in (ROOT / "Sources").rglob("*.swift"):
        code = [line.partition("//")[0] for line in source.read_text().splitlines()]
        assert not any("withoutActuallyEscaping" in line for line in code), source


@pytest.mark.parametrize("name", ["event-enricher", "sns-publisher"])
def test_it_is_no_larger_than_promised(name):
    assert (DIST / f"{name}.zip").stat().st_size <= 9_000_000


def test_the_same_content_gives_the_same_zip(tmp_path):
    """The whole build from two clones is compared by lambda/reproduce, which takes minutes."""
    (tmp_path / "bootstrap").write_bytes((DIST / "echo/bootstrap").read_bytes())
    again = tmp_path / "again.zip"
    subprocess.run([ROOT / "lambda/zip", again, f"bootstrap={tmp_path / 'bootstrap'}"], check=True)
    assert again.read_bytes() == (DIST / "echo.zip").read_bytes()


def test_no_hash_of_the_build_is_in_the_executable(function):
    headers = subprocess.run(
        ["readelf", "-SW", DIST / function / "bootstrap"],
        check=True, stdout=subprocess.PIPE, text=True,
    ).stdout  # fmt: skip
    assert ".note.gnu.build-id" not in headers
    assert ".swift_modhash" not in headers
    assert ".symtab" not in headers


def test_a_plan_goes_into_the_zip_as_it_is(tmp_path):
    (tmp_path / "bootstrap").write_bytes(b"\x7fELF" * 1000)
    (tmp_path / "plan.json").write_text('{"schema":"breakglass.plan/2"}\n')
    parts = [f"{name}={tmp_path / name}" for name in ("bootstrap", "plan.json")]
    subprocess.run([ROOT / "lambda/zip", tmp_path / "out.zip", *parts], check=True)
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.namelist() == ["bootstrap", "plan.json"]
        assert archive.read("plan.json") == (tmp_path / "plan.json").read_bytes()
        assert stat.S_IMODE(archive.getinfo("plan.json").external_attr >> 16) == 0o644


def test_a_built_zip_gives_its_executable_without_packing_it_again(tmp_path):
    (tmp_path / "plan.json").write_text("{}")
    files = ["bootstrap=" + str(DIST / "echo.zip"), f"plan.json={tmp_path / 'plan.json'}"]
    environment = {"PATH": os.path.dirname(sys.executable)}  # Without libdeflate.
    zip_script = [sys.executable, ROOT / "lambda/zip"]
    subprocess.run([*zip_script, tmp_path / "out.zip", *files], env=environment, check=True)
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.namelist() == ["bootstrap", "plan.json"]
        assert archive.read("bootstrap") == (DIST / "echo/bootstrap").read_bytes()
        assert stat.S_IMODE(archive.getinfo("bootstrap").external_attr >> 16) == 0o755
    subprocess.run([*zip_script, tmp_path / "alone.zip", files[0]], env=environment, check=True)
    assert (tmp_path / "alone.zip").read_bytes() == (DIST / "echo.zip").read_bytes()


def test_the_command_line_needs_nothing_of_its_machine():
    subprocess.run(
        [ROOT / "lambda/static-check", "--foundation-allowed", DIST / "breakglass"], check=True
    )
    answer = subprocess.run(
        [DIST / "breakglass", "--help"], env={}, cwd="/", check=True, stdout=subprocess.PIPE
    )
    assert b"USAGE" in answer.stdout


def test_the_hashes_that_are_printed_are_those_of_the_zip():
    """Needs no compiler: everything is built, so lambda/package only strips and zips again."""
    printed = subprocess.run(
        [ROOT / "lambda/package", "echo"], check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    digest = hashlib.sha256((DIST / "echo.zip").read_bytes()).digest()
    assert digest.hex() in printed
    assert base64.b64encode(digest).decode() in printed
    assert f"{(DIST / 'echo.zip').stat().st_size:,} bytes" in printed
