"""The small servers in place of AWS answer botocore, and record its requests."""

import boto3
import botocore.config
import botocore.exceptions
import pytest

from testkit.aws import account_server
from testkit.aws.canned import CannedAWS
from testkit.aws.credentials_home import IDENTITY, Home, botocores, signed_by
from testkit.aws.moto import ACCESS_KEY, SECRET_KEY
from testkit.servers.fault_server import FaultServer


def client(service, url, **options):
    session = boto3.Session(ACCESS_KEY, SECRET_KEY, region_name="eu-west-1")
    return session.client(service, endpoint_url=url, **options)


def test_a_canned_answer_is_given_and_its_request_kept():
    with CannedAWS() as aws:
        aws.canned["sns:ListTopics"] = (200, "<R><ListTopicsResult><Topics/></ListTopicsResult></R>")
        aws.canned["kms:ListKeys"] = (200, '{"Keys": [{"KeyId": "1"}]}')
        assert client("sns", aws.url).list_topics()["Topics"] == []
        assert client("kms", aws.url).list_keys()["Keys"] == [{"KeyId": "1"}]
        assert [operation for operation, _ in aws.requests] == ["sns:ListTopics", "kms:ListKeys"]
        assert aws.regions == ["eu-west-1"] * 2
        assert aws.failures == []


def test_the_enabled_regions_are_listed():
    with account_server.serving(["eu-west-1", "us-east-1"]) as server:
        account = client("account", server.url)
        found = [one["RegionName"] for one in account.list_regions()["Regions"]]
        assert found == ["eu-west-1", "us-east-1"]
        with pytest.raises(botocore.exceptions.ClientError, match="there is none"):
            account.get_alternate_contact(AlternateContactType="SECURITY")


def test_on_request_it_is_silent():
    once = botocore.config.Config(read_timeout=0.2, retries={"total_max_attempts": 1})
    with account_server.serving([]) as server:
        with pytest.raises(botocore.exceptions.ReadTimeoutError):
            client("account", server.url, config=once).list_regions()


def test_botocore_finds_what_a_home_holds(tmp_path):
    home = Home(tmp_path)
    home.write("credentials", "[default]\naws_access_key_id = AKIA1\naws_secret_access_key = s\n"
               "[other]\naws_access_key_id = AKIA2\naws_secret_access_key = t\naws_session_token = u\n")  # fmt: skip
    assert botocores(home) == ("AKIA1", "s", None)
    assert botocores(home, "other") == ("AKIA2", "t", "u")


def test_a_signature_is_that_of_its_key_alone():
    with FaultServer([IDENTITY]) as server:
        assert client("sts", server.url).get_caller_identity()["Account"] == "123456789012"
        signed_by(server, ACCESS_KEY, SECRET_KEY, None)
        with pytest.raises(Exception, match="signature is wrong"):
            signed_by(server, ACCESS_KEY, SECRET_KEY + "x", None)
        with pytest.raises(AssertionError):
            signed_by(server, "another", SECRET_KEY, None)
