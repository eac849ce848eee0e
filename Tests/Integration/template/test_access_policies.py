"""Who gets into the emergency access account, and what they may do there."""

import json

import pytest

from testkit.policies.evaluation import Principal, Request, denies, role, root, user
from testkit.policies.world import MFA, NO_MFA, World, provider
from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, MANAGEMENT, ORGANIZATION, PRODUCTION

ONE, TWO = user(EMERGENCY, "BreakglassUser1"), user(EMERGENCY, "BreakglassUser2")
TARGET = f"arn:aws:iam::{PRODUCTION}:role/BreakGlassRole"
READ_ONLY = f"arn:aws:iam::{EMERGENCY}:role/EmergencyAccess_Role1_RO"
OKTA = provider(EMERGENCY, "Okta")
SIGN_IN = "https://signin.aws.amazon.com/saml"

world = World(stacks.access(), stacks.workload(), stacks.management())


def mfa(user, suffix=""):
    return f"arn:aws:iam::{EMERGENCY}:mfa/{user.arn.rsplit('/', 1)[1]}{suffix}"


WITHOUT_MFA = [
    ("iam:ChangePassword", ONE.arn),
    ("iam:GetAccountPasswordPolicy", "*"),
    ("iam:GetUser", ONE.arn),
    ("iam:ListMFADevices", ONE.arn),
    ("iam:CreateVirtualMFADevice", mfa(ONE)),
    ("iam:CreateVirtualMFADevice", mfa(ONE, "-phone")),
    ("iam:EnableMFADevice", ONE.arn),
]


@pytest.mark.parametrize("action, resource", WITHOUT_MFA)
@pytest.mark.parametrize("state", [NO_MFA, MFA, {}], ids=["no MFA", "MFA", "a key"])
def test_the_first_password_can_be_changed_and_mfa_set_up_before_there_is_mfa(
    action, resource, state
):
    assert world.may(ONE, action, resource, **state)


@pytest.mark.parametrize(
    "action, resource",
    [
        ("iam:ChangePassword", TWO.arn),
        ("iam:EnableMFADevice", TWO.arn),
        ("iam:CreateVirtualMFADevice", mfa(TWO)),
        ("iam:CreateVirtualMFADevice", mfa(user(EMERGENCY, "BreakglassUser11"))),
        ("iam:DeactivateMFADevice", ONE.arn),
        ("iam:DeleteVirtualMFADevice", mfa(ONE)),
        ("iam:CreateAccessKey", ONE.arn),
        ("iam:CreateLoginProfile", TWO.arn),
        ("iam:AttachUserPolicy", ONE.arn),
        ("iam:DeleteUserPermissionsBoundary", ONE.arn),
        ("iam:UpdateUser", ONE.arn),
        ("s3:ListAllMyBuckets", "*"),
        ("sts:AssumeRole", f"arn:aws:iam::{PRODUCTION}:role/Admin"),
        ("sts:AssumeRole", f"arn:aws:iam::{PRODUCTION}:role/EmergencyAccess_RO"),
        ("sts:GetFederationToken", "*"),
    ],
)
@pytest.mark.parametrize("state", [NO_MFA, MFA], ids=["no MFA", "MFA"])
def test_a_break_glass_user_may_do_nothing_else(action, resource, state):
    assert not world.may(ONE, action, resource, **state)


def test_the_role_is_taken_with_mfa_alone():
    assert world.may_assume(ONE, TARGET, **MFA)
    assert world.may_assume(TWO, TARGET, **MFA)
    assert not world.may_assume(ONE, TARGET, **NO_MFA)
    # A long-term key carries no word about MFA.
    assert not world.may_assume(ONE, TARGET)
    # Both sides ask for it: were the user's own policies wide open, the role's would hold.
    open_side = World(stacks.workload())
    open_side.administrator(ONE)
    assert open_side.may_assume(ONE, TARGET, **MFA)
    assert not open_side.may_assume(ONE, TARGET, **NO_MFA)


def test_without_mfa_even_what_somebody_attached_is_denied():
    policy = world.identities[ONE.arn].policies[0]
    request = Request(ONE, "s3:GetObject", "arn:aws:s3:::x/y", NO_MFA)
    assert denies(policy, request)
    assert not denies(policy, Request(ONE, "iam:ChangePassword", ONE.arn, NO_MFA))


