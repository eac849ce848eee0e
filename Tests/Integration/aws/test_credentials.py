"""Keys in the environment and in files, and profiles; botocore is asked for the same."""

import pytest

from testkit.aws.credentials_home import IDENTITY, botocores, signed_by
from testkit.servers.fault_server import FaultServer

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
