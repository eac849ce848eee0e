"""parliament has findings in a wrong policy, and none in a correct one."""

from testkit.policies import parliament_findings

GOOD = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "sns:ListTopics", "Resource": "*"}],
}
UNKNOWN = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "sns:NoSuchAction", "Resource": "*"}],
}


def test_findings_name_their_policy():
    found = parliament_findings.findings({"good": GOOD, "bad": UNKNOWN})
    assert [(one["policy"], one["issue"]) for one in found] == [("bad", "UNKNOWN_ACTION")]


def test_nothing_to_read_gives_nothing():
    assert parliament_findings.findings({}) == []