def test_the_boundary_holds_whatever_is_attached():
    wide = World(stacks.access(), stacks.workload())
    wide.identities[ONE.arn].policies.append(
        {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
    )
    assert wide.may_assume(ONE, TARGET, **MFA)
    for action in ("iam:CreateAccessKey", "iam:CreateUser", "s3:GetObject", "sns:Publish"):
        assert not wide.may(ONE, action, ONE.arn, **MFA)
    for name in ("Admin", "EmergencyAccess_RO", "BreakGlassAudit"):
        assert not wide.may(ONE, "sts:AssumeRole", f"arn:aws:iam::{PRODUCTION}:role/{name}", **MFA)


def test_with_a_pattern_for_any_account_the_organization_is_the_limit():
    wide = World(
        stacks.access(
            BreakGlassRoleArns="arn:aws:iam::*:role/BreakGlassRole", OrganizationId=ORGANIZATION
        )
    )
    ours = {"aws:ResourceOrgID": ORGANIZATION} | MFA
    assert wide.may(ONE, "sts:AssumeRole", TARGET, **ours)
    assert not wide.may(ONE, "sts:AssumeRole", TARGET, **ours | {"aws:ResourceOrgID": "o-other"})
    assert not wide.may(ONE, "sts:AssumeRole", TARGET, **MFA)


def test_a_break_glass_user_repairs_identity_center_where_that_role_is_named():
    repair = f"arn:aws:iam::{MANAGEMENT}:role/EmergencyAccess_IdentityRepair"
    assert not world.may_assume(ONE, repair, **MFA)
    named = World(stacks.access(IdentityRepairRoleArn=repair), stacks.management())
    assert named.may_assume(ONE, repair, **MFA)
    assert not named.may_assume(ONE, repair, **NO_MFA)
    assert not named.may_assume(role(EMERGENCY, "EmergencyAccess_Role1_RO"), repair)


def test_no_user_is_made_with_a_password_or_a_key_and_each_has_the_boundary():
    for stack in (stacks.access(), stacks.access(BreakGlassUser3="c", BreakGlassUser4="d")):
        users = stack.resources("AWS::IAM::User").values()
        assert len(users) >= 2
        for about in users:
            assert set(about) == {"UserName", "ManagedPolicyArns", "PermissionsBoundary"}
        kinds = {r["Type"] for r in stack.template["Resources"].values()}
        assert kinds <= {f"AWS::IAM::{k}" for k in ("User", "Role", "ManagedPolicy", "SAMLProvider")}


ENDPOINTS = {
    SIGN_IN,
    "https://us-west-2.signin.aws.amazon.com/saml",
    "https://eu-west-1.signin.aws.amazon.com/saml",
}


@pytest.mark.parametrize("audience", sorted(ENDPOINTS))
def test_people_of_the_idp_come_in_by_every_endpoint_of_the_list(audience):
    assert world.may_assume(OKTA, READ_ONLY, **{"SAML:aud": audience})
    assert world.may_assume(
        OKTA, READ_ONLY, known_by_name=True, tagged=True, **{"SAML:aud": audience}
    )


@pytest.mark.parametrize(
    "context",
    [
        {},
        {"SAML:aud": "https://example.com/saml"},
        {"SAML:aud": "https://ap-south-1.signin.aws.amazon.com/saml"},
        {"SAML:aud": SIGN_IN + "/"},
        {"SAML:aud": SIGN_IN.upper()},
    ],
    ids=["no audience", "foreign", "a Region that is not listed", "a slash more", "capitals"],
)
def test_an_assertion_for_another_audience_is_refused(context):
    assert not world.may_assume(OKTA, READ_ONLY, **context)


@pytest.mark.parametrize(
    "somebody",
    [
        provider(EMERGENCY, "Okta2"),
        provider(PRODUCTION, "Okta"),
        user(EMERGENCY, "admin"),
        role(EMERGENCY, "admin"),
        root(EMERGENCY),
        root(PRODUCTION),
        Principal("service", "ec2.amazonaws.com"),
    ],
    ids=lambda who: who.arn,
)
def test_nobody_else_takes_an_emergency_role(somebody):
    everything = World(stacks.access())
    everything.administrator(somebody)
    assert not everything.may_assume(somebody, READ_ONLY, **{"SAML:aud": SIGN_IN})


def test_govcloud_has_an_endpoint_of_its_own():
    stack = stacks.access(SignInRegion1="us-gov-west-1", SignInRegion2="us-gov-east-1")
    stack.partition = "aws-us-gov"
    trust = stack.resources("AWS::IAM::Role")["ReadOnlyRole"]["AssumeRolePolicyDocument"]
    assert trust["Statement"][0]["Condition"]["StringEquals"]["SAML:aud"] == [
        "https://signin.amazonaws-us-gov.com/saml",
        "https://us-gov-west-1.signin.amazonaws-us-gov.com/saml",
        "https://us-gov-east-1.signin.amazonaws-us-gov.com/saml",
    ]
    assert "arn:aws:" not in json.dumps(trust)
