"""A correct SARIF log has no violation, and each mistake has one."""

import copy

import pytest

from testkit.drift.sarif_form import violations

LOG = {
    "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
    "version": "2.1.0",
    "runs": [{
        "tool": {"driver": {"name": "breakglass", "rules": [{"id": "a"}]}},
        "results": [{
            "ruleId": "a", "kind": "fail", "level": "error", "message": {"text": "x"},
            "suppressions": [{"kind": "external", "status": "accepted"}],
            "properties": {"anything": 1},
        }],
    }],
}  # fmt: skip


def changed(change):
    log = copy.deepcopy(LOG)
    change(log)
    return log


def test_a_good_log_has_no_violation():
    assert violations(LOG) == []


@pytest.mark.parametrize(
    "change, said",
    [
        (lambda log: log.pop("runs"), "log has no runs"),
        (lambda log: log.update(version="2.0.0"), "log.version is '2.0.0'"),
        (lambda log: log.update(runs={}), "log.runs is no array"),
        (lambda log: log["runs"][0].update(colour="red"), "log.runs[0] has a member colour"),
        (lambda log: log["runs"][0]["results"][0].update(level="bad"), "results[0].level is 'bad'"),
        (lambda log: log["runs"][0]["results"][0].update(ruleId=1), "results[0].ruleId is 1"),
        (lambda log: log["runs"][0]["results"][0].update(rank=True), "results[0].rank is True"),
        (lambda log: log["runs"][0]["results"].append([]), "results[1] is no object"),
        (lambda log: log["runs"][0]["results"][0].pop("message"), "results[0] has no message"),
    ],
)
def test_a_mistake_is_named(change, said):
    found = violations(changed(change))
    assert len(found) == 1 and said in found[0], found
