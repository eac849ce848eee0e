"""What the checks make of an Okta organization, read over HTTP from one that keeps to okta.yaml."""

from testkit.idp import okta_state, saml_documents
from testkit.idp.okta_state import ROLE, Organization
from testkit.servers.web_server import Fault


def test_an_organization_in_order_is_read_whole(okta, read):
    reading = read()
    reading.found()
    assert reading.read["app"] == "amazon_aws AWS emergency inactive"
    assert reading.read["groups"] == {"00g1": f"aws#{ROLE}#123456789012 []"}
    assert reading.read["controlGroup"] == 'breakglass-control ["control@example.com"]'
    assert reading.read["metadata"].startswith("http://www.okta.com/exk1 ")
    assert reading.read["policy"] == "Emergency true, Catch-all Rule false"
    assert reading.read["responders"] == {"jane@example.com": 'ACTIVE ["webauthn"]'}
    assert {request.method for request in okta.requests} == {"GET"}


def test_every_list_is_read_to_its_end(okta, read):
    state = okta.organization
    state.members["00g1"] = [state.user(f"00u{n}", f"m{n}@example.com") for n in range(450)]
    state.rules = [
        {"id": f"0pr{n}", "name": "r", "status": "ACTIVE",
         "actions": {"assignUserToGroups": {"groupIds": ["00g1" if n == 401 else "00g7"]}}}
        for n in range(402)
    ]  # fmt: skip
    state.app_users = [{"id": f"00u{n}", "scope": "GROUP"} for n in range(1_001)]
    state.app_users[-1]["scope"] = "USER"
    state.app_groups += [{"id": f"00x{n}"} for n in range(200)]
    reading = read()
    found = reading.findings
    assert len(found["emergency-groups-have-no-members"]) == 450
    assert found["no-rule-fills-an-emergency-group"] == [
        f"drift: rule r (active) puts people into aws#{ROLE}#123456789012"
    ]
    assert len(found["federation-app-has-no-direct-users"]) == 1
    assert len(found["only-emergency-groups-reach-the-app"]) == 200


def test_an_app_that_is_active_is_drift(okta, read):
    okta.organization.app["status"] = "ACTIVE"
    assert read().found("federation-app-is-inactive") == ["drift: app AWS emergency is active"]


def test_a_deleted_app_is_drift_and_nothing_about_it_is_in_sync(okta, read):
    okta.organization.app = None
    found = read().findings
    assert found["federation-app-exists"] == ["drift: app 0oa1 does not exist"]
    for check in ["federation-app-is-inactive", "app-settings-are-sane", "app-holds-no-aws-keys"]:
        assert found[check][0].startswith("notFound: ")


def test_an_id_that_points_to_another_app_is_drift(okta, read):
    other = okta.organization.app | {"id": "0oaX", "name": "salesforce"}
    okta.plan("/api/v1/apps/0oa1", Fault(200, other))
    found = read().findings
    assert any("is about 0oaX" in line for line in found["federation-app-exists"])
    assert any("kind salesforce" in line for line in found["federation-app-exists"])
    assert found["federation-app-is-inactive"][0].startswith("malformed: ")


def test_a_renamed_group_is_drift_and_its_emptiness_is_not_believed(okta, read):
    okta.organization.groups["00g1"]["profile"]["name"] = "sales"
    reading = read()
    lines = reading.found("emergency-groups-have-no-members", "emergency-groups-exist")
    assert lines[0].startswith("malformed: ")
    assert lines[1].startswith("drift: group 00g1 is called sales")


def test_a_group_that_was_made_again_has_another_id(okta, read):
    state = okta.organization
    group = state.groups.pop("00g1")
    state.groups["00g2"] = group | {"id": "00g2"}
    del state.members["00g1"]
    found = read().findings
    assert found["emergency-groups-exist"] == [
        f"drift: group aws#{ROLE}#123456789012 (00g1) does not exist, 00g2 has its name"
    ]
    assert found["emergency-groups-have-no-members"][0].startswith("notFound: ")


def test_a_group_without_a_stored_id_is_looked_for_among_all_groups(okta, plan, read):
    plan["accounts"][0]["groups"] = {}
    state = okta.organization
    state.groups |= {f"00h{n}": state.group(f"00h{n}", f"g{n}") for n in range(420)}
    found = read().findings
    assert "it seems to be 00g1" in found["emergency-groups-exist"][0]
    del state.groups["00g1"]
    found = read().findings
    assert found["emergency-groups-exist"] == [
        f"drift: group aws#{ROLE}#123456789012 does not exist"
    ]


