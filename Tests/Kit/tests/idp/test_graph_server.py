"""Microsoft Graph rejects calls without a token or a role, and calls that graph.yaml does not describe."""

import base64
import json
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from joserfc import jwk, jwt

from testkit.idp.graph_server import TENANT
from testkit.idp.saml_documents import certificate

SELECT = "%24select=id,displayName"


def ask(entra, path, token=None, data=None):
    """Status and document."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    url = path if path.startswith("http") else entra.url + path
    try:
        answer = urllib.request.urlopen(urllib.request.Request(url, data, headers), timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, json.loads(answer.read() or b"null")


def sign_in(entra, assertion):
    form = urllib.parse.urlencode({
        "client_assertion": assertion, "grant_type": "client_credentials", "client_id": "client1",
        "scope": "https://graph.microsoft.com/.default",
    })  # fmt: skip
    return ask(entra, f"/{TENANT}/oauth2/v2.0/token", data=form.encode())


@pytest.fixture
def token(entra):
    entra.federated = {"token-of-aws"}
    return sign_in(entra, "token-of-aws")[1]["access_token"]


def paths(entra):
    """A path of each operation, with every parameter that it requires."""
    for path, operations in entra.paths.items():
        yield path, operations["get"]


def test_a_token_of_aws_is_taken_where_it_is_trusted(entra):
    assert sign_in(entra, "token-of-aws")[1]["error"] == "invalid_client"
    entra.federated = {"token-of-aws"}
    status, document = sign_in(entra, "token-of-aws")
    assert (status, document["token_type"]) == (200, "Bearer")
    assert ask(entra, f"/v1.0/users/nobody?{SELECT}", document["access_token"])[0] in (400, 404)


def test_without_a_token_nothing_is_read(entra, token):
    path = "/v1.0/servicePrincipals/sp1"
    assert ask(entra, path)[0] == ask(entra, path, token + "x")[0] == 401
    assert ask(entra, path, token)[0] != 401


def test_without_the_role_it_is_denied(entra, token):
    for path, operation in paths(entra):
        entra.tenant.roles = [operation["x-scope"]]
        allowed = ask(entra, path.replace("{id}", "g1"), token)[0]
        entra.tenant.roles = []
        assert (allowed != 403) and ask(entra, path.replace("{id}", "g1"), token)[0] == 403, path


def test_what_is_not_described_is_refused(entra, token):
    assert ask(entra, "/v1.0/applications", token)[0] == 403
    assert ask(entra, "/v1.0/servicePrincipals/sp1?color=red", token)[0] == 400


def members(entra, token):
    """Ids, page by page."""
    operation = entra.paths["/v1.0/groups/{id}/transitiveMembers"]["get"]
    named = {p["name"]: p for p in operation["parameters"] if "name" in p}
    query = {name: p["schema"].get("enum", [999])[0] for name, p in named.items()
             if p.get("in") == "query" and p.get("required")}  # fmt: skip
    url, found = f"/v1.0/groups/g1/transitiveMembers?{urllib.parse.urlencode(query)}", []
    while url:
        status, page = ask(entra, url, token)
        assert status == 200, page
        found.append([member["id"] for member in page["value"]])
        url = page.get("@odata.nextLink")
    return found


def test_members_come_in_pages_with_those_of_groups_and_of_active_schedules(entra, token):
    tenant = entra.tenant
    tenant.limit = 2
    tenant.members["g1"] = [tenant.user("u1", "1@example.com"), tenant.user("g9", "a group")]
    tenant.schedules = [
        tenant.schedule("g1", "u2", "activated"), tenant.schedule("g1", "u3", "eligible"),
    ]  # fmt: skip
    assert members(entra, token) == [["u1", "g9"], ["u2", "u9"]]


KEY = rsa.generate_private_key(65537, 2048)


def signed(entra, key=KEY, **changes):
    """An assertion as Entra takes one: PS256, by the registered certificate."""
    now = int(time.time())
    claims = {
        "iss": "client1", "sub": "client1", "aud": f"{entra.url}/{TENANT}/oauth2/v2.0/token",
        "nbf": now, "exp": now + 300, "jti": str(uuid.uuid4()),
    } | changes  # fmt: skip
    print256 = base64.urlsafe_b64encode(entra.certificate.fingerprint(hashes.SHA256()))
    header = {"alg": "PS256", "typ": "JWT", "x5t#S256": print256.decode().rstrip("=")}
    return jwt.encode(header, claims, jwk.RSAKey.import_key(key), algorithms=["PS256"])


@pytest.fixture
def registered(entra):
    now = x509.load_der_x509_certificate(base64.b64decode(certificate()))
    made = x509.CertificateBuilder(
        now.subject, now.subject, KEY.public_key(), 1, now.not_valid_before_utc, now.not_valid_after_utc
    )
    entra.certificate = made.sign(KEY, hashes.SHA256())
    return entra


def test_an_assertion_of_the_registered_key_is_good_once(registered):
    once = signed(registered)
    assert sign_in(registered, once)[0] == 200
    assert sign_in(registered, once)[1]["error"] == "invalid_client"


@pytest.mark.parametrize("changes", [{"aud": "x"}, {"iss": "x"}, {"exp": 1}, {"nbf": 9_999_999_999}])
def test_an_assertion_that_says_something_else_is_refused(registered, changes):
    assert sign_in(registered, signed(registered, **changes))[0] == 401
