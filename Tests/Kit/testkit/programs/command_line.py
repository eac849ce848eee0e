"""Runs command lines of an alert by the AWS CLI's own code, in this process: a second for each would be too long.

A line may hold `$(…)`, as a shell allows: another line of the CLI, or `date`.
"""

import contextlib
import io
import json
import os
import re
import shlex
import subprocess
import urllib.parse
import urllib.request

import botocore.session
from awscli.clidriver import create_clidriver
from botocore import xform_name
from botocore.awsrequest import AWSResponse

# Set when the CLI's module is imported.
OWN_MODELS = os.environ["AWS_DATA_PATH"]

# What the CLI's own models lack: botocore, which is ahead, makes the call.
AHEAD = ["signin"]


class Raw(io.BytesIO):
    """A body as botocore reads it."""

    def stream(self, **_):
        yield self.read()


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
            "AWS_DATA_PATH": OWN_MODELS,
        }
        if token:
            self.environment["AWS_SESSION_TOKEN"] = token

    def run(self, line):
        """What the line prints; raises Failed with the CLI's own words."""
        words = shlex.split(self._expanded(line))
        assert words[0] == "aws", line
        if words[1] in AHEAD:
            return self._by_botocore(words)
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

    def _by_botocore(self, words):
        """The same by botocore: the options become parameters, as the CLI would name them."""
        options = dict(zip((word[2:] for word in words[3::2]), words[4::2]))
        client = botocore.session.get_session().create_client(
            words[1], region_name=options.pop("region", self.environment["AWS_DEFAULT_REGION"]),
            aws_access_key_id=self.environment["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=self.environment["AWS_SECRET_ACCESS_KEY"],
            aws_session_token=self.environment.get("AWS_SESSION_TOKEN"))
        client.meta.events.register("before-send", self._sent)
        operation = client.meta.service_model.operation_model(
            client.meta.method_to_api_mapping[words[2].replace("-", "_")])
        parameters = {}
        for name, member in operation.input_shape.members.items():
            option = xform_name(name, "-")
            if option in options:
                value = options.pop(option)
                parameters[name] = [value] if member.type_name == "list" else value
        assert not options, f"{words[2]} has no option {list(options)}"
        return json.dumps(getattr(client, words[2].replace("-", "_"))(**parameters), default=str)

    def _sent(self, request, **_):
        """Sends to the stand-in what botocore signed for the service's own host."""
        url = urllib.parse.urlsplit(request.url)
        there = self.environment["AWS_ENDPOINT_URL"] + url.path
        headers = {
            name: value.decode() if isinstance(value, bytes) else value
            for name, value in request.headers.items()
        } | {"Host": url.netloc}
        body = request.body.encode() if isinstance(request.body, str) else request.body
        answer = urllib.request.urlopen(urllib.request.Request(there, body, headers), timeout=60)
        return AWSResponse(request.url, answer.status, answer.headers, Raw(answer.read()))

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
