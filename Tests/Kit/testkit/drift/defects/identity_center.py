"""Defects of IAM Identity Center. Each test has its own instance, so nothing is repaired."""

import json

from testkit.aws.answers import refusal, reply
from testkit.drift.defects.provider import Catalog
from testkit.idp.identity_center import APP

DEFECTS = Catalog()
planted = DEFECTS.planted

MEMBERS, INACTIVE = "emergency-groups-have-no-members", "federation-app-is-inactive"
UNTOUCHED, SIGN_INS = "groups-and-app-untouched-since-last-run", "nobody-signed-in-through-the-app"
DIRECT, GROUPS = "federation-app-has-no-direct-users", "only-emergency-groups-reach-the-app"
EXIST, ASSIGNED, APP_EXISTS = "emergency-groups-exist", "emergency-groups-are-assigned", "federation-app-exists"


@planted(MEMBERS, word="mallory2@example.com is a member of aws#EmergencyAccess_Role1_RO")
def people_are_in_a_group(center):
    for number in range(3):
        center.directory.member(center.groups["RO"], f"mallory{number}@example.com")


@planted(INACTIVE, word="AWS emergency is active")
def the_app_is_enabled(center):
    center.instance.application["Status"] = "ENABLED"


@planted(unread=[INACTIVE], word="its status is RESTING")
def the_app_is_in_a_state_nobody_knows(center):
    center.instance.application["Status"] = "RESTING"


@planted(DIRECT, word="is assigned to everybody")
def the_app_asks_for_no_assignment(center):
    center.instance.required = False


@planted(DIRECT, word="mallory@example.com is assigned to the app directly")
def a_user_is_assigned_directly(center):
    center.instance.assign(center.directory.member(center.groups["control"], "mallory@example.com"), "USER")


@planted(GROUPS, word="is assigned to the app, and not planned")
def another_group_is_assigned(center):
    center.instance.assign(center.directory.group("sales"), "GROUP")


@planted(ASSIGNED, word="EmergencyAccess_Role1_Ops")
def a_group_is_not_assigned(center):
    center.instance.assignments.pop()


def described(center, answers, **about):
    """Replaces the description of the group RO, which moto cannot change."""

    def group(request):
        asked = json.loads(request.body)
        if asked["GroupId"] == center.groups["RO"]:
            return reply(asked | {"DisplayName": center.name("RO")} | about)

    answers.replaced["identitystore:DescribeGroup"] = group


@planted(unread=[MEMBERS], word="they are decided in https://example.okta.com, which is not read")
def a_group_is_provisioned_from_a_directory(center, answers):
    described(center, answers, ExternalIds=[{"Issuer": "https://example.okta.com", "Id": "00g1"}])


@planted(EXIST, unread=[MEMBERS], word="is called sales")
def a_group_was_renamed(center, answers):
    described(center, answers, DisplayName="sales")


@planted(EXIST, unread=[MEMBERS, UNTOUCHED], word="does not exist")
def a_group_was_deleted(center):
    center.directory.client.delete_group(IdentityStoreId=center.directory.store, GroupId=center.groups["RO"])


@planted("plan-matches-organization", word="EmergencyAccess_Role7_RO")
def a_group_is_left_over(center):
    center.directory.group(center.name("RO", number=7))


@planted(unread=[MEMBERS], word="reads as empty too")
def the_control_group_is_empty(center):
    center.directory.empty(center.groups["control"])


@planted(APP_EXISTS, unread=[INACTIVE, DIRECT, GROUPS, ASSIGNED, UNTOUCHED], word=f"app {APP} does not exist")
def the_app_was_deleted(center):
    center.instance.application = None


@planted(APP_EXISTS, word="signs on by custom, not SAML")
def the_app_is_none_of_saml(center):
    center.instance.application["ApplicationProviderArn"] = "arn:aws:sso::aws:applicationProvider/custom"


@planted(SIGN_INS, word="assumed-role/Admin/jane signed in through the app")
def somebody_signed_in(center):
    center.instance.record("Federate", serviceEventDetails={"applicationArn": APP})


@planted(unread=[SIGN_INS, UNTOUCHED], word="a sign-in does not say to what")
def somebody_signed_in_to_what_nobody_knows(center):
    center.instance.record("Federate", serviceEventDetails={})


@planted(UNTOUCHED, word=f"did application.lifecycle.activate on {APP}")
def the_app_was_opened_and_shut_again(center):
    for hours, status in [(3, "ENABLED"), (2, "DISABLED")]:
        about = {"applicationArn": APP, "status": status}
        center.instance.record("UpdateApplication", hours, requestParameters=about)


@planted(UNTOUCHED, word="did group.user_membership.add on")
def somebody_was_in_a_group_for_a_while(center):
    center.instance.record("AddMemberToGroup", 3, requestParameters={"groupId": center.groups["RO"]})
    center.instance.record("RemoveMemberFromGroup", 2, requestParameters={"groupId": center.groups["RO"]})


@planted(UNTOUCHED, word="did CreateApplicationAssignment on")
def a_group_was_assigned_for_a_while(center):
    about = {"applicationArn": APP, "principalId": "another", "principalType": "GROUP"}
    center.instance.record("CreateApplicationAssignment", 3, requestParameters=about)


@planted(unread=[SIGN_INS, UNTOUCHED], word="access was denied")
def the_history_is_denied(center, answers):
    answers.replaced["cloudtrail:LookupEvents"] = lambda request: (
        refusal(request, "AccessDeniedException", 400) if "/eu-central-1/" in request.header("authorization") else None
    )
