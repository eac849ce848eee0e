"""What cannot be read is not checked, for a reason that fits, and is never taken for in order."""

import time

import pytest

from testkit.idp import okta_state
from testkit.servers.web_server import Fault

REFUSAL = {"errorCode": "E0000006", "errorSummary": "secret-of-the-server"}
LATER = {"X-Rate-Limit-Limit": "600", "X-Rate-Limit-Remaining": "0"}

FAULTS = {
    "401": (Fault(401, {"errorCode": "E0000011"}), "denied"),
    "403": (Fault(403, REFUSAL), "denied"),
    "404 of a stranger": (Fault(404, "<html>secret-of-the-server</html>"), "malformed"),
    "404": (Fault(404, {"errorCode": "E0000007"}), "notFound"),
    "429": (Fault(429, {"errorCode": "E0000047"}), "throttled"),
    "429 for long": (
        Fault(429, REFUSAL, LATER | {"X-Rate-Limit-Reset": str(int(time.time()) + 3600)}),
        "throttled",
    ),
    "429 for too many at a time": (
        Fault(429, REFUSAL, {"X-Rate-Limit-Limit": "0", "X-Rate-Limit-Remaining": "0"}),
        "throttled",
    ),
    "500": (Fault(500, "secret-of-the-server"), "failed"),
    "503": (Fault(503, "{}", {"Retry-After": "9999"}), "failed"),
    "302": (Fault(302, "", {"Location": "http://127.0.0.1:1/api/v1/apps"}), "failed"),
    "400": (Fault(400, {"errorCode": "E0000031"}), "failed"),
    "silence": (Fault(hang=3), "timeout"),
    "half a body": (Fault(200, '[{"id":"1"}', cut=True), "failed"),
    "half a document": (Fault(200, '[{"id":"1"'), "malformed"),
    "another document": (Fault(200, {"x": [1, "secret-of-the-server"]}), "malformed"),
    "no object": (Fault(200, "7"), "malformed"),
    "nothing": (Fault(200, ""), "malformed"),
}

