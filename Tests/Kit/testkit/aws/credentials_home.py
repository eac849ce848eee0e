"""A home folder with AWS credentials, and a check of who signed a request."""

import email
import hashlib
import json
import os
import stat
import subprocess
import sys
import time

import pytest

from testkit.aws import request_check, signature_check
from testkit.programs import aws_probe
from testkit.servers.fault_server import reply

IDENTITY = reply(
    200,
    b"<R><GetCallerIdentityResult><Account>123456789012</Account><Arn>arn:aws:iam::123456789012:x"
    b"</Arn></GetCallerIdentityResult></R>",
)


class Home:
    """A home folder with `~/.aws`, and the environment of a shell there."""

    def __init__(self, folder):
        self.folder = folder
        (folder / ".aws" / "sso" / "cache").mkdir(parents=True)
        self.environment = {"HOME": str(folder), "PATH": os.environ["PATH"]}
        self.write("config", "[default]\nregion = eu-west-1\n")

    def write(self, name, text):
        (self.folder / ".aws" / name).write_text(text)

    def program(self, name, text):
        path = self.folder / name
        path.write_text(text)
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    def sign_in(self, key, seconds=3600):
        name = hashlib.sha1(key.encode()).hexdigest()
        end = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + seconds))
        token = json.dumps({"accessToken": "t0k3n", "expiresAt": end, "startUrl": "https://x"})
        self.write(f"sso/cache/{name}.json", token)

    def call(self, operation="getCallerIdentity", **parameters):
        return aws_probe.run(self.environment, operation, cli=1, **parameters)

    def fails(self, **parameters):
        with pytest.raises(aws_probe.ProbeFailed) as failure:
            self.call(**parameters)
        return str(failure.value).rstrip("\n")


def botocores(home, profile=None):
    """The credentials that botocore finds in the same home: key, secret, token."""
    ask = (
        "import botocore.session, json, sys\n"
        "session = botocore.session.Session(profile=sys.argv[1] or None)\n"
        "print(json.dumps(session.get_credentials().get_frozen_credentials()))"
    )
    words = [sys.executable, "-c", ask, profile or ""]
    found = subprocess.run(words, env=home.environment, capture_output=True, text=True, check=True)
    return tuple(json.loads(found.stdout)[:3])


def signed_by(server, key, secret, token):
    """Fails unless the last request was signed with these credentials."""
    head, body = server.seen[-1]
    line, _, fields = head.partition("\r\n")
    headers = email.message_from_string(fields)
    request = request_check.Request(*line.split(" ")[:2], headers, body)
    scope = signature_check.Scope(request)
    assert scope.key == key
    signature_check.check(request, scope, {key: (secret, token)})
