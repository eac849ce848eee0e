"""Metadata and assertions of an identity provider that nobody here wrote."""

import base64

import pytest

from testkit.idp import okta_state, saml_documents, simplesamlphp

PROVIDER = f"arn:aws:iam::{okta_state.EMERGENCY_ACCOUNT}:saml-provider/Okta"
ROLE = f"arn:aws:iam::{okta_state.EMERGENCY_ACCOUNT}:role/{okta_state.ROLE}"


@pytest.fixture
def idp(tmp_path):
    assert simplesamlphp.CODE.exists(), "SimpleSAMLphp is missing: lambda/set-up"
    folder = tmp_path / "simplesamlphp"
    folder.mkdir()
    with simplesamlphp.SimpleSAMLphp(folder, role=f"{ROLE},{PROVIDER}") as idp:
        yield idp


def served(idp, okta, read, active):
    """What is read where the app serves what this identity provider says of itself."""
    okta.organization.metadata = idp.metadata()
    okta.organization.keys = [{"kid": "key1", "x5c": [idp.certificate(active)]}]
    return read().read["metadata"].split()


def test_its_metadata_is_read_through_a_change_of_keys(idp, okta, read):
    first = saml_documents.fingerprint(idp.certificate("first"))
    assert served(idp, okta, read, "first") == [idp.entity, first]
    idp.make_key("second", days=3650)
    second = saml_documents.fingerprint(idp.certificate("second"))
    idp.use("first", coming="second")
    # Its documents begin with the key that is coming.
    assert served(idp, okta, read, "first") == [idp.entity, second, first]
    idp.use("second")
    # The document itself is still signed by the first key, which is not in it as one that counts.
    assert idp.certificate("first") in idp.metadata().decode()
    assert served(idp, okta, read, "second") == [idp.entity, second]


def test_an_assertion_opens_a_role(idp, boto):
    """moto reads roles, session name and audience; it does not check the signature."""
    boto("iam").create_saml_provider(Name="Okta", SAMLMetadataDocument=idp.metadata().decode())
    response = idp.response()
    assert idp.entity in base64.b64decode(response).decode()
    opened = boto("sts").assume_role_with_saml(
        RoleArn=ROLE, PrincipalArn=PROVIDER, SAMLAssertion=response
    )
    arn = opened["AssumedRoleUser"]["Arn"]
    assert arn.endswith(f":assumed-role/{okta_state.ROLE}/jane@example.com")
