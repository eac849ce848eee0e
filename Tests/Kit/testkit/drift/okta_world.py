"""An Okta organization for the planted set-up."""

import base64
import contextlib

from joserfc import jwk

from testkit.idp.okta_server import OktaServer
from testkit.idp.okta_state import EMERGENCY_ACCOUNT, Organization

SCOPES = ["okta.apps.read", "okta.groups.read", "okta.logStreams.read", "okta.logs.read",
          "okta.policies.read", "okta.users.read"]  # fmt: skip
GROUPS = {"00gRO": "EmergencyAccess_Role1_RO", "00gOps": "EmergencyAccess_Role1_Ops"}


def public_key(spki):
    """A public key as a JWK, from its DER form."""
    pem = b"-----BEGIN PUBLIC KEY-----\n" + base64.encodebytes(spki) + b"-----END PUBLIC KEY-----\n"
    return jwk.RSAKey.import_key(pem)


@contextlib.contextmanager
def server(saml, spki):
    """An OktaServer with two groups, both empty, that knows the checker's public key."""
    organization = Organization(*saml)
    del organization.groups["00g1"], organization.members["00g1"]
    for id, role in GROUPS.items():
        organization.groups[id] = organization.group(id, f"aws#{role}#{EMERGENCY_ACCOUNT}")
        organization.members[id] = []
    organization.app_groups = [{"id": id, "priority": 0} for id in GROUPS]
    organization.policy_rules[1]["conditions"]["people"]["groups"]["include"] = list(GROUPS)
    public = public_key(spki)
    with OktaServer(organization) as server:
        known = public.as_dict() | {"kid": public.thumbprint()}
        server.tokens.clients["0oa2"] = ([known], list(SCOPES))
        yield server
