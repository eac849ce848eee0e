"""One thing at a time goes wrong: the right check says so, and no other."""

import pytest

from testkit.drift.defects import catalog

DEFECTS = catalog.defects()


@pytest.mark.parametrize("name", DEFECTS)
def test_the_right_check_and_no_other_finds(name, world, answers, okta, check):
    about = DEFECTS[name]
    with about.planted(world, answers, okta):
        report = check()
    told = {id: report.facts(id) for id in report.having("drifted")}
    assert set(told) == {about.check}, told
    assert report.status == 1
    assert any(about.word in fact for fact in told[about.check]), told


def test_an_account_that_nobody_planned_is_named(answers, check):
    """It is worth knowing, and a decision: nobody has to plan every account."""
    new = {"Id": "444433332222", "Name": "new", "Status": "ACTIVE", "State": "ACTIVE"}
    answers.members = [*answers.members, new]
    report = check()
    assert report.status == 0
    assert any("444433332222 (new)" in fact for fact in report.facts("workload-roles-exist"))


def test_mended_it_is_green_again(check):
    """Every defect above left the set-up as it found it."""
    assert check().status == 0
