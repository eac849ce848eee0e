"""Each command of an alert's next steps is run, in order and in the account that its step names, by the AWS CLI. Afterwards
the same key, session, user or change is refused or gone.

moto knows IAM, Organizations, Lambda and EC2. It knows no event history, no delegation requests and no sign-in sessions:
for these the proxy checks the request against AWS's model and answers with nothing, or a recorder does.
"""

import contextlib
import json
import re

import pytest

from testkit.aws.check_proxy import CheckProxy
from testkit.aws.moto import moto_server
from testkit.events import acts
from testkit.events.stolen import SECURITY, Organization, denies
from testkit.policies import evaluation
from testkit.programs.command_line import commands
from testkit.programs.preview import alerts

SIGN_IN = f"arn:aws:signin:us-east-1:{SECURITY}:session/e0a1"
CONTEXT = {"aws_SignInSessionArn": SIGN_IN}
PERSON = "94482488-3041-7052-f8c7-4f1a2b3c4d5e"

# What moto does not know: the proxy has checked the request before.
UNKNOWN = {
    "cloudtrail:LookupEvents": b'{"Events": []}',
    "iam:ListDelegationRequests": b"<ListDelegationRequestsResponse><ListDelegationRequestsResult>"
    b"<DelegationRequests/></ListDelegationRequestsResult></ListDelegationRequestsResponse>",
    "signin:BatchRevokeSessions": b'{"revokedSessions": []}',
}


@pytest.fixture(scope="module")
def organization():
    settings = {"MOTO_IAM_LOAD_MANAGED_POLICIES": "true"}
    with moto_server(**settings) as url, CheckProxy(url) as proxy:
        proxy.answers = lambda operation, _: (
            (200, {}, UNKNOWN[operation]) if operation in UNKNOWN else None
        )
        yield Organization(url, proxy)
        assert proxy.failures == []


@pytest.fixture
def follow(organization, tmp_path):
    """Runs what the alert about an event says; returns the alert."""

    def run(event):
        plan, file = tmp_path / "plan.json", tmp_path / "event.json"
        plan.write_text(json.dumps(organization.plan))
        file.write_text(json.dumps(event))
        (alert,) = alerts(plan, [file])
        assert alert["due"], alert["headline"]
        ran = 0
        for step in alert["nextSteps"]:
            named = re.findall(r"\b(\d{12})\b", step.split("`")[0])
            account = SECURITY if "management account" in step or not named else named[-1]
            for line in commands([step]):
                if line.startswith("breakglass "):
                    continue
                organization.shell(account).run(line)
                ran += 1
        assert ran, alert["nextSteps"]
        return alert

    return run


@pytest.fixture
def key(organization):
    """A key of the break-glass user that the thief made: the undo has to remove it."""
    iam = organization.client("iam", SECURITY)
    with contextlib.suppress(iam.exceptions.EntityAlreadyExistsException):
        iam.create_user(UserName="BreakglassUser1")
    # The test before may have locked it.
    with contextlib.suppress(iam.exceptions.NoSuchEntityException):
        iam.detach_user_policy(
            UserName="BreakglassUser1", PolicyArn="arn:aws:iam::aws:policy/AWSDenyAll")
    made = iam.create_access_key(UserName="BreakglassUser1")["AccessKey"]["AccessKeyId"]
    yield made
    left = iam.list_access_keys(UserName="BreakglassUser1")["AccessKeyMetadata"]
    for one in left:
        iam.delete_access_key(UserName="BreakglassUser1", AccessKeyId=one["AccessKeyId"])
    assert made not in [one["AccessKeyId"] for one in left], "the change is not undone"


def test_a_user_who_changed_a_user_is_locked_out(organization, follow, key):
    keys = organization.user(SECURITY, "mallory")
    assert not organization.is_refused(SECURITY, keys)
    follow(acts.new_key(acts.user("mallory", keys[0]), key))
    assert organization.is_refused(SECURITY, keys)
    iam = organization.client("iam", SECURITY)
    with pytest.raises(iam.exceptions.NoSuchEntityException):
        iam.get_login_profile(UserName="mallory")
    (one,) = iam.list_access_keys(UserName="mallory")["AccessKeyMetadata"]
    assert one["Status"] == "Inactive"


