"""SAML metadata as identity providers serve it, with certificates of our own."""

import base64
import datetime
import hashlib
import textwrap

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

TEMPLATE = """<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{entity}">
  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
        <ds:X509Certificate>{certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
    </md:KeyDescriptor>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
      Location="https://idp.example.com/sso/saml"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
"""


def certificate(days=3650):
    """A self-signed certificate that is valid for so many days: Base64 of the DER form."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "example.okta.com")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=days))
        .sign(key, hashes.SHA256())
    )
    return base64.b64encode(made.public_bytes(serialization.Encoding.DER)).decode()


def metadata(entity, certificate):
    return TEMPLATE.format(entity=entity, certificate=certificate).encode()


def example():
    """Metadata of an identity provider, and its certificate (Base64 of the DER form)."""
    made = certificate()
    return metadata("http://www.okta.com/exk1", made), made


def fingerprint(certificate):
    """SHA-256 of the DER form, as the checks name a certificate."""
    return hashlib.sha256(base64.b64decode(certificate)).hexdigest()


def key(certificate, use=None, eol="\n"):
    """A KeyDescriptor; its certificate in lines, as many products write it."""
    lines = eol.join(textwrap.wrap(certificate, 64))
    used = f' use="{use}"' if use else ""
    return (
        f'<KeyDescriptor{used}><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>{eol}'
        f"<X509Certificate>{eol}{lines}{eol}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>"
    )


def keys(entity, descriptors, valid_until=""):
    """Metadata with these KeyDescriptors, as Okta serves it while a key is rolled over."""
    until = f' validUntil="{valid_until}"' if valid_until else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{entity}"{until}>
  <IDPSSODescriptor WantAuthnRequestsSigned="false"
    protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    {"".join(descriptors)}
    <NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified</NameIDFormat>
    <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
      Location="https://idp.example.com/app/exk1/sso/saml"/>
  </IDPSSODescriptor>
</EntityDescriptor>
""".encode()


def federation_metadata(entity, signing, others):
    """FederationMetadata.xml as AD FS and Entra serve it: signed, with roles of WS-Federation and of a
    service provider around the one that counts. `others` are certificates that sign no assertion of SAML:
    of the document's signature, of each other role, for encryption.
    """
    document, application, token_service, service_provider, encryption = others
    fed = 'xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706"'
    xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    protocol = 'protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"'
    wsfed = (
        'protocolSupportEnumeration="http://docs.oasis-open.org/ws-sx/ws-trust/200512 '
        'http://schemas.xmlsoap.org/ws/2005/02/trust http://docs.oasis-open.org/wsfed/federation/200706"'
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<EntityDescriptor ID="_f1" entityID="{entity}" xmlns="urn:oasis:names:tc:SAML:2.0:metadata">
<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo/><ds:SignatureValue>AA==</ds:SignatureValue>
<KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>{document}</X509Certificate></X509Data>
</KeyInfo></ds:Signature>
<RoleDescriptor xsi:type="fed:ApplicationServiceType" {wsfed} ServiceDisplayName="sts" {xsi} {fed}>
{key(application, "encryption")}{key(application, "signing")}
<fed:TargetScopes><EndpointReference xmlns="http://www.w3.org/2005/08/addressing"><Address>{entity}</Address>
</EndpointReference></fed:TargetScopes></RoleDescriptor>
<RoleDescriptor xsi:type="fed:SecurityTokenServiceType" {wsfed} ServiceDisplayName="sts" {xsi} {fed}>
{key(token_service, "signing")}<fed:TokenTypesOffered><fed:TokenType Uri="urn:oasis:names:tc:SAML:2.0:assertion"/>
</fed:TokenTypesOffered></RoleDescriptor>
<SPSSODescriptor WantAssertionsSigned="true" {protocol}>{key(service_provider, "signing")}
<AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
  Location="https://sts.example.com/adfs/ls/" index="0" isDefault="true"/></SPSSODescriptor>
<IDPSSODescriptor {protocol}>{key(encryption, "encryption")}{"".join(key(one, "signing") for one in signing)}
<SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
  Location="https://sts.example.com/adfs/ls/"/>
<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
  Location="https://sts.example.com/adfs/ls/"/>
<Attribute Name="http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn" FriendlyName="UPN"
  NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"
  xmlns="urn:oasis:names:tc:SAML:2.0:assertion"/></IDPSSODescriptor>
<ContactPerson contactType="support"/>
</EntityDescriptor>
""".replace("\n", "\r\n").encode("utf-8-sig")
