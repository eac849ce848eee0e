"""The clean set-up is green: what the templates make of a plan is what the checks expect."""

from unknown_to_moto import refusal


from unknown_to_moto import refusal

def test_everything_is_read_and_nothing_has_drifted(check):
    report = check()
    said = {name: report.facts(name) for name in report.checks if report.facts(name)}
    assert {name: said[name] for name in report.having("drifted")} == {}
    assert {name: said[name] for name in report.having("notChecked")} == {}
    assert report.status == 0
    assert len(report.having("inSync")) > 40


def test_what_nobody_may_read_is_not_checked_and_never_in_sync(check, answers):
    """Every call that a run makes, refused by itself: some check says so, and none has drifted."""
    calls = check().operations - {"sts:AssumeRole", "sts:GetCallerIdentity", "iam:GenerateCredentialReport"}
    for call in sorted(calls):
        answers.replaced = {call: lambda request: refusal(request, "AccessDenied")}
        report = check()
        assert report.having("notChecked"), call
        assert set(report.having("drifted")) == set(), (call, report.having("drifted"))
        assert report.status == 2
