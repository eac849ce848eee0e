"""The output and exit status of a program become a value, or a failure that shows them."""

import pytest

from testkit.programs import aws_probe, check_command, idp_probe, preview
from testkit.programs.build import program


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """stand_in("breakglass", script) puts a shell script in a program's place."""
    program.cache_clear()

    def put(product, script):
        path = tmp_path / product
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        word = product.upper().replace("-", "_")
        monkeypatch.setenv(word if product == "breakglass" else f"BREAKGLASS_{word}", str(path))

    yield put
    program.cache_clear()


def test_an_operation_gives_its_result(stand_in):
    stand_in("aws-probe", """echo "{\\"asked\\": \\"$*\\"}" """)
    said = aws_probe.run(aws_probe.BARE, "publish", topic="a", text="b")
    assert said == {"asked": "publish topic=a text=b"}


def test_an_operation_that_failed_says_why(stand_in):
    stand_in("aws-probe", "echo 'access denied'; exit 1")
    with pytest.raises(aws_probe.ProbeFailed, match="access denied"):
        aws_probe.run(aws_probe.BARE, "publish")


def test_a_probe_that_crashed_is_no_answer(stand_in):
    stand_in("aws-probe", "echo here >&2; exit 70")
    with pytest.raises(AssertionError, match="status 70: here"):
        aws_probe.run(aws_probe.BARE, "publish")


def test_a_reading_has_what_each_check_found(stand_in, tmp_path):
    found = '{"a": [], "b": ["drift: x"], "c": ["note: y"], "d": "does not apply"}'
    stand_in("idp-probe", f"""echo '{{"read": {{"app": "x"}}, "findings": {found}}}'""")
    reading = idp_probe.run({}, tmp_path)
    assert reading.read == {"app": "x"}
    assert reading.found("b") == ["drift: x"]
    with pytest.raises(AssertionError):
        reading.found()


def test_a_report_has_checks_by_status(stand_in, tmp_path):
    checks = (
        '{"checks": [{"id": "a", "status": "inSync", "findings": []},'
        ' {"id": "b", "status": "drifted", "findings": [{"fact": "x"}]}]}'
    )
    stand_in("breakglass", f"echo '{checks}'; exit 1")
    report = check_command.run(tmp_path / "plan", "http://aws", "http://okta", tmp_path)
    assert report.status == 1
    assert set(report.having("drifted")) == {"b"} and report.facts("b") == ["x"]


def test_a_check_that_crashed_is_no_report(stand_in, tmp_path):
    stand_in("breakglass", "echo 'out of memory' >&2; exit 134")
    with pytest.raises(AssertionError, match="out of memory"):
        check_command.run(tmp_path / "plan", "http://aws", "http://okta", tmp_path)


def test_preview_gives_an_alert_for_each_event(stand_in):
    stand_in("breakglass", """echo '{"due": true}'; echo '{"due": false}'""")
    assert preview.alerts("plan", ["a", "b"]) == [{"due": True}, {"due": False}]
    with pytest.raises(AssertionError, match="one line for each event"):
        preview.alerts("plan", ["a"])
