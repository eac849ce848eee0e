"""Defects of roles and trust policies. Each is planted alone, found by one check, and repaired."""

import contextlib
import datetime
import json
from urllib.parse import parse_qs, quote

from testkit.aws.answers import xml
from testkit.drift.healthy import EMERGENCY, PRODUCTION

DEFECTS = []


def found_by(check):
    """Registers a defect: a generator of (world, answers) that breaks something, yields and repairs it."""

    def register(function):
        DEFECTS.append((check, function.__name__.replace("_", " "), contextlib.contextmanager(function)))
        return function

    return register


def iam(world, account=PRODUCTION):
    return (world.production if account == PRODUCTION else world.emergency).client("iam")


@contextlib.contextmanager
def other_trust(client, role, change):
    """Changes the trust policy of a role; `change` maps the old text to the new one."""
    kept = json.dumps(client.get_role(RoleName=role)["Role"]["AssumeRolePolicyDocument"])
    changed = change(kept)
    assert changed != kept
    client.update_assume_role_policy(RoleName=role, PolicyDocument=changed)
    yield
    client.update_assume_role_policy(RoleName=role, PolicyDocument=kept)


@found_by("workload-roles-trust-only-their-emergency-role")
def a_workload_role_trusts_another_account(world, answers):
    with other_trust(iam(world), "EmergencyAccess_RO", lambda text: text.replace(EMERGENCY, "999988887777")):
        yield


@found_by("break-glass-roles-trust-only-the-users-with-mfa")
def the_break_glass_role_asks_for_no_second_factor(world, answers):
    change = lambda text: text.replace("aws:MultiFactorAuthPresent", "aws:SecureTransport")  # noqa: E731
    with other_trust(iam(world), "BreakGlassRole", change):
        yield


@found_by("emergency-roles-trust-the-provider")
def an_emergency_role_trusts_another_provider(world, answers):
    client = iam(world, EMERGENCY)
    change = lambda text: text.replace("saml-provider/Okta", "saml-provider/Other")  # noqa: E731
    with other_trust(client, "EmergencyAccess_Role1_RO", change):
        yield


@found_by("workload-roles-carry-the-planned-policies")
def a_workload_role_may_do_more(world, answers):
    more = {"RoleName": "EmergencyAccess_RO", "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess"}
    iam(world).attach_role_policy(**more)
    yield
    iam(world).detach_role_policy(**more)


