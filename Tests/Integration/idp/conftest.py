"""What the tests of identity providers share: an Okta in order, and a plan that fits it."""

import base64

import pytest
from joserfc import jwk

from testkit.aws import check_proxy
from testkit.idp import graph_server, graph_state, okta_server, okta_state, saml_documents
from testkit.idp.token_service import TokenService
from testkit.programs import idp_probe


@pytest.fixture
def plan():
    """One account with one role, in the form in which the checker carries its plan."""
    return {
        "schema": "breakglass.plan/2", "organization": "example",
        "emergencyAccount": okta_state.EMERGENCY_ACCOUNT, "partition": "aws",
        "home": "eu-west-1",
        "identityProvider": {
            "kind": "okta", "domain": "example.okta.com", "app": "0oa1", "client": "0oa2",
            "samlProvider": "Okta", "groupName": "aws#{role}#{account}", "controlGroup": "00g9",
        },
        "roles": [{"name": "RO", "managedPolicies": ["ReadOnlyAccess"], "inlinePolicies": []}],
        "accounts": [{"number": 1, "id": "111122223333", "name": "production", "roles": ["RO"],
                      "groups": {"RO": "00g1"}}],
        "responders": ["jane@example.com"],
    }  # fmt: skip


@pytest.fixture
def key(boto, plan):
    """An RSA key in KMS, named by the plan."""
    made = boto("kms").create_key(KeySpec="RSA_2048", KeyUsage="SIGN_VERIFY")["KeyMetadata"]
    plan["identityProvider"]["signingKey"] = made["KeyId"]
    return made["KeyId"]


@pytest.fixture
def public_key(boto, key):
    """Its public half as a JWK, known by its thumbprint, as `breakglass plan idp` prints it."""
    spki = boto("kms").get_public_key(KeyId=key)["PublicKey"]
    public = jwk.RSAKey.import_key(
        b"-----BEGIN PUBLIC KEY-----\n" + base64.encodebytes(spki) + b"-----END PUBLIC KEY-----\n"
    )
    return public.as_dict() | {"kid": public.thumbprint()}


@pytest.fixture(scope="session")
def saml():
    return saml_documents.example()


@pytest.fixture
def okta(saml):
    organization = okta_state.Organization(*saml)
    with okta_server.OktaServer(organization) as server:
        yield server


@pytest.fixture
def read(okta, plan, tmp_path):
    """Reads that Okta with a stored token."""

    def run(**parameters):
        token = {"token": "ssws-token-of-the-tests"}
        reading = idp_probe.run(plan, tmp_path, url=okta.url, **token | parameters)
        assert "ssws-token-of-the-tests" not in reading.printed
        return reading

    return run


@pytest.fixture
def entra(saml):
    """A tenant of Microsoft Entra ID in order."""
    name = f"aws#{okta_state.ROLE}#{okta_state.EMERGENCY_ACCOUNT}"
    with graph_server.GraphServer(graph_state.Tenant(g1=name), saml[0]) as server:
        yield server


@pytest.fixture
def read_entra(entra, plan, tmp_path, aws_environment):
    """Reads that tenant with a token of AWS's own."""
    plan["identityProvider"] |= {
        "kind": "entra", "tenant": graph_server.TENANT, "app": "sp1", "client": "client1",
        "controlGroup": "g9",
    }  # fmt: skip
    plan["accounts"][0]["groups"]["RO"] = "g1"
    with TokenService(None) as service, check_proxy.CheckProxy(service.url) as proxy:
        entra.federated = {service.token}

        def run(**parameters):
            environment = aws_environment | {"AWS_ENDPOINT_URL_STS": proxy.url}
            reading = idp_probe.run(plan, tmp_path, environment, entra.url, **parameters)
            for secret in [*entra.tokens, *entra.assertions, "secret-of-the-server"]:
                assert secret.split(".")[-1] not in reading.printed
            return reading

        run.proxy = proxy
        yield run
    assert proxy.failures == []
