"""Glewlwyd, Debian's OAuth 2.0 server, set up as the token end point of an Okta organization.

Its prefix and plugin name give Okta's path, /oauth2/v1/token. It validates private_key_jwt (key,
audience, expiry, replay) and proofs of possession with nonces, independently of this project.
"""

import gzip
import http.cookiejar
import json
import os
import shutil
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request

from testkit.servers.web_server import Fault, WebServer

SCHEMA = "/usr/share/doc/glewlwyd/database/init.sqlite3.sql.gz"
CONFIGURATION = """
port={port}
bind_address="127.0.0.1"
external_url="{url}"
api_prefix="oauth2"
log_mode="console"
log_level="DEBUG"
cookie_domain="127.0.0.1"
session_expiration=3600
session_key="SESSION"
admin_scope="g_admin"
profile_scope="g_profile"
user_module_path="/usr/lib/glewlwyd/user"
user_middleware_module_path="/usr/lib/glewlwyd/user_middleware"
client_module_path="/usr/lib/glewlwyd/client"
user_auth_scheme_module_path="/usr/lib/glewlwyd/scheme"
plugin_module_path="/usr/lib/glewlwyd/plugin"
use_secure_connection=false
secure_connection_key_file="/none"
secure_connection_pem_file="/none"
secure_connection_ca_file="/none"
hash_algorithm="SHA512"
database = {{ type = "sqlite3"; path = "{folder}/glewlwyd.db"; }};
"""


def is_installed():
    return shutil.which("glewlwyd") is not None and os.path.exists(SCHEMA)


class Front(WebServer):
    """A proxy in front of Glewlwyd that adds the client's id to the form.

    Okta's clients leave it out, since the assertion contains it (RFC 7521, section 4.2). Glewlwyd accepts
    the assertion, but looks up a proof by the id in the form.
    """

    def __init__(self, client, upstream):
        super().__init__(None)
        self.client, self.upstream = client, upstream
        self.answers = []

    async def gate(self, request):
        names = ("content-type", "dpop", "authorization", "accept")
        headers = {name: request.headers[name] for name in names if name in request.headers}
        body = request.body + f"&client_id={self.client}".encode() if request.body else None
        forward = urllib.request.Request(self.upstream + request.raw_path, body, headers)
        try:
            answer = urllib.request.urlopen(forward, timeout=10)
        except urllib.error.HTTPError as error:
            answer = error
        self.answers.append(answer.status)
        kept = ("dpop-nonce", "content-type", "www-authenticate")
        return Fault(
            answer.status, answer.read(),
            {name: value for name, value in answer.headers.items() if name.lower() in kept},
        )  # fmt: skip


class Glewlwyd:
    def __init__(self, folder, port, public_url):
        self.folder, self.port = folder, port
        self.url = f"http://127.0.0.1:{port}"
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(jar)
        with gzip.open(SCHEMA, "rt") as schema:
            database = sqlite3.connect(f"{folder}/glewlwyd.db")
            database.executescript(schema.read())
            database.close()
        with open(f"{folder}/glewlwyd.conf", "w") as file:
            file.write(CONFIGURATION.format(port=port, url=public_url, folder=folder))
        self.process = subprocess.Popen(
            ["glewlwyd", f"--config-file={folder}/glewlwyd.conf"],
            stdout=open(f"{folder}/log", "w"), stderr=subprocess.STDOUT,
        )  # fmt: skip

    def events(self):
        with open(f"{self.folder}/log") as log:
            return log.read()

    def wait(self):
        """Returns once it answers."""
        end = time.monotonic() + 30
        while time.monotonic() < end and self.process.poll() is None:
            try:
                urllib.request.urlopen(f"{self.url}/config", timeout=1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(self.events())

    def stop(self):
        self.process.terminate()
        self.process.wait(20)

    def set_up(self, client, keys, scopes):
        """One service app with its public keys, whose tokens are bound to a key."""
        self.post("auth/", {"username": "admin", "password": "password"})
        for scope in scopes:
            self.post("scope/", {
                "name": scope, "display_name": scope, "password_required": False,
                "scheme": {},
            })  # fmt: skip
        self.post("mod/plugin/", {
            "module": "oidc", "name": "v1", "display_name": "Okta",
            "parameters": {
                "iss": self.url, "jwt-type": "sha", "jwt-key-size": "256", "key": "x" * 64,
                "access-token-duration": 3600, "refresh-token-duration": 3600,
                "code-duration": 60, "allow-non-oidc": True, "auth-type-client-enabled": True,
                "auth-type-code-enabled": False, "subject-type": "public",
                "client-jwks-parameter": "jwks", "request-parameter-allow": True,
                "request-parameter-ietf-strict": False, "request-maximum-exp": 3600,
                "oauth-dpop-allowed": True, "oauth-dpop-iat-duration": 60,
                "oauth-dpop-nonce-mandatory": True, "oauth-dpop-nonce-counter": 10,
                "oauth-dpop-dpop_bound_access_tokens-property": "",
            },
        })  # fmt: skip
        self.post("client/", {
            "client_id": client, "name": "checker", "enabled": True, "confidential": True,
            "authorization_type": ["client_credentials"], "scope": scopes,
            "token_endpoint_auth_method": ["private_key_jwt"], "jwks": {"keys": keys},
        })  # fmt: skip

    def post(self, path, document):
        request = urllib.request.Request(
            f"{self.url}/oauth2/{path}", json.dumps(document).encode(),
            {"Content-Type": "application/json"},
        )  # fmt: skip
        try:
            return self.opener.open(request, timeout=10).read()
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{path}: {error.code} {error.read()}") from error
