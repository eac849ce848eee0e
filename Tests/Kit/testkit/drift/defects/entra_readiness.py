"""Defects that make a tenant of Microsoft Entra ID unusable in an emergency, and the checker's permissions."""

from testkit.drift.defects.entra import (
    APP,
    ASSIGNED,
    CERTIFICATE,
    CREDENTIAL,
    DIRECT,
    EXIST,
    GROUPS,
    INACTIVE,
    MEMBERS,
    PLAN,
    POLICY,
    PRIVILEGED,
    RESPONDERS,
    RULES,
    SIGN_INS,
    UNTOUCHED,
    planted,
)  # fmt: skip
from testkit.idp import saml_documents


@planted(ASSIGNED, word="EmergencyAccess_Role1_Ops")
def a_group_is_not_assigned(tenant):
    tenant.assigned = tenant.assigned[:1]


@planted(CERTIFICATE, word="which the SAML provider does not know")
def entra_signs_with_another_certificate(tenant, server):
    server.metadata = saml_documents.metadata("http://www.okta.com/exk1", saml_documents.certificate())


@planted(CERTIFICATE, word="calls itself https://sts.windows.net/other/")
def entra_calls_itself_by_another_name(tenant, server):
    server.metadata = server.metadata.replace(b"http://www.okta.com/exk1", b"https://sts.windows.net/other/")


@planted("saml-certificate-is-not-expiring", word="expires on")
def the_certificate_expires_within_weeks(tenant, server, answers):
    document = saml_documents.metadata("http://www.okta.com/exk1", saml_documents.certificate(days=20))
    server.metadata = document
    answers.saml_metadata = document.decode()


@planted(CREDENTIAL, unread=[MEMBERS], word="they are hidden, which takes Member.Read.Hidden")
def members_are_hidden(tenant):
    tenant.groups["gRO"]["visibility"] = "HiddenMembership"
    tenant.members["gRO"] = [tenant.user("u5", "mallory@example.com")]
    tenant.roles.remove("Member.Read.Hidden")


@planted(CREDENTIAL, unread=[POLICY], word="the checker was not granted Policy.Read.All")
def the_checker_may_not_read_policies(tenant):
    tenant.roles.remove("Policy.Read.All")


@planted(CREDENTIAL, word="was granted Group.ReadWrite.All, which is not planned")
def the_checker_may_write(tenant):
    tenant.roles.append("Group.ReadWrite.All")


@planted(POLICY, word="lets people in without MFA")
def a_policy_only_reports(tenant):
    tenant.policies[0]["state"] = "enabledForReportingButNotEnforced"


@planted(POLICY, word="rule nobody keeps the responders out")
def a_policy_blocks_everybody(tenant):
    tenant.policies = [*tenant.policies, tenant.policy("nobody", ["block"])]


@planted(POLICY, word="lets people in without MFA")
def a_responder_is_let_in_without_a_second_factor(tenant):
    tenant.policies = [tenant.policy("MFA for all", ["mfa"], excludeUsers=["u1"])]


@planted(EXIST, unread=[MEMBERS, PRIVILEGED, RULES, UNTOUCHED], word="(gRO) does not exist")
def a_group_was_deleted(tenant):
    del tenant.groups["gRO"]


@planted(EXIST, unread=[MEMBERS, PRIVILEGED, RULES, UNTOUCHED], word="does not exist, gNew has its name")
def a_group_was_made_anew(tenant):
    tenant.groups["gNew"] = tenant.groups.pop("gRO") | {"id": "gNew"}


@planted(EXIST, unread=[MEMBERS], word="group gRO is called sales")
def a_group_was_renamed(tenant):
    tenant.groups["gRO"]["displayName"] = "sales"


@planted(PLAN, word="(gX) is not planned")
def a_group_is_left_over(tenant):
    name = tenant.groups["gRO"]["displayName"].replace("Role1", "Role7")
    tenant.groups["gX"] = tenant.group("gX", name)


UNKNOWN_WITHOUT_APP = [INACTIVE, DIRECT, POLICY, CERTIFICATE, UNTOUCHED, SIGN_INS, ASSIGNED, GROUPS]


@planted(APP, unread=UNKNOWN_WITHOUT_APP, word="app sp1 does not exist")
def the_app_was_deleted(tenant):
    tenant.app = None


@planted(APP, word="signs on by password, not SAML")
def the_app_signs_on_by_password(tenant):
    tenant.app["preferredSingleSignOnMode"] = "password"


@planted(RESPONDERS, word="responder jane@example.com is DISABLED")
def a_responder_is_disabled(tenant):
    tenant.users["jane@example.com"]["accountEnabled"] = False


@planted(RESPONDERS, word="has no second factor")
def a_responder_has_registered_nothing(tenant):
    tenant.details = {}
