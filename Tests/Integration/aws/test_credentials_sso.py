"""Credentials for the token of a sign-in to IAM Identity Center; botocore is asked for the same."""

import json
import time

import pytest

from testkit.aws.check_proxy import CheckProxy
from testkit.aws.credentials_home import botocores, signed_by
from testkit.servers.fault_server import FaultServer, reply

ISSUED = {
    "roleCredentials": {
        "accessKeyId": "ASIASSO",
        "secretAccessKey": "sso-secret",
        "sessionToken": "sso-token",
        "expiration": int(time.time() + 3600) * 1000,
    }
}


class TestSSO:
    MODERN = (
        "[profile sso]\nregion = eu-west-1\nsso_session = corp\nsso_account_id = 123456789012\n"
        "sso_role_name = Read Only\n[sso-session corp]\nsso_region = eu-central-1\n"
        "sso_start_url = https://corp.awsapps.com/start\n"
    )
    LEGACY = (
        "[profile sso]\nregion = eu-west-1\nsso_account_id = 123456789012\n"
        "sso_role_name = Read Only\nsso_region = eu-central-1\n"
        "sso_start_url = https://corp.awsapps.com/start/#\n"
    )

    @pytest.fixture
    def portal(self, home):
        """The portal behind the proxy that checks requests."""
        with FaultServer([reply(200, json.dumps(ISSUED).encode())]) as server:
            with CheckProxy(server.url) as proxy:
                home.environment["AWS_ENDPOINT_URL_SSO"] = proxy.url
                yield server
            assert proxy.failures == []

    @pytest.mark.parametrize(
        "config, key", [(MODERN, "corp"), (LEGACY, "https://corp.awsapps.com/start/#")]
    )
    def test_the_token_of_a_sign_in_is_exchanged(self, home, sts, portal, config, key):
        home.write("config", config)
        home.sign_in(key)
        home.call(profile="sso")
        signed_by(sts, "ASIASSO", "sso-secret", "sso-token")
        head = portal.seen[0][0]
        assert "x-amz-sso_bearer_token: t0k3n" in head and "uthorization" not in head
        assert botocores(home, "sso") == ("ASIASSO", "sso-secret", "sso-token")

    @pytest.mark.parametrize("seconds", [None, -10])
    def test_without_a_token_the_hint_says_how_to_sign_in(self, home, sts, portal, seconds):
        home.write("config", self.MODERN)
        if seconds:
            home.sign_in("corp", seconds)
        text = home.fails(profile="sso")
        assert text.endswith("\nhint: run aws sso login --profile sso")
        assert text.startswith(f'profile "sso" in {home.folder}/.aws/config is no')
        assert portal.requests == 0

    def test_a_token_that_is_refused(self, home, sts):
        home.write("config", self.MODERN)
        home.sign_in("corp")
        error = b'{"message": "Session token not found or invalid"}'
        refusal = reply(401, error, ["x-amzn-ErrorType: UnauthorizedException"])
        with FaultServer([refusal]) as portal:
            home.environment["AWS_ENDPOINT_URL_SSO"] = portal.url
            text = home.fails(profile="sso")
        assert "UnauthorizedException: Session token not found or invalid" in text
        assert text.endswith("\nhint: run aws sso login --profile sso")
        assert "t0k3n" not in text

    def test_a_session_that_does_not_exist(self, home, sts):
        home.write("config", self.MODERN.replace("[sso-session corp]", "[sso-session other]"))
        assert 'names sso_session "corp", which does not exist' in home.fails(profile="sso")
