"""SAML metadata is well formed, and its certificates are where the standard puts them."""

import base64
import datetime
import xml.etree.ElementTree as ElementTree

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from testkit.idp import saml_documents

MD, DS = "{urn:oasis:names:tc:SAML:2.0:metadata}", "{http://www.w3.org/2000/09/xmldsig#}"


def signing(document):
    """The identity provider's certificates for signing, in order."""
    root = ElementTree.fromstring(document)
    found = []
    for key in root.findall(f"{MD}IDPSSODescriptor/{MD}KeyDescriptor"):
        if key.get("use") in (None, "signing"):
            found += ["".join(one.text.split()) for one in key.iter(f"{DS}X509Certificate")]
    return found


def test_a_certificate_is_valid_for_as_long_as_it_is_asked_for():
    der = base64.b64decode(saml_documents.certificate(days=20))
    left = x509.load_der_x509_certificate(der).not_valid_after_utc - datetime.datetime.now(datetime.UTC)
    assert datetime.timedelta(days=19) < left <= datetime.timedelta(days=20)


def test_the_fingerprint_is_cryptographys():
    made = saml_documents.certificate()
    known = x509.load_der_x509_certificate(base64.b64decode(made)).fingerprint(hashes.SHA256())
    assert saml_documents.fingerprint(made) == known.hex()


def test_metadata_has_its_entity_and_one_certificate():
    document, made = saml_documents.example()
    assert ElementTree.fromstring(document).get("entityID") == "http://www.okta.com/exk1"
    assert signing(document) == [made]


def test_several_keys_keep_their_order_and_use():
    first, second, other = (saml_documents.certificate() for _ in range(3))
    made = [
        saml_documents.key(first, "signing"), saml_documents.key(other, "encryption"),
        saml_documents.key(second, eol="\r\n"),
    ]  # fmt: skip
    assert signing(saml_documents.keys("https://x", made)) == [first, second]


def test_federation_metadata_has_keys_of_other_roles_too():
    certificates = [saml_documents.certificate() for _ in range(7)]
    document = saml_documents.federation_metadata("https://x", certificates[:2], certificates[2:])
    assert document.startswith(b"\xef\xbb\xbf") and b"\r\n" in document
    assert signing(document) == certificates[:2]
    text = "".join(document.decode().split())
    assert all(one in text for one in certificates)
