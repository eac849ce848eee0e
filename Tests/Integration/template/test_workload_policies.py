"""Who gets into a workload account and into the management account, and what they may do there."""

import pytest

from testkit.policies.evaluation import Request, is_allowed, role, root, service, user
from testkit.policies.world import MFA, NO_MFA, World
from testkit.templates import stacks
from testkit.templates.stack import Stack
from testkit.templates.stacks import EMERGENCY, MANAGEMENT, PRODUCTION

FOREIGN = "999988887777"
CHECKER = role(EMERGENCY, "breakglass-drift-checker")
EMERGENCY_RO = role(EMERGENCY, "EmergencyAccess_Role1_RO")
EMERGENCY_OPS = role(EMERGENCY, "EmergencyAccess_Role1_Ops")


def in_production(name):
    return f"arn:aws:iam::{PRODUCTION}:role/{name}"


READ_ONLY, OPERATIONS = in_production("EmergencyAccess_RO"), in_production("EmergencyAccess_Ops")
BREAK_GLASS, AUDIT = in_production("BreakGlassRole"), in_production("BreakGlassAudit")
CANARY = in_production("BreakGlassCanary")

world = World(stacks.access(), stacks.hub(), stacks.workload(), stacks.management())

STRANGERS = [
    user(EMERGENCY, "BreakglassUser3"),
    user(EMERGENCY, "admin"),
    user(PRODUCTION, "BreakglassUser1"),
    user(FOREIGN, "BreakglassUser1"),
    role(EMERGENCY, "BreakglassUser1"),
    role(EMERGENCY, "EmergencyAccess_Role11_RO"),
    role(EMERGENCY, "EmergencyAccess_Role2_Ops"),
    role(EMERGENCY, "breakglass-drift-checker-x"),
    role(PRODUCTION, "EmergencyAccess_Role1_RO"),
    role(PRODUCTION, "breakglass-drift-checker"),
    role(FOREIGN, "EmergencyAccess_Role1_RO"),
    role(FOREIGN, "breakglass-drift-checker"),
    root(EMERGENCY),
    root(PRODUCTION),
    root(FOREIGN),
    service("ec2.amazonaws.com"),
]


@pytest.mark.parametrize("target", [READ_ONLY, OPERATIONS, BREAK_GLASS, AUDIT, CANARY])
@pytest.mark.parametrize("stranger", STRANGERS, ids=lambda who: who.arn)
def test_nobody_else_takes_a_role_whatever_their_own_permissions(stranger, target):
    everything = World(stacks.workload())
    everything.administrator(stranger)
    assert not everything.may_assume(stranger, target, **MFA)


def own_code(somebody):
    return world.code(somebody) if somebody == CHECKER else {}


@pytest.mark.parametrize(
    "somebody, target, state",
    [
        (EMERGENCY_RO, READ_ONLY, {}),
        (EMERGENCY_OPS, OPERATIONS, {}),
        (user(EMERGENCY, "BreakglassUser1"), BREAK_GLASS, MFA),
        (user(EMERGENCY, "BreakglassUser2"), BREAK_GLASS, MFA),
        (CHECKER, AUDIT, {}),
        (CHECKER, CANARY, {}),
    ],
    ids=lambda value: getattr(value, "arn", None),
)
def test_those_who_may(somebody, target, state):
    assert world.may_assume(somebody, target, **state, **own_code(somebody))
    # Nobody else among them takes it in their place.
    for other in (EMERGENCY_RO, EMERGENCY_OPS, user(EMERGENCY, "BreakglassUser1"), CHECKER):
        pairs = {
            READ_ONLY: [EMERGENCY_RO],
            OPERATIONS: [EMERGENCY_OPS],
            BREAK_GLASS: [user(EMERGENCY, "BreakglassUser1"), user(EMERGENCY, "BreakglassUser2")],
            AUDIT: [CHECKER],
            CANARY: [CHECKER],
        }
        may = world.may_assume(other, target, **MFA, **own_code(other))
        assert may is (other in pairs[target])


def test_the_second_hop_carries_source_identity_and_tags():
    for somebody, target in ((EMERGENCY_RO, READ_ONLY), (EMERGENCY_OPS, OPERATIONS)):
        assert world.may_assume(somebody, target, known_by_name=True, tagged=True)


def test_a_user_that_was_made_again_still_fits():
    # IAM turns a user's ARN in a Principal element into the user's id, and a new user has another:
    # so no Principal element may name a user or a role.
    for stack in (stacks.workload(), stacks.management(), stacks.hub(), stacks.access()):
        for about in stack.resources("AWS::IAM::Role").values():
            for statement in about["AssumeRolePolicyDocument"]["Statement"]:
                named = statement["Principal"].get("AWS")
                assert named in (None, f"arn:aws:iam::{EMERGENCY}:root")
                if named:
                    keys = {key for keys in statement["Condition"].values() for key in keys}
                    assert "aws:PrincipalArn" in keys


def test_break_glass_without_mfa_is_refused_by_the_role_itself():
    everything = World(stacks.workload())
    everything.administrator(user(EMERGENCY, "BreakglassUser1"))
    for state in (NO_MFA, {}):
        assert not everything.may_assume(user(EMERGENCY, "BreakglassUser1"), BREAK_GLASS, **state)


