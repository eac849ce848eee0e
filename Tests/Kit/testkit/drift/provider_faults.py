"""Faults while the identity provider is read, and temporary ones that a retry survives."""

import time

from testkit.aws.answers import refusal
from testkit.drift.faults import fault
from testkit.servers.web_server import Fault

REFUSED = {"errorCode": "E0000006", "errorSummary": "the test says so"}
GROUP = "/api/v1/groups/00gRO/users"
MEMBERS = {"emergency-groups-have-no-members"}


def page(okta, path, items, after="next", **link):
    return Fault(200, items, {"Link": f'<{okta.url}{link.get("to", path)}?after={after}>; rel="next"'})


@fault(*MEMBERS)
def the_members_loop(answers, okta):
    okta.plan(GROUP, page(okta, GROUP, []))


@fault(*MEMBERS)
def the_members_are_denied_after_a_page(answers, okta):
    okta.plan(GROUP, page(okta, GROUP, []), Fault(403, REFUSED))


@fault(*MEMBERS)
def the_members_break_off(answers, okta):
    okta.plan(GROUP, Fault(200, "[]", cut=True))


@fault(*MEMBERS)
def the_members_are_throttled(answers, okta):
    okta.plan(GROUP, Fault(429, {"errorCode": "E0000047"}))


@fault(*MEMBERS)
def the_members_are_throttled_for_an_hour(answers, okta):
    later = {"X-Rate-Limit-Limit": "600", "X-Rate-Limit-Remaining": "0", "X-Rate-Limit-Reset": str(int(time.time()) + 3_600)}
    okta.plan(GROUP, Fault(429, {"errorCode": "E0000047"}, later))


@fault("federation-app-is-inactive", "federation-app-exists", "app-settings-are-sane", "app-holds-no-aws-keys")
def the_app_is_half_an_answer(answers, okta):
    okta.plan("/api/v1/apps/0oa1", Fault(200, '{"id":"0oa1","status":"INACT'))


@fault("federation-app-is-inactive", "federation-app-exists")
def the_answer_about_the_app_is_a_page_of_html(answers, okta):
    okta.plan("/api/v1/apps/0oa1", Fault(200, "<html>sign in</html>", {"content-type": "text/html"}))


@fault("groups-and-app-untouched-since-last-run", "nobody-signed-in-through-the-app", within=5)
def the_log_hangs(answers, okta):
    okta.plan("/api/v1/logs", Fault(hang=10))


@fault("only-emergency-groups-reach-the-app", "emergency-groups-are-assigned")
def the_groups_of_the_app_lead_elsewhere(answers, okta):
    leaving = {"Link": '<http://127.0.0.1:1/api/v1/apps/0oa1/groups?after=x>; rel="next"'}
    okta.plan("/api/v1/apps/0oa1/groups", Fault(200, [], leaving))


@fault("no-rule-fills-an-emergency-group")
def the_rules_end_in_an_error(answers, okta):
    okta.plan("/api/v1/groups/rules", page(okta, "/api/v1/groups/rules", []), Fault(500, "<html>"))


@fault(*MEMBERS)
def the_control_group_reads_as_empty(answers, okta):
    okta.organization.members["00g9"] = []


@fault(*MEMBERS)
def a_group_belongs_to_a_directory(answers, okta):
    okta.organization.groups["00gRO"]["type"] = "APP_GROUP"


@fault("checker-credential-is-healthy", "federation-app-is-inactive", *MEMBERS)
def the_checker_gets_no_token(answers, okta):
    okta.plan("/oauth2/v1/token", Fault(401, {"error": "invalid_client"}))


# What passes while it is waited for ------------------------------------------------------------------


def in_turn(*given):
    """Each request gets each refusal once, and then the usual response."""
    left = {}

    def answer(request):
        key = request.header("authorization").split(",")[0].split("/", 1)[1], request.target, bytes(request.body)
        codes = left.setdefault(key, list(given))
        return refusal(request, *codes.pop(0)) if codes else None

    return answer


@fault()
def throttling_that_passes(answers, okta):
    answers.replaced["iam:GetRole"] = in_turn(("Throttling", 400))
    answers.replaced["events:DescribeEventBus"] = in_turn(("ThrottlingException", 400), ("InternalException", 500))
    okta.plan(GROUP, Fault(429, {"errorCode": "E0000047"}), Fault(503, "<html>"), Fault(200, []))

