"""Okta's authorization server accepts a valid assertion with a valid proof, once."""

import base64
import hashlib
import time
import uuid

import pytest
from joserfc import jwk, jws, jwt

from testkit.idp.okta_tokens import ASSERTION, AuthorizationServer, Refused

URL = "https://example.okta.com"
TOKEN_URL = f"{URL}/oauth2/v1/token"
READ = ["okta.groups.read", "okta.users.read"]
CLIENT_KEY = jwk.RSAKey.generate_key(2048)
PROOF_KEY = jwk.ECKey.generate_key("P-256")


@pytest.fixture
def server():
    server = AuthorizationServer()
    server.url = URL
    known = CLIENT_KEY.as_dict(private=False) | {"kid": CLIENT_KEY.thumbprint()}
    server.clients["0oa2"] = ([known], [*READ, "extra.apps.manage"])
    return server


def assertion(key=CLIENT_KEY, **changes):
    now = int(time.time())
    claims = {
        "iss": "0oa2", "sub": "0oa2", "aud": TOKEN_URL, "iat": now, "exp": now + 300,
        "jti": str(uuid.uuid4()),
    } | changes  # fmt: skip
    return jwt.encode({"alg": "RS256", "kid": CLIENT_KEY.thumbprint()}, claims, key)


def proof(nonce=None, method="POST", url=TOKEN_URL, token=None, key=PROOF_KEY, **changes):
    header = {"alg": "ES256", "typ": "dpop+jwt", "jwk": key.as_dict(private=False)}
    claims = {"htm": method, "htu": url, "iat": int(time.time()), "jti": str(uuid.uuid4())}
    if nonce:
        claims["nonce"] = nonce
    if token:
        digest = hashlib.sha256(token.encode()).digest()
        claims["ath"] = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    header["jwk"].pop("kid", None)
    text = jwt.encode(header, claims | changes, key, algorithms=["ES256"])
    assert jws.extract_compact(text.encode()).headers()["typ"] == "dpop+jwt"
    return text


def form(**changes):
    return {
        "grant_type": "client_credentials", "client_assertion_type": ASSERTION,
        "client_assertion": assertion(), "scope": " ".join(READ),
    } | changes  # fmt: skip


def issued(server):
    status, _, document = server.token(form(), proof(server.nonce))
    assert status == 200, document
    return document["access_token"]


def test_a_bound_token_is_issued_with_the_scopes_that_were_granted(server):
    status, _, document = server.token(form(scope=f"{READ[0]} okta.logs.read"), proof(server.nonce))
    assert (status, document["token_type"]) == (200, "DPoP")
    assert document["scope"].split() == [READ[0], "extra.apps.manage"]


def test_a_nonce_is_asked_for_and_given(server):
    status, headers, document = server.token(form(), proof())
    assert (status, document["error"]) == (400, "use_dpop_nonce")
    assert server.token(form(), proof(headers["dpop-nonce"]))[0] == 200


def test_without_a_proof_there_is_a_token_only_where_none_is_demanded(server):
    assert server.token(form(), None)[2]["error"] == "invalid_dpop_proof"
    server.demands_proof = False
    assert server.token(form(), None)[2]["token_type"] == "Bearer"


@pytest.mark.parametrize(
    "changes, error",
    [
        ({"grant_type": "password"}, "unsupported_grant_type"),
        ({"client_assertion_type": "x"}, "invalid_client"),
        ({"client_assertion": ""}, "invalid_client"),
        ({"scope": ""}, "invalid_scope"),
        ({"scope": "okta.groups.manage"}, "invalid_scope"),
    ],
)
def test_a_bad_request_gets_no_token(server, changes, error):
    assert server.token(form(**changes), proof(server.nonce))[2]["error"] == error
    assert server.tokens == {}


@pytest.mark.parametrize(
    "changes",
    [{"iss": "0oa3"}, {"sub": "0oa3"}, {"aud": URL}, {"exp": 1}, {"exp": 9_999_999_999}, {"jti": ""}],
    ids=str,
)
def test_an_assertion_that_says_something_else_is_refused(server, changes):
    said = server.token(form(client_assertion=assertion(**changes)), proof(server.nonce))
    assert (said[0], said[2]["error"]) == (401, "invalid_client")


def test_an_assertion_of_another_key_is_refused(server):
    forged = assertion(jwk.RSAKey.generate_key(2048))
    assert server.token(form(client_assertion=forged), proof(server.nonce))[0] == 401


def test_an_assertion_and_a_proof_are_good_once(server):
    once, nonce = assertion(), server.nonce
    assert server.token(form(client_assertion=once), proof(nonce))[0] == 200
    again = server.token(form(client_assertion=once), proof(nonce))
    assert (again[0], again[2]["error"]) == (401, "invalid_client")
    shown = proof(nonce)
    assert server.token(form(), shown)[0] == 200
    assert server.token(form(), shown)[2]["error"] == "invalid_dpop_proof"


@pytest.mark.parametrize(
    "changes", [{"htm": "GET"}, {"htu": URL}, {"iat": 1}, {"jti": ""}], ids=lambda c: next(iter(c))
)
def test_a_bad_proof_is_refused(server, changes):
    said = server.token(form(), proof(server.nonce, **changes))
    assert said[2]["error"] == "invalid_dpop_proof"


def test_a_bound_token_is_good_with_its_key_alone(server):
    token, url = issued(server), f"{URL}/api/v1/groups"
    with_key = proof(method="GET", url=url, token=token)
    assert set(READ) < set(server.scopes(f"DPoP {token}", with_key, "GET", url))
    other = proof(method="GET", url=url, token=token, key=jwk.ECKey.generate_key("P-256"))
    for authorization, shown in [
        (f"DPoP {token}", other),
        (f"DPoP {token}", None),
        (f"DPoP {token}", proof(method="GET", url=url)),
        (f"Bearer {token}", None),
        ("DPoP nobody", with_key),
        (None, None),
    ]:
        with pytest.raises(Refused):
            server.scopes(authorization, shown, "GET", url)


def test_a_stored_token_may_do_everything(server):
    assert server.scopes("SSWS ssws-token-of-the-tests", None, "GET", URL) is None
    with pytest.raises(Refused):
        server.scopes("SSWS another", None, "GET", URL)
