"""Defects at the identity provider. The fixture `okta` restores Okta after each test."""

from testkit.drift.defects.catalog import defect
from testkit.idp import saml_documents


@defect("federation-app-is-inactive")
def the_app_is_active(world, answers, okta):
    okta.app["status"] = "ACTIVE"
    yield


@defect("emergency-groups-have-no-members", "mallory@example.com")
def somebody_is_in_a_group(world, answers, okta):
    okta.members["00gRO"] = [okta.user("00u5", "mallory@example.com")]
    yield


@defect("plan-matches-organization", "has the name of a planned group")
def a_group_looks_like_ours(world, answers, okta):
    okta.groups["00gX"] = okta.group("00gX", okta.groups["00gRO"]["profile"]["name"])
    okta.members["00gX"] = []
    yield


@defect("no-rule-fills-an-emergency-group")
def a_rule_fills_a_group(world, answers, okta):
    rule = okta.rules[0] | {"id": "0pr2", "name": "all", "actions": {"assignUserToGroups": {"groupIds": ["00gOps"]}}}
    okta.rules = [*okta.rules, rule]
    yield


@defect("emergency-groups-are-assigned")
def a_group_is_not_assigned(world, answers, okta):
    okta.app_groups = okta.app_groups[:1]
    yield


@defect("federation-app-has-no-direct-users")
def a_user_is_assigned_directly(world, answers, okta):
    okta.app_users = [{"id": "00u7", "scope": "USER"}]
    yield


@defect("app-holds-no-aws-keys")
def the_app_holds_a_key(world, answers, okta):
    okta.app["settings"]["app"]["accessKey"] = "AKIAIOSFODNN7EXAMPLE"
    yield


@defect("idp-certificate-is-in-the-provider")
def okta_signs_with_another_certificate(world, answers, okta):
    other = saml_documents.certificate()
    okta.metadata = saml_documents.metadata("http://www.okta.com/exk1", other)
    okta.keys = [{"kid": "key1", "x5c": [other]}]
    yield


@defect("session-durations-fit")
def the_app_asks_for_twelve_hours(world, answers, okta):
    okta.app["settings"]["app"]["sessionDuration"] = 43_200
    yield


@defect("idp-log-stream-is-active")
def the_log_stream_is_off(world, answers, okta):
    okta.streams[0]["status"] = "INACTIVE"
    yield