WRITES = [
    "iam:CreateUser", "iam:PutRolePolicy", "sns:Publish", "events:PutEvents", "kms:Decrypt",
    "events:DisableRule", "lambda:InvokeFunction", "s3:GetObject", "s3:PutObject",
    "dynamodb:Scan", "sqs:ReceiveMessage", "secretsmanager:GetSecretValue", "ssm:GetParameter",
    "logs:GetLogEvents", "lambda:GetFunction", "sts:AssumeRole", "cloudformation:DeleteStack",
]  # fmt: skip


@pytest.mark.parametrize("action", WRITES)
def test_the_audit_role_changes_nothing_and_reads_no_contents(action):
    for account in (PRODUCTION, MANAGEMENT):
        assert not world.may(role(account, "BreakGlassAudit"), action)


READING = ("BatchGet", "Get", "List", "Describe", "Lookup", "Filter")
# What starts something harmless whose result is then read.
STARTING = {
    "cloudformation:DetectStackDrift", "events:TestEventPattern", "iam:GenerateCredentialReport",
    "iam:SimulatePrincipalPolicy",
}  # fmt: skip


def audit_actions(stack):
    (policy,) = stack.resources("AWS::IAM::Role")["AuditRole"]["Policies"]
    return [action for s in policy["PolicyDocument"]["Statement"] for action in s["Action"]]


def test_the_state_table_is_read_in_part():
    who = role(EMERGENCY, "BreakGlassAudit")
    table = f"arn:aws:dynamodb:eu-west-1:{EMERGENCY}:table/breakglass-state"
    here = World(stacks.workload(account=EMERGENCY))
    for item, expected in (("drill#user", True), ("alert#a", True), ("link#a", False), ("budget#1", False)):
        key = {"dynamodb:LeadingKeys": [item]}
        assert here.may(who, "dynamodb:GetItem", table, **key) is expected
        assert not here.may(who, "dynamodb:UpdateItem", table, **key)
    assert not here.may(who, "dynamodb:GetItem", table)


@pytest.mark.parametrize("stack", [stacks.workload(), stacks.management()], ids=lambda s: s.name)
def test_the_audit_role_lists_each_reading_operation_once_and_without_wildcards(stack):
    actions = audit_actions(stack)
    assert len(actions) == len(set(actions))
    for action in actions:
        assert "*" not in action
        assert action.split(":")[1].startswith(READING) or action in STARTING


def test_the_management_account_reads_all_that_others_read_and_the_organization():
    assert set(audit_actions(stacks.workload())) <= set(audit_actions(stacks.management()))
    for action in ("organizations:ListAccounts", "identitystore:ListGroupMemberships"):
        assert world.may(role(MANAGEMENT, "BreakGlassAudit"), action)


def test_the_canary_may_do_nothing():
    role_of_canary = stacks.workload().resources("AWS::IAM::Role")["CanaryRole"]
    assert not {"Policies", "ManagedPolicyArns"} & set(role_of_canary)
    assert not world.may(role(PRODUCTION, "BreakGlassCanary"), "s3:ListAllMyBuckets")


REPAIR = f"arn:aws:iam::{MANAGEMENT}:role/EmergencyAccess_IdentityRepair"


def test_identity_repair_repairs_the_connection_and_hands_out_no_permissions():
    repairer = role(MANAGEMENT, "EmergencyAccess_IdentityRepair")
    for action in (
        "sso-directory:ImportExternalIdPCertificate",
        "sso-directory:UpdateExternalIdPConfigurationForDirectory",
        "sso:ListInstances",
    ):
        assert world.may(repairer, action)
    for action in (
        "sso:CreateAccountAssignment", "sso:PutInlinePolicyToPermissionSet", "iam:CreateUser",
        "sso:AttachManagedPolicyToPermissionSet", "identitystore:CreateGroupMembership",
        "organizations:DetachPolicy", "sso-directory:AddMemberToGroup",
    ):  # fmt: skip
        assert not world.may(repairer, action)


@pytest.mark.parametrize("stranger", STRANGERS, ids=lambda who: who.arn)
def test_nobody_else_repairs(stranger):
    everything = World(stacks.management())
    everything.administrator(stranger)
    assert not everything.may_assume(stranger, REPAIR, **MFA)


def test_without_users_or_numbers_their_roles_are_not_made():
    bare = stacks.workload(BreakGlassUser1="", BreakGlassUser2="", RoleNumber="")
    names = {r["RoleName"] for r in bare.resources("AWS::IAM::Role").values()}
    assert names == {"BreakGlassAudit", "BreakGlassCanary"}


def rendered_roles():
    """Workload roles of the plan, as `breakglass plan templates` writes them."""
    template = stacks.rendered()["workload-roles-1.json"]
    return Stack(template, account=PRODUCTION, name="breakglass-workload-roles")


def test_what_the_cli_writes_means_the_same():
    written = World(stacks.access(), rendered_roles())
    for somebody, target in ((EMERGENCY_RO, READ_ONLY), (EMERGENCY_OPS, OPERATIONS)):
        assert written.may_assume(somebody, target, known_by_name=True, tagged=True)
    assert not written.may_assume(EMERGENCY_RO, OPERATIONS)
    trust = written.identities[READ_ONLY].trust
    for stranger in STRANGERS:
        request = Request(stranger, "sts:AssumeRole", READ_ONLY, MFA)
        assert not is_allowed(
            request, identity=[{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}],
            resource=trust, resource_account=PRODUCTION, resource_decides=True,
        )  # fmt: skip
