"""SAML metadata in the forms that products serve: whose keys count, and whose do not."""

import pytest

from testkit.idp.saml_documents import certificate, federation_metadata, fingerprint, key, keys

ENTITY = "http://www.okta.com/exk1"


@pytest.fixture(scope="session")
def certificates():
    return [certificate() for _ in range(7)]


def metadata(read, okta, document, active):
    """What was read of a document, while the app signs with that certificate."""
    okta.organization.metadata = document
    okta.organization.keys = [{"kid": "key1", "x5c": [active]}]
    return read().read["metadata"].split()


def test_each_key_that_may_sign_counts_once(okta, read, certificates):
    first, second, third, encryption = certificates[:4]
    document = keys(ENTITY, [
        key(first, "signing"), key(encryption, "encryption"), key(second, eol="\r\n"),
        key(third, "signing"), key(first, "signing"),
    ])  # fmt: skip
    expected = [ENTITY, *map(fingerprint, (first, second, third))]
    assert metadata(read, okta, document, second) == expected


def test_roles_of_other_protocols_do_not_count(okta, read, certificates):
    """As AD FS writes it: with a byte order mark, lines that end in CR LF, and two keys for signing."""
    entity = "http://sts.example.com/adfs/services/trust"
    document = federation_metadata(entity, certificates[:2], certificates[2:])
    expected = [entity, *map(fingerprint, certificates[:2])]
    assert metadata(read, okta, document, certificates[0]) == expected


def test_a_key_without_a_certificate_is_no_certificate(okta, read, certificates):
    value = (
        '<KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><KeyName>k</KeyName>'
        "</KeyInfo></KeyDescriptor>"
    )
    document = keys(ENTITY, [value, key(certificates[0], "signing")])
    assert metadata(read, okta, document, certificates[0]) == [ENTITY, fingerprint(certificates[0])]