def test_a_user_who_took_a_role_and_the_role_are_stopped_in_their_accounts(organization, follow):
    keys = organization.user(SECURITY, "nadia")
    taken = organization.session(organization.workload, "BreakGlassRole")
    follow(acts.taken(acts.user("nadia", keys[0]), "BreakGlassRole", organization.workload))
    assert organization.is_refused(SECURITY, keys) and organization.is_refused(organization.workload, taken)
    # Only sessions that were issued before are denied.
    policies = organization.policies(organization.workload, "role", "BreakGlassRole")
    role = evaluation.role(organization.workload, "BreakGlassRole")
    assert denies(policies, role, aws_TokenIssueTime="2026-07-01T12:00:00Z")
    assert not denies(policies, role, aws_TokenIssueTime="2999-01-01T00:00:00Z")


def test_keys_of_an_aws_login_are_denied_and_their_renewal_is_ended(organization, follow, key):
    keys = organization.user(SECURITY, "olga")
    before = organization.proxy.operations.count("signin:BatchRevokeSessions")
    identity = acts.user("olga", sessionContext={"signInSessionArn": SIGN_IN, "attributes": {}})
    follow(acts.new_key(identity, key))
    assert organization.is_refused(SECURITY, keys)
    olga = evaluation.user(SECURITY, "olga")
    policies = organization.policies(SECURITY, "user", "olga")
    assert denies(policies, olga, **CONTEXT)
    assert not denies(policies, olga, aws_SignInSessionArn=SIGN_IN + "other")
    assert organization.proxy.operations.count("signin:BatchRevokeSessions") == before + 1


def test_a_role_session_is_revoked(organization, follow, key):
    keys = organization.session(SECURITY, "Deploy")
    assert not organization.is_refused(SECURITY, keys)
    follow(acts.new_key(acts.session("Deploy", keys[0]), key))
    assert organization.is_refused(SECURITY, keys)


def test_a_role_chain_is_revoked_at_both_ends(organization, follow):
    keys = organization.session(SECURITY, "Chained")
    organization.client("iam", organization.workload)
    taken = organization.session(organization.workload, "BreakGlassRole2")
    event = acts.taken(acts.session("Chained", keys[0]), "BreakGlassRole", organization.workload)
    follow(json.loads(json.dumps(event)))
    assert organization.is_refused(SECURITY, keys) and not organization.is_refused(organization.workload, taken)


def test_a_role_session_that_signed_in_to_the_console_is_revoked(organization, follow):
    keys = organization.session(SECURITY, "Console")
    follow(acts.event(
        acts.session("Console", keys[0]), "signin", "ConsoleLogin", eventType="AwsConsoleSignIn",
        responseElements={"ConsoleLogin": "Success"}))
    assert organization.is_refused(SECURITY, keys)


def test_a_federation_token_is_denied_with_its_user(organization, follow, key):
    keys = organization.user(SECURITY, "pat")
    identity = acts.user("pat") | {
        "type": "FederatedUser", "arn": f"arn:aws:sts::{SECURITY}:federated-user/whoever",
        "sessionContext": {"sessionIssuer": {
            "type": "IAMUser", "userName": "pat", "accountId": SECURITY,
            "arn": f"arn:aws:iam::{SECURITY}:user/pat"}},
    }  # fmt: skip
    identity.pop("userName")
    follow(acts.new_key(identity, key))
    assert organization.is_refused(SECURITY, keys)


def test_an_identity_center_user_is_denied_in_the_account(organization, follow, key):
    role = "AWSReservedSSO_Admin_0123456789abcdef"
    identity = acts.session(role, name="jane@example.com")
    identity["sessionContext"]["sessionIssuer"]["arn"] = (
        f"arn:aws:iam::{SECURITY}:role/aws-reserved/sso.amazonaws.com/{role}")
    follow(acts.new_key(identity, key))
    policies = organization.account_policies(SECURITY)
    principal = evaluation.role(SECURITY, role)
    assert denies(policies, principal, aws_userid="AROAEXAMPLE:jane@example.com")
    assert not denies(policies, principal, aws_userid="AROAEXAMPLE:john@example.com")


