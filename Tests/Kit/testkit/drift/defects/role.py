"""Defects of roles: permissions, boundaries, and missing roles."""

import json

from testkit.aws.answers import xml
from testkit.drift.breaking import iam, inline, only_inline, policy, statement
from testkit.drift.defects.catalog import defect
from testkit.drift.healthy import EMERGENCY, PRODUCTION

EMERGENCY_ROLE, WORK_ROLE, BREAK_GLASS = "EmergencyAccess_Role1_RO", "EmergencyAccess_RO", "BreakGlassRole"


@defect("workload-roles-carry-the-planned-policies", "inline policy more")
def a_workload_role_has_an_inline_policy(world, answers, okta):
    document = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
    with inline(iam(world, PRODUCTION), WORK_ROLE, document):
        yield


@defect("workload-roles-carry-the-planned-policies", "inline policy more")
def a_workload_role_is_denied_everything(world, answers, okta):
    document = {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}
    with inline(iam(world, PRODUCTION), BREAK_GLASS, document):
        yield


@defect("workload-roles-carry-the-planned-policies", "SystemAdministrator")
def a_workload_role_has_another_policy(world, answers, okta):
    own = {"RoleName": WORK_ROLE}
    read = "arn:aws:iam::aws:policy/ReadOnlyAccess"
    more = "arn:aws:iam::aws:policy/job-function/SystemAdministrator"
    iam(world, PRODUCTION).detach_role_policy(**own, PolicyArn=read)
    iam(world, PRODUCTION).attach_role_policy(**own, PolicyArn=more)
    yield
    iam(world, PRODUCTION).detach_role_policy(**own, PolicyArn=more)
    iam(world, PRODUCTION).attach_role_policy(**own, PolicyArn=read)


@defect("emergency-roles-assume-only-planned-roles", "AdministratorAccess")
def an_emergency_role_is_an_administrator(world, answers, okta):
    more = {"RoleName": EMERGENCY_ROLE, "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess"}
    iam(world).attach_role_policy(**more)
    yield
    iam(world).detach_role_policy(**more)


def hops(**changes):
    """Changes every statement of the emergency role's inline policy."""
    def change(document):
        document["Statement"] = [one | changes for one in document["Statement"]]

    return change


HOPS = {
    "an_emergency_role_may_take_any_role": hops(Resource="*"),
    "an_emergency_role_may_take_roles_of_any_account": hops(Resource="arn:aws:iam::*:role/EmergencyAccess_RO"),
    "an_emergency_role_may_do_anything_with_sts": hops(Action="sts:*"),
    "an_emergency_role_may_take_nothing": hops(Effect="Deny"),
    "an_emergency_role_may_hop_with_mfa_alone": hops(Condition={"Bool": {"aws:MultiFactorAuthPresent": "true"}}),
    "an_emergency_role_may_all_but_a_few": statement(NotAction="iam:*", Action=None, Resource="*"),
}
for name, change in HOPS.items():

    def plant(world, answers, okta, change=change):
        def clean(document):
            change(document)
            document["Statement"] = [{k: v for k, v in one.items() if v is not None} for one in document["Statement"]]

        own = only_inline(iam(world), EMERGENCY_ROLE)
        with inline(iam(world), EMERGENCY_ROLE, clean, own):
            yield

    plant.__name__ = name
    defect("emergency-roles-assume-only-planned-roles")(plant)


@defect("emergency-roles-assume-only-planned-roles", "may not take")
def an_emergency_role_lost_its_policy(world, answers, okta):
    own = {"RoleName": EMERGENCY_ROLE, "PolicyName": only_inline(iam(world), EMERGENCY_ROLE)}
    kept = iam(world).get_role_policy(**own)["PolicyDocument"]
    iam(world).delete_role_policy(**own)
    yield
    iam(world).put_role_policy(**own, PolicyDocument=json.dumps(kept))


# What blocks them ------------------------------------------------------------------------------------


@defect("nothing-blocks-the-emergency-roles", "service control policy")
def a_service_control_policy_holds_a_workload_role(world, answers, okta):
    def simulated(request):
        if f"{PRODUCTION}%3Arole%2FEmergencyAccess_Ops" not in request.body.decode():
            return None
        result = {
            "EvalActionName": "ec2:DescribeRegions", "EvalResourceName": "*", "EvalDecision": "implicitDeny",
            "OrganizationsDecisionDetail": {"AllowedByOrganizations": "false"},
        }  # fmt: skip
        return xml("SimulatePrincipalPolicy", EvaluationResults=[result], IsTruncated="false")

    answers.replaced["iam:SimulatePrincipalPolicy"] = simulated
    yield


