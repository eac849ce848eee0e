"""Defects of Okta's groups, and changes that were made and reverted."""

from testkit.drift.defects.catalog import defect
from testkit.drift.healthy import EMERGENCY, HOME
from testkit.idp.okta_state import moment


@defect("emergency-groups-exist", "does not exist")
def a_group_is_gone(world, answers, okta):
    del okta.groups["00gRO"], okta.members["00gRO"]
    okta.app_groups = [one for one in okta.app_groups if one["id"] != "00gRO"]
    yield


@defect("emergency-groups-exist", "00gNew")
def a_group_was_made_anew(world, answers, okta):
    name = okta.groups["00gRO"]["profile"]["name"]
    del okta.groups["00gRO"], okta.members["00gRO"]
    okta.groups["00gNew"], okta.members["00gNew"] = okta.group("00gNew", name), []
    okta.app_groups = [one for one in okta.app_groups if one["id"] != "00gRO"]
    yield


@defect("emergency-groups-exist", "is called")
def a_group_was_renamed(world, answers, okta):
    okta.groups["00gOps"]["profile"]["name"] = "Operators"
    yield


@defect("emergency-groups-exist", "is called")
def two_groups_changed_names(world, answers, okta):
    one, other = okta.groups["00gRO"]["profile"], okta.groups["00gOps"]["profile"]
    one["name"], other["name"] = other["name"], one["name"]
    yield


@defect("emergency-groups-exist", "filled by the provider itself")
def a_group_is_built_in(world, answers, okta):
    okta.groups["00gRO"]["type"] = "BUILT_IN"
    yield


@defect("plan-matches-organization", "is not planned")
def a_group_of_an_account_no_longer_planned(world, answers, okta):
    okta.groups["00gOld"] = okta.group("00gOld", f"aws#EmergencyAccess_Role7_RO#{EMERGENCY}")
    okta.members["00gOld"] = []
    yield


@defect("emergency-groups-have-no-members", "m250@example.com")
def somebody_is_on_the_second_page_of_a_group(world, answers, okta):
    okta.page["/api/v1/groups/00gOps/users"] = 200
    okta.members["00gOps"] = [okta.user(f"00u{n}", f"m{n}@example.com") for n in range(251)]
    yield


@defect("emergency-groups-have-no-members", "gone@example.com")
def somebody_who_left_is_in_a_group(world, answers, okta):
    okta.members["00gOps"] = [okta.user("00u5", "gone@example.com", "DEPROVISIONED")]
    yield


@defect("no-rule-fills-an-emergency-group", "inactive")
def a_rule_could_fill_a_group(world, answers, okta):
    actions = {"assignUserToGroups": {"groupIds": ["00g7", "00gRO"]}}
    okta.rules = [*okta.rules, okta.rules[0] | {"id": "0pr3", "name": "later", "status": "INACTIVE", "actions": actions}]
    yield


@defect("no-rule-fills-an-emergency-group", "last")
def a_rule_on_the_second_page_fills_a_group(world, answers, okta):
    others = [okta.rules[0] | {"id": f"0pr{n}"} for n in range(70)]
    actions = {"assignUserToGroups": {"groupIds": ["00gRO"]}}
    okta.rules = [*others, okta.rules[0] | {"id": "0prL", "name": "last", "actions": actions}]
    yield


# What was done -----------------------------------------------------------------------------------


@defect("groups-and-app-untouched-since-last-run", "application.lifecycle")
def the_app_was_opened_and_shut(world, answers, okta):
    okta.events = [
        okta.event("e1", "application.lifecycle.activate", "0oa1", 7_200),
        okta.event("e2", "application.lifecycle.deactivate", "0oa1", 3_600),
    ]
    okta.app["lastUpdated"] = moment(3_600)
    yield


@defect("groups-and-app-untouched-since-last-run", "group.user_membership.add")
def somebody_came_and_went(world, answers, okta):
    okta.events = [
        okta.event("e1", "group.user_membership.add", "00gRO", 7_200),
        okta.event("e2", "group.user_membership.remove", "00gRO", 3_600),
    ]
    okta.groups["00gRO"]["lastMembershipUpdated"] = moment(3_600)
    yield


@defect("groups-and-app-untouched-since-last-run", "the membership of group 00gOps changed")
def a_membership_changed_and_no_log_tells(world, answers, okta):
    key = {"id": {"S": "run#last"}}
    table = world.emergency.client("dynamodb", HOME)
    item = table.get_item(TableName="breakglass-state", Key=key)["Item"]
    world.put(item | {"digest": {"S": item["digest"]["S"].replace('"changes": {}', '"changes": {"00gOps": 1600000000}')}})
    okta.groups["00gOps"]["lastMembershipUpdated"] = moment(3_600)
    yield
    world.put(item)


@defect("groups-and-app-untouched-since-last-run", "changed at")
def the_app_changed_and_no_log_tells(world, answers, okta):
    key = {"id": {"S": "run#last"}}
    table = world.emergency.client("dynamodb", HOME)
    item = table.get_item(TableName="breakglass-state", Key=key)["Item"]
    world.put(item | {"digest": {"S": item["digest"]["S"].replace('"changes": {}', '"changes": {"0oa1": 1600000000}')}})
    okta.app["lastUpdated"] = moment(3_600)
    yield
    world.put(item)


@defect("nobody-signed-in-through-the-app", "mallory@example.com signed in")
def somebody_signed_in(world, answers, okta):
    okta.events = [okta.event("e1", "user.authentication.sso", "0oa1", 7_200)]
    yield
