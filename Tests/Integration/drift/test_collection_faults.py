"""Something fails in the middle: what was not read is not checked, and nothing has drifted because of it."""

import pytest

from testkit.drift import (
    faults,
    provider_faults,  # noqa: F401
)


@pytest.fixture
def server(okta_in_order, okta):
    """The identity provider's server, with nothing planned after the test."""
    yield okta_in_order
    okta_in_order.planned.clear()


@pytest.mark.parametrize("name", faults.ALL)
def test_what_was_not_read_is_not_checked(name, check, answers, server):
    expected, within, arrange = faults.ALL[name]
    arrange(answers, server)
    report = check("--within", str(within))
    assert {id: report.facts(id) for id in report.having("drifted")} == {}
    unseen = set(report.having("notChecked"))
    assert expected <= unseen, expected - unseen
    assert bool(unseen) == bool(expected), unseen
    assert report.status == (2 if expected else 0)
