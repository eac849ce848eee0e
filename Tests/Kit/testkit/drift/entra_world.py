"""The planted set-up with Microsoft Entra ID as its identity provider."""

import contextlib
import copy
import datetime
import re

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key
from cryptography.x509.oid import NameOID

from testkit.aws import check_proxy
from testkit.aws.answers import xml
from testkit.drift.healthy import PLAN
from testkit.idp import graph_server, graph_state, okta_state
from testkit.programs import check_command

# The SAML provider keeps the name that it was planted with.
PROVIDER = f"""\
identityProvider:
  {{ kind: entra, tenant: {graph_server.TENANT}, app: sp1, client: client1,
    samlProvider: Okta, controlGroup: g9 }}
"""
TOKEN = "eyJhbGciOiJSUzI1NiJ9.web.identity-token-of-aws"


def plan(provider, **groups):
    """The plan of the set-up with another identity provider, and other ids for the groups RO and Ops."""
    text = re.sub(r"identityProvider:\n(  .*\n)+", provider, PLAN)
    for role, id in groups.items():
        text = text.replace(f"{role}: 00g{role}", f"{role}: {id}")
    assert "00g" not in text
    return text


def certificate(public):
    """A certificate for that public key (DER), as registered in Entra for the checker."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "checker")])
    now = datetime.datetime.now(datetime.UTC)
    made = x509.CertificateBuilder(name, name, load_der_public_key(public), 1, now, now + datetime.timedelta(days=9))
    return made.sign(rsa.generate_private_key(65537, 2048), hashes.SHA256())


class Entra:
    """A correct tenant behind a server, and plans for it.

    tenant  the state, which a test changes; restored after each test
    server  the server, for planned faults; they are removed after each test
    """

    def __init__(self, world, moto, memory, saml, folder):
        self.moto, self.memory, self.folder = moto, memory, folder
        names = {
            id: f"aws#EmergencyAccess_Role1_{role}#{okta_state.EMERGENCY_ACCOUNT}"
            for id, role in [("gRO", "RO"), ("gOps", "Ops")]
        }
        self.tenant = graph_state.Tenant(**names)
        self.server = graph_server.GraphServer(self.tenant, saml[0])
        self.server.certificate = certificate(world.public)
        self.server.federated = {TOKEN}
        self.plan = folder / "entra.yaml"
        self.plan.write_text(plan(PROVIDER, RO="gRO", Ops="gOps"))
        print256 = self.server.certificate.fingerprint(hashes.SHA256()).hex()
        signing = f"client: client1, signingKey: alias/breakglass-okta, certificate: {print256}"
        self.signed_plan = folder / "entra-signed.yaml"
        self.signed_plan.write_text(self.plan.read_text().replace("client: client1", signing))

    @contextlib.contextmanager
    def restored(self):
        """Restores tenant and server at the end of the context."""
        about = vars(self.tenant), {"metadata": self.server.metadata}
        kept = copy.deepcopy(about)
        yield self
        for known, before in zip([vars(self.tenant), vars(self.server)], kept, strict=True):
            known.update(before)
        self.server.planned.clear()
        self.server.requests.clear()

    def check(self, answers, *arguments, plan=None):
        """A Report of one run. Responses of the planted accounts come from the cache."""
        answers.replaced.setdefault(
            "sts:GetWebIdentityToken",
            lambda _: xml("GetWebIdentityToken", WebIdentityToken=TOKEN, Expiration="2030-01-01T00:00:00Z"),
        )
        with check_proxy.CheckProxy(self.moto, memory=self.memory) as proxy:
            proxy.answers = answers
            report = check_command.run(plan or self.plan, proxy.url, self.server.url, self.folder, *arguments)
            assert proxy.failures == []
        for secret in [TOKEN, *self.server.tokens, *self.server.assertions, "secret-of-the-server"]:
            assert secret.split(".")[-1] not in report.text
        return report
