"""`breakglass preflight`, `first-contact` and `plan init --from-organization` before moto, as a person runs them."""

import json
import re
import signal
import subprocess
from urllib.parse import parse_qsl

import pytest

from testkit.aws.answers import reply
from testkit.patterns.matching import matches
from testkit.programs.build import program

ACCOUNT = "123456789012"
PLAN = f"""
organization: example
emergencyAccount: "{ACCOUNT}"
regions: {{ home: eu-west-1, standby: us-west-2 }}
breakGlassUsers: [BreakglassUser1, BreakglassUser2]
"""


class Answers:
    """What moto lacks: an account in which nothing stands in the way, but for what a test changes."""

    def __init__(self):
        self.refused, self.too_complex = set(), 999

    def __call__(self, operation, request):
        method = getattr(self, operation.partition(":")[2], None)
        return method and method(request)

    def TestEventPattern(self, request):
        asked = json.loads(request.body)
        if asked["EventPattern"].count("*") > self.too_complex:
            return 400, {}, json.dumps({"__type": "InvalidEventPatternException", "message": "too complex"}).encode()
        return reply({"Result": matches(json.loads(asked["EventPattern"]), json.loads(asked["Event"]))})

    def SimulatePrincipalPolicy(self, request):
        asked = dict(parse_qsl(request.body.decode()))
        actions = [value for name, value in asked.items() if name.startswith("ActionNames.")]
        body = "".join(
            f"<member><EvalActionName>{action}</EvalActionName><EvalResourceName>*</EvalResourceName>"
            f"<EvalDecision>{'implicitDeny' if action in self.refused else 'allowed'}</EvalDecision></member>"
            for action in actions
        )
        return 200, {"Content-Type": "text/xml"}, (
            "<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><EvaluationResults>"
            f"{body}</EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>"
        ).encode()  # fmt: skip

    def GetServiceQuota(self, _):
        return reply({"Quota": {"Value": 300.0}})

    def GetAccountSettings(self, _):
        return reply({"AccountLimit": {"UnreservedConcurrentExecutions": 1000}})

    def ListRegions(self, _):
        regions = ["ap-southeast-2", "eu-north-1", "eu-west-1", "us-east-1", "us-east-2", "us-west-2"]
        return reply({"Regions": [{"RegionName": name, "RegionOptStatus": "ENABLED_BY_DEFAULT"} for name in regions]})


@pytest.fixture
def answers(aws):
    aws.answers = Answers()
    return aws.answers


@pytest.fixture
def run(tmp_path, aws, aws_environment, answers):
    (tmp_path / "plan.yaml").write_text(PLAN)

    def run(*command, **variables):
        return subprocess.run(
            [program("breakglass"), *command],
            env={**aws_environment, "HOME": str(tmp_path), **variables},
            cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300,
        )  # fmt: skip

    yield run
    aws.failures[:] = [one for one in aws.failures if "not implemented" not in str(one).lower()]


def writes(aws):
    reading = re.compile(r":(Get|List|Describe|Simulate|Test|Lookup)")
    return {operation for operation in aws.operations if not reading.search(operation)}


def test_an_account_in_order_is_a_page_of_yes(run, aws):
    answer = run("preflight", "plan.yaml")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert answer.stdout.startswith("account 123456789012 (emergency-access)\n  yes")
    assert "NO " not in answer.stdout and "unknown" not in answer.stdout
    assert "the stack breakglass-trail creates it" in answer.stdout
    assert writes(aws) == set()


def test_a_no_is_named_with_what_fixes_it(run, answers):
    answers.refused = {"kms:CreateKey"}
    answer = run("preflight", "plan.yaml", "--json")
    assert answer.returncode == 1
    page = json.loads(answer.stdout)
    assert page["schema"] == "breakglass.preflight/1" and page["stops"]
    (refused,) = [one for one in page["answers"] if one["verdict"] == "no"]
    assert refused["question"] == "permissions" and refused["remedy"].startswith("allow kms:CreateKey to arn:")


