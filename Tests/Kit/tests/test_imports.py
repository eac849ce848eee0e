"""Rules for the Python files: importing starts nothing, and helpers are in the package."""

import ast
import json
import os
import subprocess
import sys

import pytest

from testkit.repository import ROOT

PACKAGE = ROOT / "Tests/Kit/testkit"
TESTS = [ROOT / "Tests/conftest.py"] + sorted(
    path
    for folder in ("Kit/tests", "Integration")
    for path in (ROOT / "Tests" / folder).rglob("*.py")
)
DEMO = sorted((ROOT / "lambda").rglob("*.py"))

# Each runs in the clean interpreter below; parliament is in an environment of its own.
OTHER_ENVIRONMENT = {"testkit.policies.parliament_check"}

# Imports the files that it reads from standard input, one JSON list. What Python reports to its audit
# hooks covers the functions that a module could have taken from `subprocess`, `os` or `socket` before.
IMPORTER = """
import importlib, importlib.util, json, pathlib, sys, threading

FORBIDDEN = {
    "subprocess.Popen", "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn",
    "socket.bind", "socket.connect", "socket.getaddrinfo",
}
current = None

def is_probe_of_urllib3():
    # urllib3 binds a port for a moment when it is imported: it looks for IPv6.
    frame = sys._getframe(2)
    return frame.f_code.co_filename.endswith("/urllib3/util/connection.py")

def watch(event, arguments):
    if event in FORBIDDEN and current and not is_probe_of_urllib3():
        found[current] = event + repr(arguments)[:200]
        raise RuntimeError(found[current])

found = {}
sys.addaudithook(watch)
modules, files = json.load(sys.stdin)
for current in modules:
    importlib.import_module(current)
for number, path in enumerate(files):
    current = path
    spec = importlib.util.spec_from_file_location(f"file_{number}", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
threads = [thread.name for thread in threading.enumerate() if thread is not threading.main_thread()]
json.dump({"found": found, "threads": threads, "count": len(modules) + len(files)}, sys.stdout)
"""


def module_name(path):
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imported(modules, files):
    path = os.pathsep.join(map(str, (PACKAGE.parent, ROOT / "lambda", ROOT / "lambda/demo-files")))
    return subprocess.run(
        [sys.executable, "-c", IMPORTER],
        input=json.dumps([modules, list(map(str, files))]),
        env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=ROOT,
        capture_output=True,
        text=True,
    )


def test_importing_a_module_starts_nothing():
    modules = [module_name(path) for path in sorted(PACKAGE.rglob("*.py"))]
    modules = [name for name in modules if name not in OTHER_ENVIRONMENT]
    done = imported(modules, TESTS + DEMO)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["found"] == {} and said["threads"] == []
    assert said["count"] > 150


@pytest.mark.parametrize(
    "code",
    [
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork() or os._exit(0)",
        "from testkit.servers.loopback import free_port; free_port()",
        "from testkit.aws.check_proxy import CheckProxy; CheckProxy('http://127.0.0.1:1')",
        "from testkit.programs.build import program; program('breakglass')",
        "try: import subprocess; subprocess.run(['true'])\nexcept RuntimeError: pass",
    ],
)
def test_a_module_that_starts_something_is_found(tmp_path, monkeypatch, code):
    monkeypatch.delenv("BREAKGLASS", raising=False)
    path = tmp_path / "module.py"
    path.write_text(code)
    done = imported([], [path])
    assert done.returncode != 0 or json.loads(done.stdout)["found"], "nothing was noticed"


def source_files():
    """Python files of the repository, those without a suffix included."""
    for folder in ("Tests", "lambda", "Benchmarks", "build-docker"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix == ".py":
                yield path
            elif path.is_file() and not path.suffix:
                with open(path, "rb") as file:
                    if file.readline().startswith(b"#!/usr/bin/env python3"):
                        yield path


def test_nothing_changes_where_python_looks_for_modules():
    for path in source_files():
        for node in ast.walk(ast.parse(path.read_text())):
            is_path = isinstance(node, ast.Attribute) and ast.unparse(node) == "sys.path"
            assert not is_path, f"{path}:{node.lineno}"


def test_no_file_is_longer_than_250_lines():
    long = {
        str(path): lines
        for path in source_files()
        if (lines := len(path.read_text().splitlines())) > 250
    }
    assert long == {}


def test_helpers_live_in_the_package():
    """A folder of tests holds tests and fixtures, nothing to import."""
    others = [path for path in TESTS if not path.name.startswith("test_") and path.name != "conftest.py"]
    assert others == []


def test_the_tests_of_the_package_mirror_it():
    folders = {path.parent.relative_to(PACKAGE) for path in PACKAGE.rglob("__init__.py")}
    tests = ROOT / "Tests/Kit/tests"
    tested = {path.parent.relative_to(tests) for path in tests.rglob("test_*.py")}
    assert folders == tested
