"""Credentials from where people keep them; botocore is asked for the same."""

import email
import hashlib
import json
import os
import stat
import subprocess
import sys
import time

import probe
import pytest
import request_check
import signature_check
from check_proxy import CheckProxy
from local_server import ACCESS_KEY, SECRET_KEY
from fault_server import FaultServer, hang, reply

IDENTITY = reply(
    200,
    b"<R><GetCallerIdentityResult><Account>123456789012</Account><Arn>arn:aws:iam::123456789012:x"
    b"</Arn></GetCallerIdentityResult></R>",
)
ISSUED = {
    "roleCredentials": {
        "accessKeyId": "ASIASSO",
        "secretAccessKey": "sso-secret",
        "sessionToken": "sso-token",
        "expiration": int(time.time() + 3600) * 1000,
    }
}


class Home:
    """A person's home with `~/.aws`, and the environment of their shell."""

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
        return probe.run(self.environment, operation, cli=1, **parameters)

    def fails(self, **parameters):
        with pytest.raises(probe.ProbeFailed) as failure:
            self.call(**parameters)
        return str(failure.value).rstrip("\n")


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path)


@pytest.fixture
def sts(home):
    """An STS that believes everybody; `signer()` says who called last."""
    with FaultServer([IDENTITY]) as server:
        home.environment["AWS_ENDPOINT_URL_STS"] = server.url
        yield server


def botocores(home, profile=None):
    """What botocore finds in the same home: key, secret, token."""
    ask = (
        "import botocore.session, json, sys\n"
        "session = botocore.session.Session(profile=sys.argv[1] or None)\n"
        "print(json.dumps(session.get_credentials().get_frozen_credentials()))"
    )
    words = [sys.executable, "-c", ask, profile or ""]
    found = subprocess.run(words, env=home.environment, capture_output=True, text=True, check=True)
    return tuple(json.loads(found.stdout)[:3])


def signed_by(server, key, secret, token):
    """Fails unless the last request was signed with these."""
    head, body = server.seen[-1]
    line, _, fields = head.partition("\r\n")
    headers = email.message_from_string(fields)
    request = request_check.Request(*line.split(" ")[:2], headers, body)
    scope = signature_check.Scope(request)
    assert scope.key == key
    signature_check.check(request, scope, {key: (secret, token)})


CONFIG = """
# a comment
[default]
region=eu-west-1
output = json

[profile keys]
region = eu-west-1
aws_access_key_id = AKIACONFIG
aws_secret_access_key = config # secret
aws_session_token=config;token

[profile both]
aws_access_key_id = AKIACONFIG
aws_secret_access_key = config-secret
s3 =
  addressing_style = path
  aws_access_key_id = not-this-one

[profile "two words"]
aws_access_key_id = AKIATWO
aws_secret_access_key = x

[plain]
aws_access_key_id = AKIAPLAIN
aws_secret_access_key = x
"""
CREDENTIALS = """[default]
aws_access_key_id = AKIADEFAULT
aws_secret_access_key = default-secret
[both]
aws_access_key_id = AKIABOTH
aws_secret_access_key = both-secret
"""


