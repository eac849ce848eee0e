"""Defects are registered by name, and repaired even if their test fails."""

import pytest

from testkit.drift import faults, provider_faults
from testkit.drift.defects import access, catalog, entra, entra_readiness, identity_center, user
from testkit.drift.defects.provider import Catalog
from testkit.repository import ROOT

CHECKS = (ROOT / "docs/checks.md").read_text()


def test_every_defect_names_a_check_that_the_documents_list():
    named = {about.check for about in catalog.defects().values()}
    named |= {check for check, *_ in access.DEFECTS}
    for known in (entra.DEFECTS, identity_center.DEFECTS):
        named |= {check for about in known.values() for check in about.drifted | about.unread}
    named |= {check for checks, *_ in faults.ALL.values() for check in checks}
    assert len(named) > 40
    assert {check for check in named if f"`{check}`" not in CHECKS} == set()


def test_every_module_has_defects():
    modules = {about.plant.__module__.rpartition(".")[2] for about in catalog.defects().values()}
    assert modules == set(catalog.MODULES)
    assert all(len(module.__doc__) > 20 for module in (user, entra_readiness, provider_faults))


def steps(told):
    def plant(world, answers, okta):
        told.append("broken")
        yield
        told.append("mended")

    return catalog.Defect("a-check", "", plant)


def test_a_defect_is_mended_when_its_test_fails():
    told = []
    with pytest.raises(ZeroDivisionError):
        with steps(told).planted(None, None, None):
            1 / 0
    assert told == ["broken", "mended"]


class Report:
    """A report with these facts by check and status."""

    def __init__(self, status, **by_status):
        self.status, self.by_status = status, by_status

    def having(self, status):
        return self.by_status.get(status, {})

    def facts(self, check):
        return next(facts[check] for facts in self.by_status.values() if check in facts)


def test_a_provider_defect_takes_what_it_needs_and_knows_what_is_found():
    known, taken = Catalog(), []

    @known.planted("a", unread=["b"], word="gone")
    def something(tenant):
        taken.append(tenant)

    about = known["something"]
    about.planted(tenant="t", server="s")
    assert taken == ["t"]
    about.found(Report(1, drifted={"a": ["x is gone"]}, notChecked={"b": ["y"]}))
    for report in (
        Report(1, drifted={"a": ["x is gone"]}),
        Report(1, drifted={"a": ["x is here"]}, notChecked={"b": ["y"]}),
        Report(1, drifted={"a": ["x is gone"], "c": []}, notChecked={"b": ["y"]}),
        Report(0, drifted={"a": ["x is gone"]}, notChecked={"b": ["y"]}),
    ):
        with pytest.raises(AssertionError):
            about.found(report)
