"""Every command that a page shows exists, with the options it is shown with."""

import re
import subprocess

import pytest

from testkit.programs.build import program
from testkit.repository import ROOT

PAGES = [ROOT / "README.md"] + sorted(
    path
    for folder in ("docs", "lambda", "build-docker", "Benchmarks", "Tests")
    for path in (ROOT / folder).rglob("*.md")
)
COMMAND = re.compile(
    r"(?<![\w/.-])((?:template/|dist/)?breakglass"
    r"(?: (?:plan|emergency|preflight) [a-z]+(?![\w./-])| (?:check|preview|deploy|destroy|preflight|first-contact|redrive|replay)\b)"
    r"|(?:template|lambda|build-docker|Benchmarks|Tests)/[\w./-]*\w|make [a-z]+)"
)
# They start whatever is built, which may be older than the page.
DOORS = ("template/deploy", "template/destroy")
OPTION = re.compile(r"(?<=[ `])--[a-z][a-z-]+")


def spans(text):
    """What a page shows as code, a line each: indented, fenced, or between backticks."""
    fenced = re.findall(r"^```\w*\n(.*?)^```", text, re.M | re.S)
    prose = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    lines = [line for block in fenced for line in block.splitlines()]
    lines += [line for line in prose.splitlines() if line.startswith("    ")]
    return lines + [" ".join(span.split()) for span in re.findall(r"`([^`]+)`", prose)]


def shown():
    """(command, options), each with the page it stands on."""
    found = {}
    for page in PAGES:
        for span in spans(page.read_text()):
            # A comment, a pipe or a line of another program is not this command's.
            span = re.split(r" # | \| ", span)[0]
            for match in COMMAND.finditer(span):
                options = tuple(OPTION.findall(span[match.end() :]))
                found.setdefault((match.group(1), options), str(page.relative_to(ROOT)))
    return found


def is_command_line(command):
    return re.match(r"(template/|dist/)?breakglass ", command) is not None


def help_of(command):
    """What a command says with -h; None where there is no such command."""
    words = command.split()
    if is_command_line(command):
        words[0] = program("breakglass")
    elif words[0] in DOORS:
        words = [program("breakglass"), words[0].rpartition("/")[2]]
    elif words[0] == "make":
        targets = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True).stdout
        return "" if re.search(rf"^{words[1]}\b", targets, re.M) else None
    done = subprocess.run([*words, "-h"], cwd=ROOT, capture_output=True, text=True, timeout=120)
    return done.stdout if done.returncode == 0 else None


FOUND = shown()


def test_commands_are_found():
    commands = {command for command, _ in FOUND}
    assert {"breakglass check", "breakglass emergency open", "template/deploy"} <= commands
    assert ("breakglass emergency close", ("--incident", "--by")) in FOUND


@pytest.mark.parametrize("command, options", FOUND, ids=lambda value: str(value))
def test_a_command_of_the_documents_exists(command, options):
    page = FOUND[command, options]
    path = ROOT / command
    if "/" in command and not is_command_line(command) and not (path.is_file() and path.stat().st_mode & 0o100):
        assert path.exists(), f"{page}: {command} does not exist"
        assert not options, f"{page}: {command} is no program"
        return
    if not options and "/" in command and not is_command_line(command):
        return
    text = help_of(command)
    assert text is not None, f"{page}: {command} does not exist"
    for option in options:
        assert re.search(rf"{option}(?![\w-])", text), f"{page}: {command} has no {option}"
