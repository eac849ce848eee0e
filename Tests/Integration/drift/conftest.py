"""`breakglass check` against a set-up that the templates describe, in moto, every request checked."""

import copy
import urllib.request

import pytest

from testkit.aws import check_proxy, unknown_to_moto
from testkit.aws.memory import Memory
from testkit.aws.moto import moto_server
from testkit.drift import entra_world, identity_center_world, okta_world
from testkit.drift.healthy import MEMBERS, Healthy
from testkit.idp import saml_documents
from testkit.programs import check_command


@pytest.fixture(scope="session")
def moto():
    """A moto of its own, with the policies that AWS manages: roles carry them."""
    with moto_server(MOTO_IAM_LOAD_MANAGED_POLICIES="true") as url:
        yield url


@pytest.fixture(scope="session")
def saml():
    return saml_documents.example()


@pytest.fixture(scope="session")
def world(moto, saml, tmp_path_factory):
    """A set-up in order. Planting takes a while: whoever breaks it mends it."""
    urllib.request.urlopen(f"{moto}/moto-api/reset", data=b"", timeout=60).close()
    return Healthy(moto, tmp_path_factory.mktemp("world"), saml[0].decode())


@pytest.fixture
def okta(okta_in_order):
    """An Okta that fits the plan; in order again after each test."""
    kept = copy.deepcopy({k: v for k, v in vars(okta_in_order.organization).items() if k != "url"})
    yield okta_in_order.organization
    vars(okta_in_order.organization).update(kept)


@pytest.fixture(scope="session")
def okta_in_order(world, saml):
    with okta_world.server(saml, world.public) as server:
        yield server


@pytest.fixture
def answers():
    return unknown_to_moto.Answers(MEMBERS)


@pytest.fixture
def check(world, moto, memory, okta, okta_in_order, answers, tmp_path):
    """check(): a Report of one run. Its `operations` is what was asked of AWS.

    It takes further words of the command, another plan's file, what of `running` runs it, and who answers
    instead of `answers`.
    """

    def run(*arguments, plan=world.plan, by=check_command.run, answers=answers):
        with check_proxy.CheckProxy(moto, memory=memory) as proxy:
            proxy.answers = answers
            report = by(plan, proxy.url, okta_in_order.url, tmp_path, *arguments)
            assert proxy.failures == []
        report.operations = set(proxy.operations)
        return report

    return run


@pytest.fixture(scope="session")
def entra_in_order(world, moto, memory, saml, tmp_path_factory):
    entra = entra_world.Entra(world, moto, memory, saml, tmp_path_factory.mktemp("entra"))
    with entra.server:
        yield entra


@pytest.fixture
def entra(entra_in_order):
    """The planted set-up with Microsoft Entra ID; in order again after each test."""
    with entra_in_order.restored() as entra:
        yield entra


@pytest.fixture(scope="session")
def memory(world):
    """What the planted accounts answered; of a service that a test changes everything is forgotten."""
    memory = Memory()
    world.emergency.on_change = world.production.on_change = memory.forget
    return memory


@pytest.fixture
def center(world, moto, memory, tmp_path):
    """The planted set-up with an IAM Identity Center of its own."""
    return identity_center_world.IdentityCenter(world, moto, memory, tmp_path)
