"""Access that is or was open in a tenant of Microsoft Entra ID. entra_world.py restores it after each test."""

import datetime

from testkit.drift.defects.provider import Catalog

DEFECTS = Catalog()
planted = DEFECTS.planted

MEMBERS, INACTIVE = "emergency-groups-have-no-members", "federation-app-is-inactive"
UNTOUCHED, SIGN_INS = "groups-and-app-untouched-since-last-run", "nobody-signed-in-through-the-app"
DIRECT, GROUPS = "federation-app-has-no-direct-users", "only-emergency-groups-reach-the-app"
RULES, PRIVILEGED = "no-rule-fills-an-emergency-group", "no-active-privileged-assignment"
EXIST, ASSIGNED, APP = "emergency-groups-exist", "emergency-groups-are-assigned", "federation-app-exists"
POLICY, CERTIFICATE = "sign-on-policy-demands-mfa", "idp-certificate-is-in-the-provider"
CREDENTIAL, RESPONDERS = "checker-credential-is-healthy", "responders-are-ready"
PLAN = "plan-matches-organization"


def minutes_ago(minutes):
    moment = datetime.datetime.now(datetime.UTC) - datetime.timedelta(minutes=minutes)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def audit(minutes, activity, person, *targets):
    """An entry of the directory's audit log; its age is in minutes."""
    return {
        "id": f"d{minutes}", "activityDisplayName": activity, "result": "success",
        "activityDateTime": minutes_ago(minutes), "initiatedBy": {"user": {"userPrincipalName": person}},
        "targetResources": list(targets),
    }  # fmt: skip


@planted(MEMBERS, word="mallory@example.com is a member")
def somebody_is_in_a_group(tenant):
    tenant.members["gRO"] = [tenant.user("u5", "mallory@example.com")]


@planted(MEMBERS, word="mallory@example.com is a member")
def somebody_is_in_a_group_of_a_group_in_a_group(tenant):
    tenant.members |= {
        "gRO": [{"@odata.type": "#microsoft.graph.group", "id": "g7", "displayName": "all staff"}],
        "g7": [{"@odata.type": "#microsoft.graph.group", "id": "g8", "displayName": "night shift"}],
        "g8": [tenant.user("u5", "mallory@example.com")],
    }


@planted(RULES, word="dynamic membership of aws#EmergencyAccess_Role1_Ops")
def a_rule_decides_who_is_in_a_group(tenant):
    tenant.groups["gOps"] |= {
        "groupTypes": ["DynamicMembership"], "membershipRule": 'user.department -eq "it"',
        "membershipRuleProcessingState": "On",
    }  # fmt: skip


@planted(RULES, word="inactive")
def a_rule_that_is_paused_is_still_there(tenant):
    tenant.groups["gOps"] |= {"membershipRule": "user.userType -ne null", "membershipRuleProcessingState": "Paused"}


@planted(PRIVILEGED, MEMBERS, word="u5@example.com holds an active assignment (activated)")
def somebody_activated_an_assignment(tenant):
    tenant.schedules = [tenant.schedule("gRO", "u5", "activated")]


@planted(PRIVILEGED, word="u5 holds an active assignment (assigned)")
def somebody_owns_a_group_for_good(tenant):
    tenant.schedules = [tenant.schedule("gRO", "u5", "assigned", "owner")]


@planted(INACTIVE, word="AWS emergency is active")
def the_app_is_enabled(tenant):
    tenant.app["accountEnabled"] = True


@planted(unread=[INACTIVE], word="not said")
def the_app_does_not_say_whether_it_is_enabled(tenant):
    tenant.app |= {"accountEnabled": None, "isDisabled": None}


@planted(DIRECT, word="is assigned to everybody")
def the_app_asks_for_no_assignment(tenant):
    tenant.app["appRoleAssignmentRequired"] = False


@planted(DIRECT, word="Mallory is assigned to the app directly")
def a_user_is_assigned_directly(tenant):
    tenant.assigned = [*tenant.assigned, tenant.assignment("u5", "Mallory", "User")]


@planted(DIRECT, word="deploy bot is assigned to the app directly")
def another_app_is_assigned(tenant):
    tenant.assigned = [*tenant.assigned, tenant.assignment("sp7", "deploy bot", "ServicePrincipal")]


@planted(GROUPS, word="group g7 is assigned to the app, and not planned")
def another_group_is_assigned(tenant):
    tenant.assigned = [*tenant.assigned, tenant.assignment("g7", "all staff", "Group")]


@planted(UNTOUCHED, word="m@example.com did application.lifecycle.activate on sp1")
def the_app_was_opened_and_shut_again(tenant):
    for minutes, value in [(50, "[true]"), (40, "[false]")]:
        app = {"id": "sp1", "modifiedProperties": [{"displayName": "AccountEnabled", "newValue": value}]}
        tenant.audits.append(audit(minutes, "Update service principal", "m@example.com", app))


@planted(UNTOUCHED, word="m@example.com did group.user_membership.add on gRO")
def somebody_was_in_a_group_for_a_while(tenant):
    for minutes, activity in [(50, "Add member to group"), (40, "Remove member from group")]:
        tenant.audits.append(audit(minutes, activity, "m@example.com", {"id": "u5"}, {"id": "gRO"}))


@planted(SIGN_INS, word="m@example.com signed in through the app")
def somebody_signed_in(tenant):
    tenant.sign_ins = [
        {"id": f"s{code}", "createdDateTime": minutes_ago(30), "userPrincipalName": name,
         "status": {"errorCode": code}}
        for code, name in [(0, "m@example.com"), (50126, "n@example.com")]
    ]  # fmt: skip


@planted(unread=[MEMBERS], word="they are decided in a directory on premises, which is not read")
def a_group_is_synchronized(tenant):
    tenant.groups["gRO"]["onPremisesSyncEnabled"] = True
