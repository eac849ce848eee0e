"""With Microsoft Entra ID as its identity provider the clean set-up is green, by either credential."""

import pytest


@pytest.mark.parametrize("credential", ["plan", "signed_plan"])
def test_everything_is_read_and_nothing_has_drifted(entra, answers, credential):
    report = entra.check(answers, plan=getattr(entra, credential))
    said = {name: report.facts(name) for name in report.checks if report.facts(name)}
    assert said == {}
    assert report.status == 0
    assert len(report.having("inSync")) > 40
    assert report.json["warnings"] == []