@defect("nothing-blocks-the-emergency-roles", "boundary")
def a_boundary_holds_an_emergency_role(world, answers, okta):
    own = {"RoleName": EMERGENCY_ROLE}
    iam(world).put_role_permissions_boundary(**own, PermissionsBoundary="arn:aws:iam::aws:policy/ReadOnlyAccess")
    yield
    iam(world).delete_role_permissions_boundary(**own)


# Whether they are there, and none besides ------------------------------------------------------------


def deleted(client, role):
    """Deletes a role, and creates it again afterwards."""
    kept = client.get_role(RoleName=role)["Role"]
    texts = {
        name: client.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"]
        for name in client.list_role_policies(RoleName=role)["PolicyNames"]
    }
    attached = [one["PolicyArn"] for one in client.list_attached_role_policies(RoleName=role)["AttachedPolicies"]]
    for name in texts:
        client.delete_role_policy(RoleName=role, PolicyName=name)
    for arn in attached:
        client.detach_role_policy(RoleName=role, PolicyArn=arn)
    client.delete_role(RoleName=role)
    yield
    client.create_role(
        RoleName=role, AssumeRolePolicyDocument=json.dumps(kept["AssumeRolePolicyDocument"]),
        MaxSessionDuration=kept["MaxSessionDuration"],
    )  # fmt: skip
    for name, text in texts.items():
        client.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=json.dumps(text))
    for arn in attached:
        client.attach_role_policy(RoleName=role, PolicyArn=arn)


@defect("emergency-roles-exist", "EmergencyAccess_Role1_RO does not exist")
def an_emergency_role_is_gone(world, answers, okta):
    yield from deleted(iam(world), EMERGENCY_ROLE)


@defect("workload-roles-exist", "EmergencyAccess_RO does not exist")
def a_workload_role_is_gone(world, answers, okta):
    yield from deleted(iam(world, PRODUCTION), WORK_ROLE)


@defect("workload-roles-exist", "BreakGlassRole does not exist")
def a_break_glass_role_is_gone(world, answers, okta):
    yield from deleted(iam(world, PRODUCTION), BREAK_GLASS)


def left_over(client, name):
    client.create_role(RoleName=name, AssumeRolePolicyDocument=policy())
    yield
    client.delete_role(RoleName=name)


@defect("plan-matches-organization", "EmergencyAccess_Role2_RO")
def an_emergency_role_of_an_account_no_longer_planned(world, answers, okta):
    yield from left_over(iam(world), "EmergencyAccess_Role2_RO")


@defect("plan-matches-organization", "EmergencyAccess_Admin")
def a_workload_role_that_nobody_planned(world, answers, okta):
    yield from left_over(iam(world, PRODUCTION), "EmergencyAccess_Admin")


@defect("plan-matches-organization", "BreakGlassRole in")
def a_break_glass_role_in_the_emergency_account(world, answers, okta):
    yield from left_over(iam(world), "BreakGlassRole")


@defect("plan-matches-organization", "not in the organization")
def an_account_left_the_organization(world, answers, okta):
    answers.members = [one for one in answers.members if one["Id"] != PRODUCTION]
    yield


@defect("emergency-account-is-active", "SUSPENDED")
def the_emergency_account_is_suspended(world, answers, okta):
    closed = {"Status": "SUSPENDED", "State": "SUSPENDED"}
    answers.members = [one | closed if one["Id"] == EMERGENCY else one for one in answers.members]
    yield


@defect("session-durations-fit", "planned are 3600")
def a_workload_role_lasts_for_hours(world, answers, okta):
    iam(world, PRODUCTION).update_role(RoleName=WORK_ROLE, MaxSessionDuration=14_400)
    yield
    iam(world, PRODUCTION).update_role(RoleName=WORK_ROLE, MaxSessionDuration=3_600)


@defect("saml-provider-exists", "does not exist")
def the_provider_has_another_name(world, answers, okta):
    arn = f"arn:aws:iam::{EMERGENCY}:saml-provider/"
    metadata = iam(world).get_saml_provider(SAMLProviderArn=arn + "Okta")["SAMLMetadataDocument"]
    iam(world).delete_saml_provider(SAMLProviderArn=arn + "Okta")
    iam(world).create_saml_provider(Name="Other", SAMLMetadataDocument=metadata)
    yield
    iam(world).delete_saml_provider(SAMLProviderArn=arn + "Other")
    iam(world).create_saml_provider(Name="Okta", SAMLMetadataDocument=metadata)
