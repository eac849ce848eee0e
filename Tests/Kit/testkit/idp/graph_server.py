"""A tenant of Microsoft Entra ID: graph.yaml served by connexion, and a token endpoint."""

import base64
import hashlib
import json
import os
import re
import secrets
import time
import urllib.parse

import connexion
import yaml
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.serialization import Encoding

from testkit.servers.web_server import Fault, WebServer

DESCRIPTION = os.path.join(os.path.dirname(__file__), "graph.yaml")
TENANT = "72f988bf-0000-0000-0000-000000000000"


class GraphServer(WebServer):
    def __init__(self, tenant, metadata):
        self.tenant, self.metadata = tenant, metadata
        self.certificate = None  # an x509.Certificate that is registered
        self.federated = set()  # tokens of AWS's that are trusted
        self.tokens, self.assertions, self.used = set(), [], set()
        with open(DESCRIPTION) as file:
            self.paths = yaml.safe_load(file)["paths"]
        app = connexion.AsyncApp("graph", specification_dir=os.path.dirname(DESCRIPTION))
        app.add_api(
            "graph.yaml", strict_validation=True, validate_responses=True,
            resolver=connexion.resolver.Resolver(lambda name: getattr(tenant, name)),
        )  # fmt: skip
        super().__init__(app)
        tenant.url = self.url

    async def gate(self, request):
        if request.path == f"/{TENANT}/federationmetadata/2007-06/federationmetadata.xml":
            assert "authorization" not in request.headers and request.query == "appid=app1"
            return Fault(200, self.metadata, {"content-type": "application/samlmetadata+xml"})
        if request.path == f"/{TENANT}/oauth2/v2.0/token" and request.method == "POST":
            return self.token(dict(urllib.parse.parse_qsl(request.body.decode())))
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme != "Bearer" or token not in self.tokens:
            return Fault(401, {"error": {"code": "InvalidAuthenticationToken"}})
        for path, operations in self.paths.items():
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", path), request.path):
                if operations["get"]["x-scope"] in self.tenant.roles:
                    return None
        return Fault(403, {"error": {"code": "Authorization_RequestDenied"}})

    def token(self, form):
        assertion = form["client_assertion"]
        self.assertions.append(assertion)
        asked = (form["grant_type"], form["client_id"], form["scope"])
        assert asked == ("client_credentials", "client1", "https://graph.microsoft.com/.default")
        if not (assertion in self.federated or self.signed(assertion)):
            text = {"error": "invalid_client", "error_codes": [700027], "trace_id": assertion}
            return Fault(401, text)
        claims = {"roles": self.tenant.roles, "jti": secrets.token_hex(8)}
        payload = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
        token = f"eyJ9.{payload}.{secrets.token_urlsafe(24)}"
        self.tokens.add(token)
        return Fault(
            200, {"token_type": "Bearer", "expires_in": 3599, "ext_expires_in": 3599,
                  "access_token": token},
        )  # fmt: skip

    def signed(self, assertion):
        """Whether the assertion is valid, unused, and signed by the registered certificate's key."""
        if not self.certificate or assertion.count(".") != 2:
            return False
        head, body, signature = assertion.split(".")
        header, claims = json.loads(decode(head)), json.loads(decode(body))
        print256 = hashlib.sha256(self.certificate.public_bytes(Encoding.DER)).digest()
        if header != {"alg": "PS256", "typ": "JWT", "x5t#S256": encode(print256)}:
            return False
        # moto's salts are longer than KMS's, which are as long as the hash.
        self.certificate.public_key().verify(
            decode(signature), f"{head}.{body}".encode(),
            padding.PSS(padding.MGF1(hashes.SHA256()), padding.PSS.AUTO), hashes.SHA256(),
        )  # fmt: skip
        fresh = claims["jti"] not in self.used
        self.used.add(claims["jti"])
        now = time.time()
        return (
            fresh and claims["iss"] == claims["sub"] == "client1"
            and claims["aud"] == f"{self.url}/{TENANT}/oauth2/v2.0/token"
            and claims["nbf"] <= now + 5 and now < claims["exp"] <= now + 600
        )  # fmt: skip


def encode(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
