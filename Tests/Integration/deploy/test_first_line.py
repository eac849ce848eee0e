"""Wrong credentials, account, Region, plan or permissions: one clear line before anything changes."""

import re

import pytest

from testkit.deployment.account import PLAN
from testkit.standin.cloud import EMERGENCY
from testkit.standin.wire import Refused

ONE_HUB = PLAN.replace(", standby: us-east-2", "")
CHANGES = re.compile(r":(Create|Update|Delete|Put|Subscribe|Set|Start|Invoke|Remove|Tag|Attach)")


@pytest.fixture
def refused(standin, deploy, one_hub):
    """refused(...): deploys, and returns the errors; nothing may have been changed."""

    def refused(*words, plan=ONE_HUB, status=2, **given):
        one_hub.write_text(plan)
        said = deploy("--yes", *words, status=status, **given)
        assert [name for name in standin.world.called if CHANGES.search(name)] == []
        assert "Traceback" not in said and "Fatal error" not in said
        return said

    return refused


def errors(said):
    return [line for line in said.splitlines() if line.startswith("error: ")]


def test_no_credentials(refused):
    said = refused(AWS_ACCESS_KEY_ID="", AWS_SECRET_ACCESS_KEY="")
    assert len(errors(said)) == 1 and "credentials" in errors(said)[0] and "hint: " in said, said


def test_credentials_that_aws_does_not_know(refused):
    said = refused(AWS_ACCESS_KEY_ID="AKIANOBODY")
    assert len(errors(said)) == 1 and "InvalidClientTokenId" in said and "hint: " in said, said


def test_credentials_of_another_account(refused, standin):
    said = refused(AWS_ACCESS_KEY_ID=standin.world.key("999988887777"), AWS_SESSION_TOKEN="t")
    assert len(errors(said)) == 1 and "999988887777" in errors(said)[0] and EMERGENCY in errors(said)[0], said
    assert "--profile" in said


def test_a_role_that_cannot_be_assumed(refused):
    said = refused("--role", "NobodysRole")
    assert len(errors(said)) == 1 and "NobodysRole" in errors(said)[0] and "AccessDenied" in said, said


def test_a_profile_that_does_not_exist(refused):
    said = refused("--profile", "nobody", AWS_ACCESS_KEY_ID="", AWS_SECRET_ACCESS_KEY="")
    assert len(errors(said)) == 1 and "nobody" in errors(said)[0], said


def test_a_home_region_that_is_not_enabled(refused):
    said = refused(plan=ONE_HUB.replace("home: us-east-1", "home: ap-east-1"))
    assert len(errors(said)) == 1 and "ap-east-1" in errors(said)[0] and "hint: " in said, said


def test_a_home_region_that_does_not_exist(refused):
    said = refused(plan=ONE_HUB.replace("home: us-east-1", "home: us-nowhere-1"))
    assert errors(said) and "us-nowhere-1" in said, said


def test_a_plan_that_is_wrong(refused):
    said = refused(plan=ONE_HUB.replace("breakGlassUsers", "breakGlasUsers"))
    assert "breakGlasUsers" in said and re.search(r"plan\.yaml:\d+:\d+", said), said


def test_a_plan_that_is_not_there(deploy, tmp_path):
    said = deploy("--yes", plan=tmp_path / "nowhere.yaml", status=2)
    assert "nowhere.yaml" in said and len(said.splitlines()) <= 3, said


def test_accounts_without_an_organization(refused):
    said = refused(plan=ONE_HUB + 'accounts:\n  - { number: 1, id: "111122223333", name: production }\n')
    assert len(errors(said)) == 1 and "organization" in said and "--organization-profile" in said, said


@pytest.mark.parametrize(
    "operation", ["account:ListRegions", "cloudformation:DescribeStacks", "cloudtrail:DescribeTrails"]
)
def test_what_may_not_be_read(refused, standin, operation):
    def deny(call, who):
        if call.name == operation:
            raise Refused("AccessDenied", f"User is not authorized to perform: {operation}", 403)

    standin.world.before = deny
    said = refused()
    assert errors(said) and "AccessDenied" in said and "hint: " in said, said
    assert EMERGENCY in errors(said)[0], said


def test_an_action_that_the_caller_may_not_do(refused, standin):
    standin.world.denied = {"iam:CreateRole"}
    said = refused()
    assert "iam:CreateRole" in said and EMERGENCY in said, said


@pytest.mark.parametrize(
    "words", [["--wrong"], ["--jobs", "0"], ["--jobs", "many"], ["--skip"], ["--wait", "-1"]]
)
def test_wrong_usage_has_a_status_of_its_own(refused, words):
    refused(*words, status=64)


def test_nobody_is_there_to_ask(standin, deploy):
    said = deploy(status=2)
    assert "nobody is there to ask" in said and "--yes" in said
    said = deploy(status=2, answer="n")
    assert "nothing was changed" in said
    assert [name for name in standin.world.called if CHANGES.search(name)] == []


def test_only_showing_changes_nothing(standin, deploy, one_hub):
    before = one_hub.read_text()
    deploy("--plan-only")
    assert [name for name in standin.world.called if CHANGES.search(name)] == []
    assert one_hub.read_text() == before
