"""The set-up with IAM Identity Center: green when clean, and one defect at a time found by the right checks."""

import pytest

from testkit.aws.answers import refusal
from testkit.drift.defects.identity_center import DEFECTS


def test_everything_is_read_and_nothing_has_drifted(center, answers):
    report = center.check(answers)
    assert {name: report.facts(name) for name in report.checks if report.facts(name)} == {}
    assert report.status == 0
    assert len(report.having("inSync")) > 40
    (warning,) = report.json["warnings"]
    assert warning.startswith("IAM Identity Center has no API that tells its signing certificate")


@pytest.mark.parametrize("name", DEFECTS)
def test_the_right_checks_and_no_others_find(name, center, answers):
    DEFECTS[name].planted(center=center, answers=answers)
    DEFECTS[name].found(center.check(answers))


# Without the name by which somebody signs in, people are told by their ids.
DISPENSABLE = {"identitystore:DescribeUser"}


def test_what_nobody_may_read_is_not_checked_and_never_in_sync(center, answers):
    """Every call to Identity Center and to its history, refused by itself."""
    wrong = {}
    for call in sorted(center.check(answers).operations - DISPENSABLE):
        answers.replaced = {call: lambda request: refusal(request, "AccessDeniedException", 400)}
        report = center.check(answers)
        if report.having("drifted") or report.status != 2 or not report.having("notChecked"):
            wrong[call] = report.status, report.having("drifted")
    assert wrong == {}
