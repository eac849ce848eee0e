"""The two ends of the federation, each holding metadata of an identity provider that nobody here wrote."""

import datetime

import pytest

from testkit.drift.healthy import EMERGENCY
from testkit.idp import simplesamlphp

PROVIDER = f"arn:aws:iam::{EMERGENCY}:saml-provider/Okta"
CERTIFICATE, EXPIRY, EXISTS = CHECKS = (
    "idp-certificate-is-in-the-provider", "saml-certificate-is-not-expiring", "saml-provider-exists",
)  # fmt: skip


@pytest.fixture
def idp(tmp_path):
    assert simplesamlphp.CODE.exists(), "SimpleSAMLphp is missing: lambda/set-up"
    folder = tmp_path / "simplesamlphp"
    folder.mkdir()
    with simplesamlphp.SimpleSAMLphp(folder) as idp:
        yield idp


@pytest.fixture
def upload(world):
    """upload(document) gives it to the SAML provider, which has its own again after the test."""
    iam = world.emergency.client("iam")
    kept = iam.get_saml_provider(SAMLProviderArn=PROVIDER)["SAMLMetadataDocument"]

    def update(document):
        iam.update_saml_provider(SAMLProviderArn=PROVIDER, SAMLMetadataDocument=document.decode())

    yield update
    update(kept.encode())


@pytest.fixture
def serve(idp, okta):
    """serve("first") has the app serve the identity provider's present metadata, and sign with that key."""

    def change(active):
        okta.metadata = idp.metadata()
        okta.keys = [{"kid": "key1", "x5c": [idp.certificate(active)]}]

    return change


def drifted(report):
    """What drifted, by check; everything else that was asked is in sync."""
    found = {check: report.facts(check) for check in report.having("drifted")}
    assert set(report.having("inSync")) == set(CHECKS) - set(found), report.text
    return found


def test_both_ends_agree_through_a_change_of_keys(check, idp, upload, serve):
    upload(idp.metadata())
    serve("first")
    assert drifted(check("--only", *CHECKS)) == {}

    idp.make_key("second", days=3650)
    idp.use("first", coming="second")
    serve("first")
    [fact] = drifted(check("--only", *CHECKS)).pop(CERTIFICATE)
    assert "second.idp.example.com" in fact

    upload(idp.metadata())
    assert drifted(check("--only", *CHECKS)) == {}

    idp.use("second")
    serve("second")
    assert drifted(check("--only", *CHECKS)) == {}
    upload(idp.metadata())
    assert drifted(check("--only", *CHECKS)) == {}


def test_a_change_of_keys_that_nobody_told_aws_is_drift(check, idp, upload, serve):
    upload(idp.metadata())
    idp.make_key("second", days=3650)
    idp.use("second")
    serve("second")
    report = check("--only", *CHECKS)
    [fact] = drifted(report).pop(CERTIFICATE)
    assert "second.idp.example.com" in fact
    assert report.checks[CERTIFICATE]["severity"] == "critical"


def test_another_entity_is_drift(check, idp, upload, serve):
    upload(idp.metadata())
    idp.entity = "https://other.example.com/saml"
    idp.use("first")
    serve("first")
    [fact] = drifted(check("--only", *CHECKS)).pop(CERTIFICATE)
    assert "https://other.example.com/saml" in fact and "https://idp.example.com/saml" in fact


@pytest.mark.parametrize("days, severity", [(91, None), (89, "medium"), (59, "high"), (29, "critical")])
def test_a_certificate_is_told_of_before_it_ends(check, idp, upload, serve, days, severity):
    idp.make_key("second", days=days)
    idp.use("second")
    upload(idp.metadata())
    serve("second")
    report = check("--only", *CHECKS)
    found = drifted(report)
    assert set(found) == ({EXPIRY} if severity else set())
    if severity:
        assert report.checks[EXPIRY]["severity"] == severity
        assert "second.idp.example.com" in found[EXPIRY][0]


def test_metadata_has_an_end_of_its_own(check, idp, upload, serve):
    """SimpleSAMLphp states none for itself; a federation's registry would."""
    end = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=45)
    stated = f'<md:EntityDescriptor validUntil="{end:%Y-%m-%dT%H:%M:%SZ}" '.encode()
    serve("first")
    upload(idp.metadata().replace(b"<md:EntityDescriptor ", stated))
    report = check("--only", *CHECKS)
    assert drifted(report) == {EXPIRY: [f"the provider's metadata expires on {end:%Y-%m-%d}"]}
    assert report.checks[EXPIRY]["severity"] == "high"