def test_what_cannot_be_asked_is_no_yes(run, answers):
    answers.GetServiceQuota = lambda _: (403, {}, b'{"__type": "AccessDeniedException", "message": "no"}')
    answer = run("preflight", "plan.yaml")
    assert answer.returncode == 2
    assert "unknown" in answer.stdout and "AccessDeniedException" in answer.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (PLAN.replace(ACCOUNT, "999999999999"), "the credentials are of account 123456789012, and the plan's"),
        (PLAN.replace("regions:", "region:"), "region"),
    ],
)
def test_a_wrong_account_or_plan_is_one_clear_line(run, tmp_path, text, said):
    (tmp_path / "plan.yaml").write_text(text)
    answer = run("preflight", "plan.yaml")
    assert answer.returncode == 2 and answer.stdout == ""
    assert said in answer.stderr.splitlines()[0]


def test_without_credentials_nothing_is_asked(run):
    answer = run("preflight", "plan.yaml", AWS_ACCESS_KEY_ID="", AWS_SECRET_ACCESS_KEY="")
    assert answer.returncode == 2 and "no credentials" in answer.stderr.splitlines()[0]


def test_first_contact_leaves_a_dated_file_and_nothing_else(run, answers, boto, tmp_path):
    answers.too_complex = 5
    questions = "tested-complexity", "topic-policy", "rule-complexity"
    answer = run("first-contact", "plan.yaml", "--yes", "--only", *questions)
    (path,) = tmp_path.glob("first-contact-????-??-??.json")
    file = json.loads(path.read_text())
    assert file["schema"] == "breakglass.contact/1"
    found = {one["question"]: one.get("answer") for one in file["answers"]}
    assert found["tested-complexity"] == "10 is taken, 12 is refused"
    # moto takes every pattern.
    assert found["rule-complexity"] == "all up to 24 are taken"
    assert found["topic-policy"] == "it may"
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "makes the topics first-contact and first-contact-2" in answer.stdout
    assert boto("sns").list_topics()["Topics"] == [] and boto("events").list_rules()["Rules"] == []
    shown = run("plan", "validate", "plan.yaml", "--answers", path.name)
    assert shown.returncode == 0 and "10 is taken, 12 is refused" in shown.stderr
    assert run("plan", "validate", "plan.yaml", "--answers", "plan.yaml").returncode == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_removes_what_was_made(run, answers, aws_environment, boto, tmp_path, number):
    process, seen = [], []

    def interrupt(_):
        seen.append(boto("events").list_rules()["Rules"])
        if len(seen) == 3:
            process[0].send_signal(number)

    answers.PutRule = interrupt
    command = [program("breakglass"), "first-contact", "plan.yaml", "--yes", "--only", "rule-complexity"]
    process.append(
        subprocess.Popen(
            command, env={**aws_environment, "HOME": str(tmp_path)}, cwd=tmp_path, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
    )  # fmt: skip
    said, _ = process[0].communicate(timeout=120)
    assert process[0].returncode == 2, said
    assert "stopping: what was created is removed first" in said
    assert [len(rules) for rules in seen[:3]] == [0, 1, 1], "it was interrupted while the rule was there"
    assert boto("events").list_rules()["Rules"] == []


def test_without_a_terminal_and_without_yes_nothing_is_written(run, aws):
    answer = run("first-contact", "plan.yaml", "--only", "topic-policy", "--output", "-")
    assert answer.returncode == 2 and "nobody agreed" in answer.stdout
    assert writes(aws) == set()


def test_a_plan_is_drafted_from_the_organization(run, boto):
    organization = boto("organizations")
    organization.create_organization(FeatureSet="ALL")
    for name in ("production", "staging"):
        organization.create_account(AccountName=name, Email=f"{name}@example.com")
    boto("s3").create_bucket(Bucket="logs", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    boto("cloudtrail").create_trail(Name="all", S3BucketName="logs", IsMultiRegionTrail=True)
    answer = run("plan", "init", "--from-organization", "organization.yaml")
    assert answer.returncode == 0, answer.stderr
    checked = run("plan", "validate", "organization.yaml")
    assert checked.returncode == 0, checked.stderr
    assert checked.stdout.startswith("organization.yaml: 3 accounts")
    text = run("plan", "init", "--from-organization", "--stdout").stdout
    assert re.search(r'id: "\d{12}", name: "production"', text)
    assert "#trail: arn:aws:cloudtrail:eu-west-1:123456789012:trail/all" in text
    assert "home: eu-west-1" in text and "# the management account" in text