@pytest.mark.parametrize(
    "profile, environment, key",
    [
        (None, {}, "AKIADEFAULT"),
        ("keys", {}, "AKIACONFIG"),
        ("both", {}, "AKIABOTH"),
        ("two words", {}, "AKIATWO"),
        (None, {"AWS_PROFILE": "both"}, "AKIABOTH"),
        ("keys", {"AWS_PROFILE": "both"}, "AKIACONFIG"),
        (None, {"AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "e"}, "AKIAENV"),
        (
            None,
            {"AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "e", "AWS_PROFILE": "both"},
            "AKIAENV",
        ),
        ("both", {"AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "e"}, "AKIABOTH"),
        (
            None,
            {
                "AWS_ACCESS_KEY_ID": "ASIAENV",
                "AWS_SECRET_ACCESS_KEY": "e",
                "AWS_SESSION_TOKEN": "t+/=",
            },
            "ASIAENV",
        ),
    ],
)
def test_keys_are_found_where_botocore_finds_them(home, sts, profile, environment, key):
    home.write("config", CONFIG)
    home.write("credentials", CREDENTIALS)
    home.environment.update(environment, AWS_REGION="eu-west-1")
    expected = botocores(home, profile)
    assert expected[0] == key
    home.call(**({"profile": profile} if profile else {}))
    signed_by(sts, *expected)


def test_files_may_be_elsewhere(home, sts):
    home.write("other-config", "[default]\nregion = eu-west-1\n")
    home.write(
        "other-keys", "[default]\naws_access_key_id = AKIAOTHER\naws_secret_access_key = o\n"
    )
    home.environment["AWS_CONFIG_FILE"] = "~/.aws/other-config"
    home.environment["AWS_SHARED_CREDENTIALS_FILE"] = str(home.folder / ".aws" / "other-keys")
    home.call()
    signed_by(sts, *botocores(home))


def test_a_profile_names_region_endpoint_and_services(home):
    with FaultServer([IDENTITY]) as general, FaultServer([IDENTITY]) as special:
        keys = "region = us-west-2\naws_access_key_id = K\naws_secret_access_key = s\n"
        home.write(
            "config",
            f"[profile a]\n{keys}endpoint_url = {general.url}\n"
            f"[profile b]\n{keys}services = local\nendpoint_url = {general.url}\n"
            f"[services local]\nsts =\n  endpoint_url = {special.url}\n",
        )
        home.call(profile="a")
        home.call(profile="b")
        assert (general.requests, special.requests) == (1, 1)
        assert "/us-west-2/sts/aws4_request" in special.seen[0][0]


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


class TestProcess:
    def run(self, home, line, **parameters):
        home.write("config", f"[profile p]\nregion = eu-west-1\ncredential_process = {line}\n")
        return home.call(profile="p", **parameters)

    def fails(self, home, line, **parameters):
        home.write("config", f"[profile p]\nregion = eu-west-1\ncredential_process = {line}\n")
        text = home.fails(profile="p", **parameters)
        assert text.startswith(f'profile "p" in {home.folder}/.aws/config has a credential_process')
        return text

    def answer(self, **fields):
        return json.dumps(
            {"Version": 1, "AccessKeyId": "AKIAPROC", "SecretAccessKey": "proc-s3cr3t", **fields}
        )

    def test_its_words_are_not_a_shell_s(self, home, sts):
        script = f"#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$0.args\"\ncat <<'X'\n{self.answer()}\nX\n"
        program = home.program("my program", script)
        line = f'"{program}" --name \'a b\' $HOME `id` x\\ y "q\\"r" > /dev/null'
        self.run(home, line)
        signed_by(sts, *botocores(home, "p"))
        args = (home.folder / "my program.args").read_text().splitlines()
        assert args == ["--name", "a b", "$HOME", "`id`", "x y", 'q"r', ">", "/dev/null"]

    def test_a_program_is_found_on_the_path(self, home, sts):
        home.program("give-keys", f"#!/bin/sh\ncat <<'X'\n{self.answer(SessionToken='t')}\nX\n")
        home.environment["PATH"] += f":{home.folder}"
        self.run(home, "give-keys")
        signed_by(sts, "AKIAPROC", "proc-s3cr3t", "t")

    @pytest.mark.parametrize(
        "body, problem",
        [
            ("exit 3", "ended with status 3"),
            ("kill -9 $$", "ended with status 137"),
            ("echo not json s3cr3t", "prints no JSON"),
            ("true", "prints no JSON"),
            ("echo '{\"Version\": 2}'", "whose answer is not of Version 1"),
            ('echo \'{"Version": 1, "AccessKeyId": "s3cr3t"}\'', "lacks AccessKeyId or Secret"),
            ("yes s3cr3t", "printed more than 1048576 bytes"),
        ],
    )
    def test_a_program_that_fails_is_named_and_its_output_is_not_shown(
        self, home, sts, body, problem
    ):
        text = self.fails(home, home.program("p", f"#!/bin/sh\n{body}\n"))
        assert problem in text and "s3cr3t" not in text

    def test_an_expiration_that_is_no_time(self, home, sts):
        script = f"#!/bin/sh\ncat <<'X'\n{self.answer(Expiration='soon')}\nX\n"
        assert "Expiration is no time" in self.fails(home, home.program("p", script))

    def test_a_program_that_is_not_there(self, home, sts):
        assert "cannot be found: /nowhere/p" in self.fails(home, "/nowhere/p")
        assert "an open quote" in self.fails(home, "'/bin/true")

    @pytest.mark.parametrize(
        "body", ["exec sleep 60", "sleep 60 2>/dev/null &\nexit 0", "exec >&-; exec sleep 60"]
    )
    def test_a_program_that_hangs_is_ended(self, home, sts, body):
        program = home.program("p", f"#!/bin/sh\necho $$ > {home.folder}/pid\n{body}\n")
        start = time.monotonic()
        assert "did not end in time" in self.fails(home, program, deadline=500)
        assert time.monotonic() - start < 2
        pid = (home.folder / "pid").read_text().strip()
        assert subprocess.run(["kill", "-0", pid], stderr=subprocess.DEVNULL).returncode != 0


class TestContainer:
    ANSWER = json.dumps(
        {
            "AccessKeyId": "ASIATASK",
            "SecretAccessKey": "task-secret",
            "Token": "task-token",
            "Expiration": "2099-01-01T00:00:00Z",
        }
    ).encode()

    def test_the_agent_is_asked_with_its_token(self, home, sts):
        with FaultServer([reply(200, self.ANSWER)]) as agent:
            (home.folder / "token").write_text("Bearer x")
            home.environment.update(
                AWS_CONTAINER_CREDENTIALS_FULL_URI=f"{agent.url}/role",
                AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE=str(home.folder / "token"),
            )
            home.call()
            assert "Authorization: Bearer x" in agent.seen[0][0]
            signed_by(sts, *botocores(home))

    @pytest.mark.parametrize("step", [reply(500), reply(200, b"{}"), hang()])
    def test_an_agent_that_fails_is_named(self, home, sts, step):
        with FaultServer([step]) as agent:
            home.environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = f"{agent.url}/role"
            text = home.fails(deadline=1000)
            assert text.startswith("the container's credentials cannot be had: ")

    def test_a_token_does_not_travel_in_the_clear(self, home, sts):
        home.environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://192.0.2.1/role"
        assert "is neither https nor on this machine" in home.fails()


def test_nothing_anywhere(home, sts):
    assert home.fails() == (
        f"no credentials in the environment, {home.folder}/.aws/config\n"
        "hint: set AWS_PROFILE, or sign in with aws sso login"
    )


def test_a_profile_that_does_not_exist(home, sts):
    home.environment["AWS_PROFILE"] = "typo"
    home.environment["AWS_REGION"] = "eu-west-1"
    assert home.fails() == (
        f'profile "typo" does not exist in {home.folder}/.aws/config\n'
        "hint: check AWS_PROFILE, or run aws configure --profile typo"
    )


def test_half_a_key_in_the_environment(home, sts):
    home.environment["AWS_ACCESS_KEY_ID"] = "AKIA"
    assert home.fails() == (
        "AWS_ACCESS_KEY_ID is set without AWS_SECRET_ACCESS_KEY\nhint: set both or neither"
    )
