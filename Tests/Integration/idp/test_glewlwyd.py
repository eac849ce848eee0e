"""A token end point that nobody here wrote takes what KMS signed and what the process proves."""

import socket

import pytest

from testkit.idp import glewlwyd
from testkit.programs import idp_probe

SCOPES = ["okta.apps.read", "okta.groups.read", "okta.logStreams.read", "okta.logs.read",
          "okta.policies.read", "okta.users.read"]  # fmt: skip


@pytest.fixture
def server(tmp_path):
    assert glewlwyd.is_installed(), "Glewlwyd is missing: lambda/set-up"
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    folder = tmp_path / "glewlwyd"
    folder.mkdir()
    with glewlwyd.Front("0oa2", f"http://127.0.0.1:{port}") as front:
        server = glewlwyd.Glewlwyd(folder, port, front.url)
        server.front = front
        try:
            server.wait()
            yield server
        finally:
            server.stop()


def test_a_bound_token_is_issued_for_an_assertion_that_kms_signed(
    server, public_key, plan, tmp_path, aws_environment
):
    server.set_up("0oa2", [public_key], SCOPES)
    reading = idp_probe.run(plan, tmp_path, aws_environment, server.front.url)
    assert reading.read["credential"] == "Enabled " + " ".join(SCOPES), server.events()[-2000:]
    # First without a nonce, then with the one that was asked for.
    assert server.front.answers[:2] == [400, 200]
    # It is a token end point and nothing else: what it does not know is not checked.
    assert reading.read["app"].startswith("malformed: ")


def test_another_key_gets_no_token(server, public_key, plan, tmp_path, boto, aws_environment):
    server.set_up("0oa2", [public_key], SCOPES)
    other = boto("kms").create_key(KeySpec="RSA_2048", KeyUsage="SIGN_VERIFY")["KeyMetadata"]
    plan["identityProvider"]["signingKey"] = other["KeyId"]
    reading = idp_probe.run(plan, tmp_path, aws_environment, server.front.url)
    assert reading.read["app"].startswith("denied: "), reading.read["app"]
