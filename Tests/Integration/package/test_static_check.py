"""lambda/static-check refuses what would not run on Lambda, or would be three times as large."""

import pathlib
import shutil
import subprocess

import pytest

from testkit.repository import ROOT

CHECK = ROOT / "lambda/static-check"
CLANG = pathlib.Path(shutil.which("swift")).resolve().with_name("clang")


def check(*arguments):
    return subprocess.run([CHECK, *arguments], capture_output=True, text=True)


def compiled(folder, *options, source="int main(void) { return 0; }\n"):
    (folder / "main.c").write_text(source)
    subprocess.run([CLANG, "-o", "program", *options, "main.c"], cwd=folder, check=True)
    return folder / "program"


def test_a_static_executable_passes(tmp_path):
    answer = check(compiled(tmp_path, "-static"))
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")


def test_an_executable_that_asks_for_a_loader_is_refused(tmp_path):
    answer = check(compiled(tmp_path))
    assert answer.returncode == 1
    assert "is dynamic, it asks for /lib" in answer.stderr
    assert "hint: link it with -static-executable" in answer.stderr


def test_a_shared_library_is_refused(tmp_path):
    answer = check(compiled(tmp_path, "-shared", "-fPIC"))
    assert answer.returncode == 1
    assert "is dynamic, it needs libc.so.6" in answer.stderr


@pytest.mark.parametrize(
    "name, status",
    [
        ("$s10Foundation4DataV", 1),
        ("$s26FoundationInternationalization", 1),
        ("$s20FoundationEssentials4DataV", 0),
        ("$s110Foundation", 0),
    ],
)
def test_foundation_is_known_by_its_mangled_name(tmp_path, name, status):
    source = f'const char *const name = "{name}";\nint main(void) {{ return name[0]; }}\n'
    program = compiled(tmp_path, "-static", source=source)
    assert check(program).returncode == status
    assert check("--foundation-allowed", program).returncode == 0


def test_an_executable_that_really_links_foundation_is_refused():
    answer = check(ROOT / "dist/breakglass")
    assert answer.returncode == 1
    assert "links Foundation" in answer.stderr


@pytest.mark.parametrize("content", [b"", b"#!/bin/sh\nexit 0\n", b"\x7fELF"])
def test_what_is_no_executable_is_refused(tmp_path, content):
    (tmp_path / "program").write_bytes(content)
    answer = check(tmp_path / "program")
    assert answer.returncode == 1
    assert "is not an ELF executable" in answer.stderr


def test_a_missing_file_is_refused(tmp_path):
    assert check(tmp_path / "nothing").returncode == 1


@pytest.mark.parametrize("arguments", [[], ["one", "two"], ["--unknown", "one"]])
def test_wrong_usage_has_a_status_of_its_own(arguments):
    assert check(*arguments).returncode == 64
