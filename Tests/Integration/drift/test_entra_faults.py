"""Microsoft Graph refuses, fails, or leads astray: what was not read is not checked, and no token leaves."""

import time

import pytest

from testkit.drift.defects import entra as checks
from testkit.servers.web_server import Fault, WebServer

EVERYTHING = {
    checks.APP, checks.ASSIGNED, checks.DIRECT, checks.EXIST, checks.GROUPS, checks.INACTIVE, checks.MEMBERS,
    checks.PLAN, checks.POLICY, checks.PRIVILEGED, checks.RESPONDERS, checks.RULES, checks.SIGN_INS, checks.UNTOUCHED,
}  # fmt: skip


class Stranger(WebServer):
    """Whoever answers to a token that nobody should have brought."""

    async def gate(self, request):
        return Fault(200, {"value": []})


@pytest.fixture
def stranger():
    with Stranger(None) as server:
        yield server


def refusal(status, code, **headers):
    return Fault(status, {"error": {"code": code, "message": "secret-of-the-server"}}, headers)


# What is asked, what the answers are, who cannot say any more whether all is well, and why.
FAULTS = {
    "nothing is allowed": (
        "/v1.0/.*", [refusal(403, "Authorization_RequestDenied")], EVERYTHING | {checks.CERTIFICATE},
        "access was denied (403 Authorization_RequestDenied)"),
    "no token is taken": (
        "/v1.0/.*", [refusal(401, "InvalidAuthenticationToken")], EVERYTHING | {checks.CERTIFICATE},
        "access was denied (401 InvalidAuthenticationToken)"),
    "no token is given": (
        "/.*/oauth2/.*", [Fault(400, {"error": "invalid_client", "error_codes": [700027]})],
        EVERYTHING | {checks.CERTIFICATE, checks.CREDENTIAL}, "AADSTS700027"),
    "a gateway answers": (
        "/v1.0/groups/gRO", [Fault(404, "<html>")], {checks.EXIST, checks.MEMBERS, checks.RULES, checks.UNTOUCHED},
        "could not be understood"),
    "sign-ins are denied": (
        "/v1.0/auditLogs/signIns", [refusal(403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant")],
        {checks.SIGN_INS, checks.UNTOUCHED}, "RequestFromNonPremiumTenant"),
    "an hour to wait": (
        ".*/assignmentScheduleInstances", [refusal(429, "TooManyRequests", **{"Retry-After": "3600"})],
        {checks.PRIVILEGED}, "too many requests"),
    "responders are not served": (
        "/v1.0/users/.*", [refusal(503, "ServiceUnavailable", **{"Retry-After": "3600"})], {checks.RESPONDERS},
        "the service failed"),
    "half a page": (
        ".*/appRoleAssignedTo", [Fault(200, '{"value": [', cut=True)],
        {checks.ASSIGNED, checks.DIRECT, checks.GROUPS}, "could not be read"),
    "a page that was cut and closed": (
        "/v1.0/groups/gOps/transitiveMembers", [Fault(200, '{"value": [')], {checks.MEMBERS},
        "could not be understood"),
    "no page": ("/v1.0/groups", [Fault(200, {"value": None})], {checks.PLAN}, "could not be understood"),
    "metadata is a web page": (
        ".*/federationmetadata.xml", [Fault(200, "<html><body>Sign in</body></html>")], {checks.CERTIFICATE},
        "could not be understood"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_what_was_not_read_is_not_checked(name, entra, answers):
    path, faults, unread, word = FAULTS[name]
    entra.server.plan(path, *faults)
    report = entra.check(answers)
    assert report.having("drifted") == {}
    said = {check: report.facts(check) for check in report.having("notChecked")}
    assert set(said) == unread, said
    assert all(any(word in fact for fact in facts) for facts in said.values()), said
    assert report.status == 2


LISTS = ["/v1.0/groups/gRO/transitiveMembers", "/v1.0/identity/.*/policies", "/v1.0/auditLogs/directoryAudits"]
ASTRAY = {
    "another port": lambda graph, port: f"http://127.0.0.1:{port}/v1.0/next",
    "a name before the host": lambda graph, port: f"{graph}@127.0.0.1:{port}/v1.0/next",
    "no scheme": lambda graph, port: f"//127.0.0.1:{port}/v1.0/next",
    "a loop": lambda graph, port: f"{graph}/v1.0/groups/gRO/transitiveMembers",
}


@pytest.mark.parametrize("name", [*ASTRAY, "moved"])
def test_a_page_that_leads_astray_is_the_last_and_no_token_goes_there(name, entra, answers, stranger):
    moved = Fault(302, "", {"Location": f"{stranger.url}/v1.0/next"})
    for path in LISTS:
        if name in ASTRAY:
            link = ASTRAY[name](entra.server.url, stranger.url.rpartition(":")[2])
            entra.server.plan(path, Fault(200, {"value": [], "@odata.nextLink": link}))
        else:
            entra.server.plan(path, moved)
    report = entra.check(answers)
    assert report.having("drifted") == {}
    assert set(report.having("notChecked")) == {checks.MEMBERS, checks.POLICY, checks.SIGN_INS, checks.UNTOUCHED}
    assert report.status == 2
    assert stranger.requests == []
    assert len(entra.server.requests) < 60  # A loop is left where it closes.


def test_who_is_told_to_wait_waits_and_reads_all(entra, answers):
    """Each list and each object says once that it is too much, or that it is not there for a moment."""
    wait = {"Retry-After": "1"}
    for path, status in [
        ("/v1.0/groups/.*", 429), ("/v1.0/servicePrincipals/.*", 503), ("/v1.0/auditLogs/.*", 429),
        (".*/assignmentScheduleInstances", 503), ("/v1.0/users/.*", 429), (".*/oauth2/v2.0/token", 503),
    ]:  # fmt: skip
        entra.server.plan(path, refusal(status, "TooManyRequests", **wait), None)
    begin = time.monotonic()
    report = entra.check(answers)
    assert {name: report.facts(name) for name in report.checks if report.facts(name)} == {}
    assert report.status == 0
    assert time.monotonic() - begin > 3  # The token, the app, what is asked by its id: one after the other.


def test_a_list_is_read_to_its_last_page(entra, answers):
    entra.tenant.limit = 2
    people = [entra.tenant.user(f"u{number}", f"m{number}@example.com") for number in range(7)]
    entra.tenant.members["gRO"] = people
    report = entra.check(answers)
    assert len(report.facts(checks.MEMBERS)) == 7
    entra.server.plan("/v1.0/groups/gRO/transitiveMembers", None, None, refusal(500, "InternalServerError"))
    report = entra.check(answers)
    assert len(report.facts(checks.MEMBERS)) == 5  # Two pages, and that there are more.
    assert any("was not read to its end" in fact for fact in report.facts(checks.MEMBERS))