@found_by("workload-roles-carry-the-planned-policies")
def a_workload_role_lost_its_policy(world, answers):
    lost = {"RoleName": "EmergencyAccess_RO", "PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}
    iam(world).detach_role_policy(**lost)
    yield
    iam(world).attach_role_policy(**lost)


@found_by("emergency-roles-assume-only-planned-roles")
def an_emergency_role_may_take_another_role(world, answers):
    target = f"arn:aws:iam::{PRODUCTION}:role/Admin"
    statement = {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": target}
    own = {"RoleName": "EmergencyAccess_Role1_RO", "PolicyName": "more"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    iam(world, EMERGENCY).put_role_policy(**own, PolicyDocument=document)
    yield
    iam(world, EMERGENCY).delete_role_policy(**own)


@found_by("session-durations-fit")
def sessions_last_longer_than_planned(world, answers):
    kept = iam(world).get_role(RoleName="BreakGlassRole")["Role"]["MaxSessionDuration"]
    iam(world).update_role(RoleName="BreakGlassRole", MaxSessionDuration=43_200)
    yield
    iam(world).update_role(RoleName="BreakGlassRole", MaxSessionDuration=kept)


@found_by("nothing-blocks-the-emergency-roles")
def a_boundary_holds_a_role(world, answers):
    boundary = "arn:aws:iam::aws:policy/ReadOnlyAccess"
    iam(world).put_role_permissions_boundary(RoleName="EmergencyAccess_RO", PermissionsBoundary=boundary)
    yield
    iam(world).delete_role_permissions_boundary(RoleName="EmergencyAccess_RO")


@found_by("nothing-blocks-the-emergency-roles")
def a_service_control_policy_denies(world, answers):
    answers.blocked = {f"arn:aws:iam::{EMERGENCY}:role/EmergencyAccess_Role1_RO"}
    yield


@found_by("nothing-blocks-the-emergency-roles")
def a_resource_control_policy_denies(world, answers):
    deny = {"Effect": "Deny", "Principal": "*", "Action": "sts:AssumeRole", "Resource": "*"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [deny]})
    answers.resource_control_policies = {"p-deny": document}
    yield


@found_by("plan-matches-organization")
def a_role_is_called_like_ours(world, answers):
    trust = json.dumps({"Version": "2012-10-17", "Statement": []})
    iam(world).create_role(RoleName="EmergencyAccess_Old", AssumeRolePolicyDocument=trust)
    yield
    iam(world).delete_role(RoleName="EmergencyAccess_Old")


@found_by("plan-matches-organization")
def an_account_is_suspended(world, answers):
    closed = {"Status": "SUSPENDED", "State": "SUSPENDED"}
    answers.members = [m | closed if m["Id"] == PRODUCTION else m for m in answers.members]
    yield


@found_by("emergency-account-is-active")
def the_emergency_account_left_the_organization(world, answers):
    answers.members = [m for m in answers.members if m["Id"] != EMERGENCY]
    yield


@found_by("root-is-safe")
def root_has_an_access_key(world, answers):
    answers.root |= {"AccountAccessKeysPresent": 1}
    yield


@found_by("no-session-is-alive")
def somebody_is_inside(world, answers):
    now = datetime.datetime.now(datetime.UTC)
    event = {
        "eventName": "AssumeRoleWithSAML",
        "eventTime": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "userIdentity": {"type": "SAMLUser", "userName": "jane@example.com"},
        "requestParameters": {"roleArn": f"arn:aws:iam::{EMERGENCY}:role/EmergencyAccess_Role1_RO"},
        "responseElements": {},
    }
    answers.events = [{"CloudTrailEvent": json.dumps(event)}]
    yield


@found_by("saml-provider-exists")
def the_provider_is_gone(world, answers):
    arn = f"arn:aws:iam::{EMERGENCY}:saml-provider/Okta"
    client = iam(world, EMERGENCY)
    metadata = client.get_saml_provider(SAMLProviderArn=arn)["SAMLMetadataDocument"]
    client.delete_saml_provider(SAMLProviderArn=arn)
    yield
    client.create_saml_provider(Name="Okta", SAMLMetadataDocument=metadata)


def about(request):
    """The name of the role that a request is about."""
    return parse_qs(request.body.decode())["RoleName"][0]


@found_by("emergency-roles-unused")
def a_role_was_used(world, answers):
    role = iam(world).get_role(RoleName="EmergencyAccess_RO")["Role"]
    used = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    shown = {
        "Arn": role["Arn"],
        "AssumeRolePolicyDocument": quote(json.dumps(role["AssumeRolePolicyDocument"])),
        "MaxSessionDuration": role["MaxSessionDuration"],
        "RoleLastUsed": {"LastUsedDate": used},
    }
    answers.replaced["iam:GetRole"] = (
        lambda request: xml("GetRole", Role=shown) if about(request) == "EmergencyAccess_RO" else None
    )
    yield


@found_by("trail-is-logging")
def a_trail_leaves_reading_out(world, answers):
    client = world.production.client("cloudtrail", "eu-west-1")
    trail = {"TrailName": "breakglass-trail"}
    kept = client.get_event_selectors(**trail)["EventSelectors"]
    client.put_event_selectors(**trail, EventSelectors=[{"ReadWriteType": "WriteOnly"}])
    yield
    client.put_event_selectors(**trail, EventSelectors=kept)
