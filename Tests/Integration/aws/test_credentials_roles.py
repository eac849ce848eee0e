"""Credentials of a role that a profile assumes: where its source is, and what is said where there is none."""

import pytest

from testkit.aws.credentials_home import Home
from testkit.aws.moto import ACCESS_KEY, SECRET_KEY
from testkit.servers.fault_server import FaultServer, reply


class TestRoles:
    @pytest.fixture
    def home(self, tmp_path, aws):
        home = Home(tmp_path)
        home.environment["AWS_ENDPOINT_URL"] = aws.url
        home.write(
            "credentials",
            f"[base]\naws_access_key_id = {ACCESS_KEY}\naws_secret_access_key = {SECRET_KEY}\n",
        )
        return home

    def config(self, home, *profiles):
        text = "".join(f"[profile {name}]\nregion = eu-west-1\n{rest}\n" for name, rest in profiles)
        home.write("config", text)

    def test_a_role_is_assumed_with_the_source_profile(self, home):
        role = "role_arn = arn:aws:iam::123456789012:role/Audit\nsource_profile = base"
        self.config(home, ("audit", role + "\nrole_session_name = me\nexternal_id = x y"))
        assert home.call(profile="audit")["arn"].endswith("assumed-role/Audit/me")

    def test_roles_are_chained(self, home):
        self.config(
            home,
            ("one", "role_arn = arn:aws:iam::123456789012:role/One\nsource_profile = base"),
            ("two", "role_arn = arn:aws:iam::123456789012:role/Two\nsource_profile = one"),
        )
        assert "assumed-role/Two/break-glass-" in home.call(profile="two")["arn"]

    def test_a_profile_may_be_its_own_source(self, home):
        keys = f"aws_access_key_id = {ACCESS_KEY}\naws_secret_access_key = {SECRET_KEY}\n"
        role = "role_arn = arn:aws:iam::123456789012:role/Self\nsource_profile = self\n"
        self.config(home, ("self", keys + role + "duration_seconds = 900"))
        assert "assumed-role/Self/" in home.call(profile="self")["arn"]

    def test_the_environment_may_be_the_source(self, home):
        home.environment.update(AWS_ACCESS_KEY_ID=ACCESS_KEY, AWS_SECRET_ACCESS_KEY=SECRET_KEY)
        role = "role_arn = arn:aws:iam::123456789012:role/E\ncredential_source = Environment"
        self.config(home, ("e", role))
        assert "assumed-role/E/" in home.call(profile="e")["arn"]

    def test_a_circle_is_named(self, home):
        self.config(
            home,
            ("one", "role_arn = arn:aws:iam::123456789012:role/One\nsource_profile = two"),
            ("two", "role_arn = arn:aws:iam::123456789012:role/Two\nsource_profile = one"),
        )
        file = home.folder / ".aws" / "config"
        assert home.fails(profile="one") == (
            f'profile "one" in {file} is its own source: one → two → one'
        )

    def test_a_source_that_is_missing_is_named(self, home):
        self.config(home, ("a", "role_arn = arn:aws:iam::1:role/R\nsource_profile = gone"))
        assert home.fails(profile="a").startswith('profile "gone" does not exist in /')

    def test_a_role_that_may_not_be_assumed_is_named(self, home):
        arn = "arn:aws:iam::123456789012:role/R"
        self.config(home, ("a", f"role_arn = {arn}\nsource_profile = base"))
        body = b"<E><Error><Code>AccessDenied</Code><Message>no</Message></Error></E>"
        with FaultServer([reply(403, body)]) as server:
            home.environment["AWS_ENDPOINT_URL_STS"] = server.url
            text = home.fails(profile="a")
        assert f"cannot assume {arn}: sts AssumeRole failed: AccessDenied: no" in text

    def test_mfa_is_not_asked_for(self, home):
        role = "role_arn = arn:aws:iam::123456789012:role/R\nsource_profile = base\nmfa_serial = m"
        self.config(home, ("a", role))
        assert "\nhint: use a profile with SSO" in home.fails(profile="a")