EXISTENCE = {"federation-app-exists", "emergency-groups-exist", "responders-are-ready"}
CHECKS = EXISTENCE | {
    "emergency-groups-have-no-members", "federation-app-is-inactive",
    "federation-app-has-no-direct-users", "only-emergency-groups-reach-the-app",
    "no-rule-fills-an-emergency-group", "groups-and-app-untouched-since-last-run",
    "nobody-signed-in-through-the-app", "app-holds-no-aws-keys", "emergency-groups-are-assigned",
    "group-names-resolve-to-roles", "app-settings-are-sane", "sign-on-policy-demands-mfa",
    "idp-log-stream-is-active",
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_an_organization_that_fails_everywhere_is_checked_nowhere(name, okta, read):
    fault, reason = FAULTS[name]
    okta.plan("/api/v1/.*", fault)
    begin = time.monotonic()
    reading = read(deadline="1500")
    assert time.monotonic() - begin < 6
    for check in CHECKS:
        # A thing that is missing is drift where its existence is asked for.
        wanted = "drift" if reason == "notFound" and check in EXISTENCE else reason
        lines = [line for line in reading.findings[check] if not line.startswith("note: ")]
        kinds = {line.split(":")[0] for line in lines}
        allowed = {wanted, "notReached"} if reason == "timeout" else {wanted}
        assert kinds and kinds <= allowed, (check, lines)
    assert "secret-of-the-server" not in reading.printed


@pytest.mark.parametrize(
    ("path", "checks"),
    {
        "/api/v1/apps/0oa1/users": ["federation-app-has-no-direct-users"],
        "/api/v1/apps/0oa1/groups": [
            "only-emergency-groups-reach-the-app",
            "emergency-groups-are-assigned",
        ],
        "/api/v1/groups/00g1/users": ["emergency-groups-have-no-members"],
        "/api/v1/groups/00g9(/users)?": ["emergency-groups-have-no-members"],
        "/api/v1/groups/rules": ["no-rule-fills-an-emergency-group"],
        "/api/v1/logs": [
            "groups-and-app-untouched-since-last-run",
            "nobody-signed-in-through-the-app",
        ],
        "/api/v1/logStreams": ["idp-log-stream-is-active"],
        "/api/v1/policies/.*": ["sign-on-policy-demands-mfa"],
        "/api/v1/users/.*/factors": ["responders-are-ready"],
    }.items(),
)
def test_one_part_that_is_denied_leaves_the_others(path, checks, okta, read):
    okta.plan(path, Fault(403, REFUSAL))
    for line in read().found(*checks):
        assert line.startswith(("denied: ", "note: ")), line


def test_a_list_that_breaks_off_is_evidence_and_no_proof(okta, read):
    state = okta.organization
    state.members["00g1"] = [state.user(f"00u{n}", f"m{n}@example.com") for n in range(300)]
    first = {"Link": f'<{okta.url}/api/v1/groups/00g1/users?after=x>; rel="next"'}
    members = [state.user("00u1", "mallory@example.com")]
    okta.plan("/api/v1/groups/00g1/users", Fault(200, members, first), Fault(403, REFUSAL))
    lines = read().found("emergency-groups-have-no-members")
    assert lines[0].startswith("partialPage: the members of group 00g1 was not read to its end")
    assert "after page 1: 403 E0000006" in lines[0]
    assert lines[1].startswith("drift: mallory@example.com is a member")


def test_a_next_link_that_loops_or_leaves_ends_the_list(okta, read):
    for target in [
        f"{okta.url}/api/v1/groups/00g1/users?limit=200", "http://127.0.0.1:1/api/v1/groups",
        okta.url.replace("127.0.0.1", "localhost") + "/api/v1/groups/00g1/users", "nowhere",
    ]:  # fmt: skip
        okta.requests.clear()
        okta.plan(
            "/api/v1/groups/00g1/users", Fault(200, [], {"Link": f'<{target}>; rel="next"'})
        )
        lines = read().found("emergency-groups-have-no-members")
        assert lines[0].startswith("partialPage: "), lines
        assert sum(request.path.endswith("00g1/users") for request in okta.requests) == 1


def test_what_passes_is_waited_for(okta, read):
    soon = LATER | {"X-Rate-Limit-Reset": str(int(time.time()) + 2)}
    group = okta.organization.groups["00g1"]
    okta.plan("/api/v1/groups/00g1", Fault(429, REFUSAL, soon), Fault(200, group))
    okta.plan("/api/v1/logs", Fault(500), Fault(502, "<html>"), Fault(200, []))
    okta.plan("/api/v1/logStreams", Fault(429, REFUSAL), Fault(200, okta.organization.streams))
    read().found()


def test_a_limit_that_is_used_up_is_not_called_against(okta, plan, read):
    plan["accounts"] = [
        {"number": n, "id": f"{n:012}", "name": f"a{n}", "roles": ["RO"],
         "groups": {"RO": f"00n{n}"}} for n in range(1, 61)
    ]  # fmt: skip
    state = okta.organization
    for n in range(1, 61):
        name = f"aws#EmergencyAccess_Role{n}_RO#{okta_state.EMERGENCY_ACCOUNT}"
        state.groups[f"00n{n}"] = state.group(f"00n{n}", name)
        state.members[f"00n{n}"] = []
    okta.limits["groups"] = 40
    # Unless the minute ends just now, nothing more is to be had before the deadline.
    if time.time() % 60 > 52:
        time.sleep(9)
    reading = read(deadline="4000")
    asked = sum(request.path.startswith("/api/v1/groups") for request in okta.requests)
    assert 40 <= asked <= 40 + 20, asked
    lines = reading.findings["emergency-groups-have-no-members"]
    assert lines and all(line.startswith("throttled: ") for line in lines)
    assert reading.findings["emergency-groups-exist"]