def test_members_decided_in_a_directory_are_not_checked(okta, read):
    group = okta.organization.groups["00g1"]
    group["type"] = "APP_GROUP"
    group["_links"] = {"source": {"href": f"{okta.url}/api/v1/apps/0oaAD"}}
    found = read().findings
    assert "decided in app 0oaAD" in found["emergency-groups-have-no-members"][0]
    assert "takes groups from" in found["app-settings-are-sane"][0]


def test_a_control_group_that_reads_as_empty_makes_emptiness_worthless(okta, read):
    okta.organization.members["00g9"] = []
    lines = read().found("emergency-groups-have-no-members")
    assert lines == [
        "denied: the members of emergency groups could not be read: access was denied "
        "(the control group 00g9 reads as empty too)"
    ]


def test_the_log_tells_what_the_present_state_hides(okta, read):
    state = okta.organization
    state.events = [
        Organization.event("e0", "application.lifecycle.activate", "0oa1", 90_000),
        Organization.event("e1", "application.lifecycle.activate", "0oa1", 3_000),
        Organization.event("e2", "group.user_membership.add", "00g1", 2_900),
        Organization.event("e3", "user.authentication.sso", "0oa1", 2_800),
        Organization.event("e4", "application.lifecycle.activate", "0oa1", 2_700, "FAILURE"),
        Organization.event("e5", "group.user_membership.add", "00g7", 2_600),
    ]
    lines = read().found(
        "groups-and-app-untouched-since-last-run", "nobody-signed-in-through-the-app"
    )
    assert [line.split(" at ")[0] for line in lines] == [
        "drift: mallory@example.com did application.lifecycle.activate on 0oa1",
        "drift: mallory@example.com did group.user_membership.add on 00g1",
        "note: there was no earlier run to compare with",
        "drift: mallory@example.com signed in through the app",
    ]


def test_a_long_log_has_an_end(okta, plan, read):
    state = okta.organization
    plan["accounts"] = [
        {"number": n, "id": f"{n:012}", "name": f"a{n}", "roles": ["RO"],
         "groups": {"RO": f"00n{n}"}} for n in range(1, 41)
    ]  # fmt: skip
    state.page["/api/v1/logs"] = 100
    state.events = [
        Organization.event(f"e{n}", "group.user_membership.add", f"00n{n % 80}", 400 + n)
        for n in range(1_000)
    ]
    reading = read()
    logged = [entry for entry in reading.read["log"] if entry.startswith("e")]
    assert len(logged) == sum(1 for n in range(1_000) if 1 <= n % 80 <= 40)
    assert sum(request.path == "/api/v1/logs" for request in okta.requests) == 10


def test_a_log_older_than_it_is_kept_is_not_whole(okta, read):
    lines = read(since="1700000000").found(
        "groups-and-app-untouched-since-last-run", "nobody-signed-in-through-the-app"
    )
    assert lines[0].startswith("partialPage: the identity provider's log was not read to its end")


def test_people_settings_and_streams_are_judged(okta, read):
    state = okta.organization
    state.app["settings"]["implicitAssignment"] = True
    state.app["settings"]["app"] |= {
        "accessKey": "AKIAIOSFODNN7EXAMPLE", "groupFilter": "aws_(?{{accountid}}.*)_(?{{role}}.*)",
        "joinAllRoles": True, "useGroupMapping": False, "sessionDuration": "3600",
    }  # fmt: skip
    state.users["jane@example.com"]["status"] = "LOCKED_OUT"
    state.factors = {}
    state.streams[0]["status"] = "INACTIVE"
    state.policy_rules[1]["actions"]["appSignOn"]["verificationMethod"]["factorMode"] = "1FA"
    state.app_groups = []
    reading = read()
    lines = reading.found(
        "federation-app-has-no-direct-users", "app-holds-no-aws-keys", "app-settings-are-sane",
        "group-names-resolve-to-roles", "responders-are-ready", "idp-log-stream-is-active",
        "sign-on-policy-demands-mfa", "emergency-groups-are-assigned",
    )  # fmt: skip
    assert len(lines) == 10
    assert "AKIA" not in reading.printed
    assert okta_state.EMERGENCY_ACCOUNT in reading.printed


def test_settings_that_cannot_be_read_say_nothing_about_the_app(okta, read):
    okta.organization.app["settings"]["app"]["useGroupMapping"] = "yes"
    lines = read().found(
        "app-holds-no-aws-keys", "app-settings-are-sane", "group-names-resolve-to-roles"
    )
    assert all(line.startswith("malformed: the settings of app 0oa1") for line in lines)


def test_metadata_of_another_key_is_not_the_whole_truth(okta, read):
    # The active key's own certificate is held against the SAML provider as well.
    active = okta.organization.keys[1]["x5c"]
    before = read().read["metadata"].split()
    active[:] = [saml_documents.certificate()]
    after = read().read["metadata"].split()
    assert after[: len(before)] == before
    assert len(after) == len(before) + 1
