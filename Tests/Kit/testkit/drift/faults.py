"""Faults while AWS is read, each with the checks that must report notChecked."""

import time

from testkit.aws.answers import refusal, reply, xml
from testkit.drift.breaking import region_of
from testkit.drift.healthy import EMERGENCY, PRODUCTION, STANDBY

RULES = {"rules-exist-in-every-region", "rules-see-read-only-events", "rule-patterns-match", "rules-reach-the-hub"}
ALL = {}


def fault(*checks, within=60):
    """Registers a fault: a function of (answers, server) that plans it, and the checks it affects."""

    def register(arrange):
        ALL[arrange.__name__] = set(checks), within, arrange
        return arrange

    return register


def default_bus(request, region=STANDBY):
    """Whether a request is about the rules of the default bus in that Region."""
    return region_of(request) == region and b"EventBusName" not in request.body


def only(condition, answer):
    return lambda request: answer(request) if condition(request) else None


def following(body):
    """Whether a request is for a page after the first."""
    return b"NextToken" in body or b"Marker=" in body


@fault(*RULES)
def a_list_of_rules_never_ends(answers, okta):
    page = {"Rules": [], "NextToken": "again"}
    answers.replaced["events:ListRules"] = only(default_bus, lambda request: reply(page))


@fault(*RULES)
def a_list_of_rules_is_denied_after_a_page(answers, okta):
    def pages(request):
        if following(request.body):
            return refusal(request, "AccessDeniedException", 400)
        return reply({"Rules": [], "NextToken": "second"})

    answers.replaced["events:ListRules"] = only(default_bus, pages)


@fault(*RULES)
def a_list_of_rules_breaks_off(answers, okta):
    half = 200, {"Content-Type": "application/x-amz-json-1.1"}, b'{"Rules":[{"Name":"breakglass-sign-in","Sta'
    answers.replaced["events:ListRules"] = only(default_bus, lambda request: half)


@fault(*RULES, "queues-are-empty-and-alarms-live", "canary-was-heard", "no-session-is-alive")
def the_regions_are_no_json(answers, okta):
    answers.replaced["account:ListRegions"] = lambda request: (200, {"Content-Type": "application/json"}, b"<html>")


@fault("plan-matches-organization", "emergency-account-is-active")
def the_accounts_break_off_after_a_page(answers, okta):
    def pages(request):
        if following(request.body):
            return refusal(request, "ServiceException", 500)
        return reply({"Accounts": answers.members[:1], "NextToken": "second"})

    answers.replaced["organizations:ListAccounts"] = pages


@fault("plan-matches-organization")
def a_list_of_roles_is_half_an_answer(answers, okta):
    half = 200, {"Content-Type": "text/xml"}, b"<ListRolesResponse><ListRolesResult><Roles><member>"
    answers.replaced["iam:ListRoles"] = lambda request: half


@fault("topic-has-confirmed-subscribers")
def a_list_of_subscribers_loops(answers, okta):
    answers.replaced["sns:ListSubscriptionsByTopic"] = lambda request: xml(
        "ListSubscriptionsByTopic", Subscriptions=[], NextToken="again"
    )


@fault("queues-are-empty-and-alarms-live")
def the_alarms_are_denied_after_a_page(answers, okta):
    def pages(request):
        if following(request.body):
            return refusal(request, "AccessDenied")
        return xml("DescribeAlarms", MetricAlarms=[], NextToken="second")

    answers.replaced["cloudwatch:DescribeAlarms"] = pages


@fault("no-session-is-alive", "every-due-event-was-told")
def an_event_of_the_history_is_no_event(answers, okta):
    answers.events = [{"CloudTrailEvent": '{"eventName":"ConsoleLogin","eventTi'}]


@fault("break-glass-users-have-mfa")
def the_devices_are_throttled_for_good(answers, okta):
    answers.replaced["iam:ListMFADevices"] = lambda request: refusal(request, "Throttling", 400)


@fault("every-due-event-was-told")
def the_ledger_may_not_be_read(answers, okta):
    answers.replaced["logs:FilterLogEvents"] = lambda request: refusal(request, "AccessDeniedException", 400)


@fault("every-due-event-was-told")
def the_outbox_answers_half(answers, okta):
    answers.replaced["dynamodb:BatchGetItem"] = lambda request: (
        refusal(request, "AccessDeniedException", 400) if "alert#" in request.body.decode() else None
    )


@fault("root-is-safe")
def the_summary_is_unavailable(answers, okta):
    answers.replaced["iam:GetAccountSummary"] = lambda request: refusal(request, "ServiceUnavailable", 503)


@fault("saml-certificate-is-not-expiring", "idp-certificate-is-in-the-provider")
def the_metadata_are_no_metadata(answers, okta):
    answers.replaced["iam:GetSAMLProvider"] = lambda request: xml(
        "GetSAMLProvider", SAMLMetadataDocument="<html>", CreateDate="2026-01-01T00:00:00Z"
    )


@fault("workload-roles-trust-only-their-emergency-role", "trail-is-logging", "plan-matches-organization",
       "canary-was-heard", *RULES)  # fmt: skip
def an_account_refuses_the_audit_role(answers, okta):
    def refused(request):
        if f"{PRODUCTION}%3Arole" in request.body.decode():
            return refusal(request, "AccessDenied")

    answers.replaced["sts:AssumeRole"] = refused


@fault("emergency-account-is-active", "break-glass-users-can-sign-in", "topic-key-works", *RULES)
def the_emergency_account_refuses_the_audit_role(answers, okta):
    def refused(request):
        if f"{EMERGENCY}%3Arole" in request.body.decode():
            return refusal(request, "AccessDenied")

    answers.replaced["sts:AssumeRole"] = refused


@fault(*RULES, within=5)
def a_region_hangs(answers, okta):
    def silent(request):
        if region_of(request) == "us-east-1":
            time.sleep(10)

    answers.replaced["events:ListRules"] = silent
