"""Correct identity providers, for the tests of the servers."""

import pytest

from testkit.idp import graph_server, graph_state, okta_server, okta_state, saml_documents


@pytest.fixture(scope="session")
def saml():
    return saml_documents.example()


@pytest.fixture
def okta(saml):
    with okta_server.OktaServer(okta_state.Organization(*saml)) as server:
        yield server


@pytest.fixture
def entra(saml):
    tenant = graph_state.Tenant(g1=f"aws#{okta_state.ROLE}#{okta_state.EMERGENCY_ACCOUNT}")
    with graph_server.GraphServer(tenant, saml[0]) as server:
        yield server
