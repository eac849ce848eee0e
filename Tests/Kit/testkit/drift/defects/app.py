"""Defects of the federation app and its settings. The fixture `okta` restores Okta after each test."""

from testkit.drift.breaking import iam, trust
from testkit.drift.defects.catalog import defect
from testkit.drift.healthy import EMERGENCY, PRODUCTION

PROVIDER = f"arn:aws:iam::{EMERGENCY}:saml-provider/Okta"


def settings(okta):
    return okta.app["settings"]["app"]


@defect("federation-app-exists", "does not exist")
def the_app_is_gone(world, answers, okta):
    okta.app = None
    yield


@defect("federation-app-exists", "was deleted")
def the_app_was_deleted(world, answers, okta):
    okta.app["status"] = "DELETED"
    yield


@defect("federation-app-exists", "is of kind")
def the_app_is_of_another_kind(world, answers, okta):
    okta.app["name"] = "template_saml_2_0"
    yield


@defect("federation-app-exists", "not SAML")
def the_app_signs_on_otherwise(world, answers, okta):
    okta.app["signOnMode"] = "OPENID_CONNECT"
    yield


@defect("federation-app-has-no-direct-users", "assigned to everybody")
def the_app_is_assigned_to_everybody(world, answers, okta):
    okta.app["settings"]["implicitAssignment"] = True
    yield


@defect("federation-app-has-no-direct-users", "directly")
def a_user_on_the_second_page_is_assigned_directly(world, answers, okta):
    okta.app_users = [{"id": f"00uG{n}", "scope": "GROUP"} for n in range(60)] + [{"id": "00u7", "scope": "USER"}]
    yield


@defect("only-emergency-groups-reach-the-app", "00g9")
def another_group_is_assigned(world, answers, okta):
    okta.app_groups = [*okta.app_groups, {"id": "00g9", "priority": 9}]
    yield


@defect("emergency-groups-are-assigned", "is not assigned")
def no_group_is_assigned(world, answers, okta):
    okta.app_groups = []
    yield


@defect("app-holds-no-aws-keys", "holds an AWS access key")
def the_app_holds_a_secret_key(world, answers, okta):
    settings(okta)["secretKeyEnc"] = "encrypted"
    yield


@defect("app-settings-are-sane", "joins all roles")
def the_app_joins_all_roles(world, answers, okta):
    settings(okta)["joinAllRoles"] = True
    yield


@defect("app-settings-are-sane", "does not map")
def the_app_maps_no_groups(world, answers, okta):
    settings(okta)["useGroupMapping"] = False
    yield


@defect("app-settings-are-sane", "takes groups from")
def the_app_takes_groups_from_elsewhere(world, answers, okta):
    settings(okta)["appFilter"] = "active_directory"
    yield


@defect("app-settings-are-sane", "not for partition")
def the_app_is_for_another_partition(world, answers, okta):
    settings(okta)["awsEnvironmentType"] = "aws.amazon-us-gov"
    yield


@defect("app-settings-are-sane", "does not accept")
def the_app_posts_elsewhere(world, answers, okta):
    settings(okta)["overrideAcsURL"] = "https://example.com/saml"
    yield


@defect("app-settings-are-sane", "names the provider")
def the_app_names_another_provider(world, answers, okta):
    settings(okta)["identityProviderArn"] = PROVIDER.replace("Okta", "Other")
    yield


@defect("group-names-resolve-to-roles", "does not fit")
def the_group_filter_is_oktas_default(world, answers, okta):
    settings(okta)["groupFilter"] = r"aws_(?{{accountid}}\d+)_(?{{role}}[a-zA-Z0-9+=,.@\-_]+)"
    yield


@defect("group-names-resolve-to-roles", "saml-provider/Other")
def the_role_pattern_names_another_provider(world, answers, okta):
    settings(okta)["roleValuePattern"] = settings(okta)["roleValuePattern"].replace("/Okta", "/Other")
    yield


@defect("session-durations-fit", "the app asks for 7200")
def the_app_asks_for_more_than_a_role_allows(world, answers, okta):
    settings(okta)["sessionDuration"] = 7_200
    iam(world).update_role(RoleName="EmergencyAccess_Role1_RO", MaxSessionDuration=3_600)
    iam(world).update_role(RoleName="EmergencyAccess_Role1_Ops", MaxSessionDuration=7_200)
    yield
    for role in ("RO", "Ops"):
        iam(world).update_role(RoleName=f"EmergencyAccess_Role1_{role}", MaxSessionDuration=3_600)


def without(action):
    """A change that removes an action from a trust policy."""

    def change(document):
        for one in document["Statement"]:
            actions = [one["Action"]] if isinstance(one["Action"], str) else one["Action"]
            one["Action"] = [kept for kept in actions if kept != action]
        document["Statement"] = [one for one in document["Statement"] if one["Action"]]

    return change


@defect("source-identity-passes-the-chain", "sts:SetSourceIdentity")
def the_second_hop_takes_no_source_identity(world, answers, okta):
    name = "https://aws.amazon.com/SAML/Attributes/SourceIdentity"
    okta.app["settings"]["signOn"]["attributeStatements"] = [{"type": "EXPRESSION", "name": name, "values": ["user.login"]}]

    with trust(iam(world, PRODUCTION), "EmergencyAccess_RO", without("sts:SetSourceIdentity")):
        yield


@defect("source-identity-passes-the-chain", "sts:TagSession")
def the_first_hop_takes_no_tags(world, answers, okta):
    name = "https://aws.amazon.com/SAML/Attributes/PrincipalTag:team"
    okta.app["settings"]["signOn"]["attributeStatements"] = [{"type": "EXPRESSION", "name": name, "values": ["user.team"]}]

    with trust(iam(world), "EmergencyAccess_Role1_Ops", without("sts:TagSession")):
        yield
