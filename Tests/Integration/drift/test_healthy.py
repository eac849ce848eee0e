"""The clean set-up is green: what the templates make of a plan is what the checks expect."""

import concurrent.futures

from testkit.aws.answers import refusal
from testkit.aws.unknown_to_moto import Answers
from testkit.drift.healthy import MEMBERS


def test_everything_is_read_and_nothing_has_drifted(check):
    report = check()
    said = {name: report.facts(name) for name in report.checks if report.facts(name)}
    assert {name: said[name] for name in report.having("drifted")} == {}
    assert {name: said[name] for name in report.having("notChecked")} == {}
    assert report.status == 0
    assert len(report.having("inSync")) > 40


# Whose refusal changes nothing: a report less than four hours old is there without it, and how root users
# are managed matters only where root has no MFA.
DISPENSABLE = {"iam:GenerateCredentialReport", "iam:ListOrganizationsFeatures"}
EVERYTHING = {"sts:AssumeRole", "sts:GetCallerIdentity"}


def test_what_nobody_may_read_is_not_checked_and_never_in_sync(check):
    """Every call that a run makes, refused by itself: some check says so, and none has drifted."""


    def refused(call):
        answers = Answers(MEMBERS)
        answers.replaced = {call: lambda request: refusal(request, "AccessDenied")}
        return check(answers=answers)

    calls = sorted(check().operations - DISPENSABLE - EVERYTHING)
    wrong = {}
    with concurrent.futures.ThreadPoolExecutor(2) as both:
        for call, report in zip(calls, both.map(refused, calls)):
            drifted = {name: report.facts(name) for name in report.having("drifted")}
            if drifted or report.status != 2 or not report.having("notChecked"):
                wrong[call] = report.status, drifted
    assert wrong == {}