def test_root_is_denied_by_the_management_account(organization, follow, key):
    root = {"type": "Root", "principalId": SECURITY, "accountId": SECURITY,
            "arn": f"arn:aws:iam::{SECURITY}:root"}
    follow(acts.new_key(root, key))
    policies = organization.account_policies(SECURITY)
    assert denies(policies, evaluation.Principal("root", f"arn:aws:iam::{SECURITY}:root"))
    assert not denies(policies, evaluation.user(SECURITY, "jane"))


def test_a_root_task_is_denied_until_it_is_over(organization, follow):
    caller = organization.user(SECURITY, "quinn")
    follow(acts.event(
        acts.user("quinn", caller[0]), "sts", "AssumeRoot",
        requestParameters={"targetPrincipal": organization.workload},
        responseElements={"credentials": {"accessKeyId": "ASIAI44QH8DHBEXAMPLE"}}))
    policies = organization.account_policies(organization.workload)
    root = evaluation.Principal("root", f"arn:aws:iam::{organization.workload}:root")
    assert denies(policies, root, aws_AssumedRoot="true")
    assert not denies(policies, root) and not denies(policies, evaluation.user(organization.workload, "jane"))
    assert organization.is_refused(SECURITY, caller)


def test_a_vendors_rights_end_with_those_of_the_lender(organization, follow, key):
    keys = organization.session(SECURITY, "Lender")
    identity = acts.session("Lender", keys[0], invokedByDelegate={"accountId": "444455556666"})
    follow(acts.new_key(identity, key))
    assert organization.is_refused(SECURITY, keys)
    assert "iam:ListDelegationRequests" in organization.proxy.operations


@pytest.mark.parametrize("delivery, state", [({"ec2RoleDelivery": "2.0"}, "stopped"), ({}, "running")])
def test_an_instance_is_stopped_only_if_aws_says_that_it_acted(organization, follow, key, delivery, state):
    ec2 = organization.client("ec2", SECURITY)
    image = ec2.describe_images()["Images"][0]["ImageId"]
    (made,) = ec2.run_instances(ImageId=image, MinCount=1, MaxCount=1)["Instances"]
    keys = organization.session(SECURITY, "Machine" + state)
    identity = acts.session("Machine" + state, keys[0], name=made["InstanceId"])
    identity["sessionContext"] |= delivery
    follow(acts.new_key(identity, key))
    found = ec2.describe_instances(InstanceIds=[made["InstanceId"]])
    assert found["Reservations"][0]["Instances"][0]["State"]["Name"] == state
    assert organization.is_refused(SECURITY, keys)


def test_a_role_that_another_account_took_is_kept_shut(organization, follow):
    taken = organization.session(organization.workload, "EmergencyAccess_Break")
    iam = organization.client("iam", organization.workload)
    identity = {"type": "AWSAccount", "principalId": "AROAELSEWHERE:x", "accountId": "444455556666"}
    event = acts.taken(identity, "BreakGlassRole", organization.workload)
    event["account"] = event["detail"]["recipientAccountId"] = organization.workload
    follow(event)
    attached = iam.list_attached_role_policies(RoleName="BreakGlassRole")["AttachedPolicies"]
    assert [one["PolicyName"] for one in attached] == ["AWSDenyAll"]
    assert not organization.is_refused(organization.workload, taken)


@pytest.mark.parametrize("name", ["maud", None])
def test_nobody_is_locked_out_where_nobody_is_proven(organization, follow, name):
    identity = {"type": "IAMUser", "accountId": SECURITY, "principalId": "AIDAEXAMPLE",
                "userName": name or "HIDDEN_DUE_TO_SECURITY_REASONS"}
    if name:
        organization.user(SECURITY, name)
    before = len(organization.proxy.operations)
    follow(acts.event(
        identity, "signin", "ConsoleLogin", eventType="AwsConsoleSignIn",
        errorMessage="Failed authentication", responseElements={"ConsoleLogin": "Failure"}))
    done = set(organization.proxy.operations[before:])
    assert done <= {"cloudtrail:LookupEvents", "iam:ListMFADevices"}


def test_an_aws_service_is_looked_up_and_its_session_revoked(organization, follow):
    follow(acts.taken(
        {"type": "AWSService", "invokedBy": "lambda.amazonaws.com"}, "BreakGlassRole", organization.workload,
        account=organization.workload) | {"account": organization.workload})
    assert "cloudtrail:LookupEvents" in organization.proxy.operations
