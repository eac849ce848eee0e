"""The commands that deployment asks people to run take a secret at a prompt: it is in no command line, no list of
processes, no environment and no history. Tests/RolloutTests/People/ToDoTests.swift holds the page that they are on.
"""

import json
import os
import pty
import secrets
import shlex
import subprocess
import sys
import termios
import time
import urllib.parse

import pytest

from testkit.aws import canned
from testkit.repository import ROOT

# Another one in each run: this file's own text may be in a command line, too.
RANDOM = secrets.token_hex(8)
SECRET = f"""  %s"'\\w$HOME*{RANDOM}{{}}  """

# Notes what can be seen of the command while it runs, then what it reads.
FAKE_AWS = """#!{python} -ISE
import json, os, pathlib, sys
seen = []
for process in pathlib.Path("/proc").glob("[0-9]*"):
    try:
        seen += [(process / name).read_bytes().decode(errors="replace") for name in ("cmdline", "environ")]
    except OSError:
        pass
(name,) = [word for word in sys.argv if word.startswith("file://")]
with open(name[7:], newline="") as given:
    read = given.read()
pathlib.Path({note!r}).write_text(json.dumps({{"argv": sys.argv[1:], "seen": seen, "read": read}}))
"""


def commands():
    """Each command of the page that asks for a secret, by the word that asks."""
    found, command = {}, []
    for line in (ROOT / "Tests/Fixtures/to-do.txt").read_text().splitlines():
        if line.startswith("       printf") or (command and line.startswith("       ")):
            command.append(line.strip())
        elif command:
            found.setdefault(command[0].split("'")[1].rstrip(": "), "\n".join(command))
            command = []
    return found


def bash(tmp_path, command, secret, path, **environment):
    """An interactive bash in which a person pastes the command, then the secret: what the terminal shows, and the
    history.
    """
    history = tmp_path / "history"
    history.unlink(missing_ok=True)
    keyboard, terminal = pty.openpty()
    shell = subprocess.Popen(
        ["bash", "--norc", "--noprofile", "-i"],
        stdin=terminal, stdout=terminal, stderr=terminal, start_new_session=True, cwd=tmp_path,
        env={"PATH": f"{path}:{os.environ['PATH']}", "HISTFILE": str(history), "HOME": str(tmp_path),
             "HISTCONTROL": "", "PS1": "ready> ", "TERM": "dumb"} | environment,
    )  # fmt: skip
    os.close(terminal)
    shown = ""

    def until(text):
        nonlocal shown
        end = time.monotonic() + 60
        while text not in shown:
            assert time.monotonic() < end, shown
            shown += os.read(keyboard, 4096).decode()
        before, _, shown = shown.partition(text)
        return before + text

    screen = until("ready> ")
    os.write(keyboard, (command + "\n").encode())
    word = command.split("'")[1]
    # The command itself is echoed, and has the word in quotes.
    screen += until("unset " + word.rstrip(": ").upper())
    screen += until(word)
    # bash reads commands without lines; `read -s` reads a line without an echo.
    end = time.monotonic() + 60
    while termios.tcgetattr(keyboard)[3] & (termios.ICANON | termios.ECHO) != termios.ICANON:
        assert time.monotonic() < end, "echo stays on"
        time.sleep(0.01)
    os.write(keyboard, (secret + "\n").encode())
    screen += until("ready> ")
    os.write(keyboard, b"history -a; echo done-$((1+1)) \n")
    screen += until("done-2")
    os.write(keyboard, b"exit\n")
    shell.wait(timeout=60)
    os.close(keyboard)
    return screen, history.read_text()


def test_both_kinds_of_secrets_are_asked_for():
    assert set(commands()) == {"Password", "Token"}


@pytest.mark.parametrize("word", ["Password", "Token"])
def test_nobody_sees_the_secret(tmp_path, word):
    note = tmp_path / "note.json"
    folder = tmp_path / "bin"
    folder.mkdir()
    aws = folder / "aws"
    aws.write_text(FAKE_AWS.format(python=sys.executable, note=str(note)))
    aws.chmod(0o755)
    screen, history = bash(tmp_path, commands()[word], SECRET, folder)
    noted = json.loads(note.read_text())
    assert noted["read"] == SECRET
    assert not any(RANDOM in text for text in noted["seen"] + noted["argv"])
    assert RANDOM not in history and RANDOM not in screen
    # The page's command is there, so that this test looks at the right history.
    assert "file:///dev/stdin" in history
    assert noted["argv"][-2:] == [f"--{word.lower()}", "file:///dev/stdin"]


def test_the_command_line_of_aws_takes_it(tmp_path):
    folder = tmp_path / "bin"
    folder.mkdir()
    client = folder / "aws"
    client.write_text(f'#!/bin/sh\nexec {sys.executable} -m awscli "$@"\n')
    client.chmod(0o755)
    with canned.CannedAWS() as aws:
        aws.canned["iam:CreateLoginProfile"] = 200, (
            "<CreateLoginProfileResponse><CreateLoginProfileResult><LoginProfile><UserName>u</UserName>"
            "<CreateDate>2026-11-30T00:00:00Z</CreateDate></LoginProfile></CreateLoginProfileResult>"
            "</CreateLoginProfileResponse>"
        )
        aws.canned["sns:ConfirmSubscription"] = 200, (
            "<ConfirmSubscriptionResponse><ConfirmSubscriptionResult><SubscriptionArn>arn:aws:sns:x</SubscriptionArn>"
            "</ConfirmSubscriptionResult></ConfirmSubscriptionResponse>"
        )
        for word, command in commands().items():
            bash(tmp_path, command, SECRET, folder, AWS_DEFAULT_REGION="us-east-1", **aws.environment)
            operation, body = aws.requests[-1]
            fields = urllib.parse.parse_qs(body)
            assert fields[word] == [SECRET], operation
            named = shlex.split(command.replace("\\\n", " ").split("|")[1])
            if word == "Password":
                assert fields["PasswordResetRequired"] == ["true"]
                assert fields["UserName"] == [named[named.index("--user-name") + 1]]
            else:
                assert fields["AuthenticateOnUnsubscribe"] == ["true"]
                assert fields["TopicArn"] == [named[named.index("--topic-arn") + 1]]
        assert aws.failures == []
