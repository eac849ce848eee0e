"""`breakglass check` before moto: what it prints, what it says, how it ends."""

import json
import os
import pty
import subprocess

import pytest

from testkit.programs.build import program

PLAN = """
organization: example
emergencyAccount: "123456789012"
regions: { home: eu-west-1 }
accounts: [{ number: 1, id: "111122223333", name: production }]
breakGlassUsers: [BreakglassUser1, BreakglassUser2]
"""


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN)
    return path


@pytest.fixture
def check(plan, aws, aws_environment):
    """check("--only", "...") runs the command; moto's lack of an operation is no fault of it."""
    def run(*options, **variables):
        command = [program("breakglass"), "check", "--plan", plan, "--within", "60", *options]
        environment = {**aws_environment, "HOME": str(plan.parent), **variables}
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)

    yield run
    aws.failures[:] = [one for one in aws.failures if "not implemented" not in str(one).lower()]


@pytest.fixture
def table(boto):
    boto("dynamodb").create_table(
        TableName="breakglass-state",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )


def test_drift_is_found_and_said_by_the_exit_status(check, table):
    answer = check("--only", "drill-is-recent")
    assert answer.returncode == 1
    assert "nobody ever came in as a break-glass user" in answer.stdout
    assert answer.stderr == ""


def test_what_could_not_be_read_is_no_success(check):
    """Without a table nobody knows of drills."""
    answer = check("--only", "drill-is-recent")
    assert answer.returncode == 2
    assert "NOT CHECKED" in answer.stdout


def test_what_is_as_planned_ends_well(check, table, boto):
    for way in ("user", "federation"):
        boto("dynamodb").put_item(
            TableName="breakglass-state",
            Item={"id": {"S": f"drill#{way}"}, "time": {"N": "4102444800"}},
        )
    answer = check("--only", "drill-is-recent")
    assert answer.returncode == 0, answer.stdout
    assert "Ready" in answer.stdout


@pytest.mark.parametrize("format", ["json", "sarif"])
def test_programs_read_what_is_printed(check, table, format):
    answer = check("--format", format)
    assert answer.returncode == 1
    value = json.loads(answer.stdout)
    if format == "json":
        assert value["schema"] == "breakglass.report/1"
        assert all(one["answer"] in ("no", "unknown") for one in value["answers"])
    else:
        assert value["version"] == "2.1.0"
        kinds = {one["kind"] for one in value["runs"][0]["results"]}
        assert {"fail", "open"} <= kinds


def test_a_report_goes_into_a_file_and_nowhere_else(check, table, tmp_path):
    path = tmp_path / "report.html"
    answer = check("--format", "html", "--output", path)
    assert (answer.returncode, answer.stdout, answer.stderr) == (1, "", "")
    assert path.read_text().startswith("<!DOCTYPE html>")


def test_progress_is_for_a_terminal_and_never_in_the_result(plan, aws, aws_environment, table):
    """Standard error is a terminal, standard output a pipe."""
    ours, theirs = pty.openpty()
    command = [program("breakglass"), "check", "--plan", plan, "--within", "60", "--format", "json"]
    environment = {**aws_environment, "HOME": str(plan.parent)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=theirs) as running:
        os.close(theirs)
        output = running.stdout.read()
        shown = b""
        try:
            while chunk := os.read(ours, 65536):
                shown += chunk
        except OSError:
            pass
    os.close(ours)
    assert json.loads(output)["schema"] == "breakglass.report/1"
    assert b"] rules of account 111122223333" in shown
    # The line is taken away at the end.
    assert shown.endswith(b"\r\x1b[K")
    aws.failures.clear()


def test_an_auditor_of_another_account_reads_the_state_table_by_the_audit_role(plan, check, boto):
    """The caller's account has neither table nor drills; the role's account has both."""
    audit = "arn:aws:iam::999988887777:role/BreakGlassAudit"
    session = boto("sts").assume_role(RoleArn=audit, RoleSessionName="set-up")["Credentials"]
    there = boto(
        "dynamodb", aws_access_key_id=session["AccessKeyId"],
        aws_secret_access_key=session["SecretAccessKey"], aws_session_token=session["SessionToken"],
    )  # fmt: skip
    there.create_table(
        TableName="breakglass-state",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    for way in ("user", "federation"):
        there.put_item(
            TableName="breakglass-state",
            Item={"id": {"S": f"drill#{way}"}, "time": {"N": "4102444800"}},
        )
    plan.write_text(PLAN.replace("123456789012", "999988887777"))
    answer = check("--only", "drill-is-recent")
    assert (answer.returncode, answer.stderr) == (0, ""), answer.stdout


def test_without_credentials_nothing_is_asked(check):
    answer = check(AWS_ACCESS_KEY_ID="", AWS_SECRET_ACCESS_KEY="")
    assert answer.returncode == 2
    assert answer.stderr.startswith("error: no credentials")
    assert "hint: " in answer.stderr and answer.stdout == ""


def test_a_machine_without_a_way_to_aws_says_so(check):
    answer = check(AWS_ENDPOINT_URL="http://127.0.0.1:9")
    assert answer.returncode == 2
    assert "sts GetCallerIdentity failed" in answer.stderr
