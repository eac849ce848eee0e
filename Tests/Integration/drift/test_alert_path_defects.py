"""One thing at a time goes wrong on the alert path or at Okta: the right check says so, and no other."""

import json

import alert_path_defects  # noqa: F401
import defects
import okta_defects  # noqa: F401
import pytest


@pytest.mark.parametrize("name", defects.ALL)
def test_the_right_check_and_no_other_finds(name, world, answers, okta, check):
    about = defects.ALL[name]
    with about.planted(world, answers, okta):
        report = check()
    drifted = report.having("drifted")
    told = {id: report.facts(id) for id in drifted}
    assert set(drifted) == {about.check}, told
    assert report.status == 1
    assert any(about.word in json.dumps(fact) for fact in told[about.check]), told


def test_mended_it_is_green_again(check):
    """Every defect above left the set-up as it found it."""
    assert check().status == 0
