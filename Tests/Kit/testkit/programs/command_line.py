"""Runs command lines of an alert by the AWS CLI's own code, in this process: a second for each would be too long.

A line may hold `$(…)`, as a shell allows: another line of the CLI, or `date`.
"""

import atexit
import contextlib
import functools
import io
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import tempfile

import botocore
from awscli.clidriver import create_clidriver

# The CLI has models of its own. Of these services it takes botocore's, which are ahead.
AHEAD = ["signin"]


@functools.cache
def models_ahead():
    """A folder that the CLI reads before its own."""
    folder = tempfile.mkdtemp(prefix="models-ahead-")
    atexit.register(shutil.rmtree, folder)
    for service in AHEAD:
        newest = pathlib.Path(botocore.__file__).parent / "data" / service
        os.symlink(newest, pathlib.Path(folder) / service)
    return folder


class Failed(Exception):
    """The CLI refused the line, or AWS the call."""


class CommandLine:
    """The CLI with an environment of its own. `endpoint` is where every call goes."""

    def __init__(self, endpoint, key, secret, token=None, region="us-east-1"):
        self.environment = {
            "AWS_ENDPOINT_URL": endpoint,
            "AWS_ACCESS_KEY_ID": key,
            "AWS_SECRET_ACCESS_KEY": secret,
            "AWS_DEFAULT_REGION": region,
            "AWS_CONFIG_FILE": "/nonexistent",
            "AWS_SHARED_CREDENTIALS_FILE": "/nonexistent",
            "AWS_PAGER": "",
            "AWS_MAX_ATTEMPTS": "1",
            "AWS_DATA_PATH": models_ahead(),
        }
        if token:
            self.environment["AWS_SESSION_TOKEN"] = token

    def run(self, line):
        """What the line prints; raises Failed with the CLI's own words."""
        words = shlex.split(self._expanded(line))
        assert words[0] == "aws", line
        out, err = io.StringIO(), io.StringIO()
        with _environment(self.environment):
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                try:
                    status = create_clidriver().main(words[1:])
                except SystemExit as end:
                    status = end.code
        if status:
            raise Failed(f"{line}\n{err.getvalue()}{out.getvalue()}")
        return out.getvalue()

    def _expanded(self, line):
        def replace(match):
            inner = match.group(1)
            if inner.startswith("aws "):
                return self.run(inner).strip()
            assert inner.startswith("date "), inner
            return subprocess.check_output(["bash", "-c", inner], text=True).strip()

        return re.sub(r"\$\(([^()]*)\)", replace, line)


@contextlib.contextmanager
def _environment(values):
    before = dict(os.environ)
    for name in list(os.environ):
        if name.startswith("AWS_"):
            del os.environ[name]
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def commands(steps):
    """The commands of an alert's next steps, in order."""
    found = [part for step in steps for part in step.split("`")[1::2]]
    return [part for part in found if not part.startswith("https://")]
