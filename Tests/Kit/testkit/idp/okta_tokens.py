"""Okta's authorization server for service apps: assertions, proofs of possession, nonces, scopes.

Sources: RFC 7523, RFC 9449, Okta's guides. test_glewlwyd.py sends the same tokens to Glewlwyd, an
independent server.
"""

import base64
import hashlib
import json
import secrets
import time

from joserfc import jwk, jws, jwt

ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


class Refused(Exception):
    def __init__(self, error, status=400):
        super().__init__(error)
        self.error, self.status = error, status


class AuthorizationServer:
    def __init__(self):
        self.url = ""
        self.clients = {}  # client id: (JWKs, granted scopes)
        self.demands_proof = True
        self.demands_nonce_at_resources = False
        self.nonce = secrets.token_urlsafe(12)
        self.tokens = {}  # token: (scopes, thumbprint of the key it is bound to)
        self.stored = {"ssws-token-of-the-tests"}
        self.used = set()
        self.assertions = []

    def token(self, form, proof):
        """The answer to a token request: status, headers, document."""
        try:
            client, scopes = self.client(form)
            thumbprint = self.proof(proof, "POST", self.url + "/oauth2/v1/token") if proof else None
            if self.demands_proof and thumbprint is None:
                raise Refused("invalid_dpop_proof")
        except Refused as refused:
            # What a server writes to explain itself may repeat what it was sent.
            text = {"error": refused.error, "error_description": form.get("client_assertion", "")}
            return refused.status, {"dpop-nonce": self.nonce}, text
        value = "token." + secrets.token_urlsafe(24)
        self.tokens[value] = (scopes, thumbprint)
        return 200, {}, {
            "token_type": "DPoP" if thumbprint else "Bearer", "expires_in": 3600,
            "access_token": value, "scope": " ".join(scopes),
        }  # fmt: skip

    def client(self, form):
        if form.get("grant_type") != "client_credentials":
            raise Refused("unsupported_grant_type")
        if form.get("client_assertion_type") != ASSERTION:
            raise Refused("invalid_client", 401)
        assertion = form.get("client_assertion", "")
        self.assertions.append(assertion)
        try:
            claimed = json.loads(decode(assertion.split(".")[1]))
            keys, granted = self.clients[claimed["iss"]]
            header = json.loads(decode(assertion.split(".")[0]))
            key = next(key for key in keys if key["kid"] == header["kid"])
            claims = jwt.decode(assertion, jwk.RSAKey.import_key(key), algorithms=["RS256"]).claims
        except Exception as problem:
            raise Refused("invalid_client", 401) from problem
        now = time.time()
        fits = (
            claims["sub"] == claims["iss"]
            and claims["aud"] == self.url + "/oauth2/v1/token"
            and now < claims["exp"] <= now + 3600
            and claims["iat"] <= now + 5
        )
        if not fits or not self.fresh("assertion", claims["jti"]):
            raise Refused("invalid_client", 401)
        wanted = form.get("scope", "").split()
        if not wanted or not all(scope.endswith(".read") for scope in wanted):
            raise Refused("invalid_scope")
        # Okta grants what the app was given of what was asked for.
        return claims["iss"], [scope for scope in wanted if scope in granted] + [
            scope for scope in granted if scope.startswith("extra.")
        ]

    def proof(self, proof, method, url, token=None):
        """The thumbprint of the key that signed a proof."""
        try:
            header = json.loads(decode(proof.split(".")[0]))
            if header["typ"] != "dpop+jwt" or "kid" in header or "d" in header["jwk"]:
                raise Refused("invalid_dpop_proof")
            key = jwk.ECKey.import_key(header["jwk"])
            content = jws.deserialize_compact(proof, key, algorithms=["ES256"])
            claims = json.loads(content.payload)
        except Refused:
            raise
        except Exception as problem:
            raise Refused("invalid_dpop_proof") from problem
        hashed = encode(hashlib.sha256((token or "").encode()).digest())
        fits = (
            claims["htm"] == method
            and claims["htu"] == url
            and abs(time.time() - claims["iat"]) < 300
            and (token is None or claims.get("ath") == hashed)
        )
        if not fits or not self.fresh("proof", claims["jti"]):
            raise Refused("invalid_dpop_proof")
        if token is None or self.demands_nonce_at_resources:
            if claims.get("nonce") != self.nonce:
                raise Refused("use_dpop_nonce")
        return key.thumbprint()

    def scopes(self, authorization, proof, method, url):
        """The scopes of a request; None allows everything.

        Raises Refused with the error that goes into WWW-Authenticate.
        """
        scheme, _, value = (authorization or "").partition(" ")
        if scheme == "SSWS" and value in self.stored:
            return None
        if value not in self.tokens:
            raise Refused("invalid_token")
        scopes, thumbprint = self.tokens[value]
        if thumbprint is None:
            if scheme != "Bearer":
                raise Refused("invalid_token")
        elif scheme != "DPoP" or self.proof(proof or "", method, url, value) != thumbprint:
            raise Refused("invalid_dpop_proof")
        return scopes

    def fresh(self, kind, identifier):
        known = (kind, identifier) in self.used
        self.used.add((kind, identifier))
        return bool(identifier) and not known


def encode(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
