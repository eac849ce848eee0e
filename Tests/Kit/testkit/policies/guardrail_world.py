"""An organization with the guardrail: its principals, and the actions to try."""

from testkit.policies.evaluation import role, root, user
from testkit.policies.world import World, guardrails
from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, HOME, MANAGEMENT, PRODUCTION

ROLLOUT, CUSTODIAN = role(EMERGENCY, "Rollout"), role(EMERGENCY, "Custodian")
REVOKER, ADMIN = role(EMERGENCY, "Revoker"), role(EMERGENCY, "Admin")
STACK_SETS = role(EMERGENCY, "stacksets-exec-0a1b2c3d")
THERE = role(PRODUCTION, "Admin")

TRAIL = f"arn:aws:cloudtrail:{HOME}:{MANAGEMENT}:trail/org-trail"
CONTROL_TOWER = role(PRODUCTION, "AWSControlTowerExecution")

world = World(
    stacks.access(), stacks.hub(), stacks.workload(),
    scps=guardrails(stacks.guardrail(TrailArn=TRAIL)), management=MANAGEMENT,
)  # fmt: skip
for account in (EMERGENCY, PRODUCTION, MANAGEMENT):
    world.administrator(
        *(role(account, n) for n in ("Admin", "Rollout", "Custodian", "Revoker", "EmergencyAccess_X")),
        role(account, "stacksets-exec-0a1b2c3d"), user(account, "admin"),
        role(account, "AWSControlTowerExecution"),
    )  # fmt: skip


def iam(path, account=EMERGENCY):
    return f"arn:aws:iam::{account}:{path}"


def at(service, name, account=EMERGENCY):
    return f"arn:aws:{service}:{HOME}:{account}:{name}"


def deeds(resource, *actions):
    return [(action, resource) for action in actions]


ROLE_DEEDS = (
    "iam:CreateRole", "iam:DeleteRole", "iam:UpdateRole", "iam:UpdateRoleDescription",
    "iam:UpdateAssumeRolePolicy", "iam:AttachRolePolicy", "iam:DetachRolePolicy", "iam:PassRole",
    "iam:PutRolePermissionsBoundary", "iam:DeleteRolePermissionsBoundary",
    "iam:AddRoleToInstanceProfile", "iam:TagRole",
)  # fmt: skip
TRUSTED_ROLES = (
    "EmergencyAccess_Role1_RO", "EmergencyAccess_RO", "EmergencyAccess_Ops", "BreakGlassRole",
    "BreakGlassAudit", "BreakGlassCanary", "breakglass-sns-publisher", "breakglass-drift-checker",
    "StackSet-breakglass-region-1a2b-ForwardingRole-3C4D", "Rollout", "Revoker",
)  # fmt: skip
EVERYBODY = [ADMIN, root(EMERGENCY), user(EMERGENCY, "admin"), role(EMERGENCY, "EmergencyAccess_X")]
