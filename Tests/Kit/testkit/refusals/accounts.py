"""What an account's own set-up makes AWS refuse: trails, functions, topics, templates, service control policies."""

from testkit.policies.evaluation import Request, denies, role
from testkit.refusals import catalog

LEAST_UNRESERVED = 100
LONGEST_INLINE, LONGEST_STORED, LONGEST_PARAMETER, MOST_RESOURCES = 51_200, 1_048_576, 4_096, 500
TRAIL_SERVICE, ACCOUNT_SERVICE = "cloudtrail.amazonaws.com", "account.amazonaws.com"


def organization_trail_refusal(state, account, where, makes_role=False):
    """What CreateTrail refuses for IsOrganizationTrail; None if nothing."""
    organization = state.organization
    if organization is None or organization.management != account:
        return catalog.NOT_THE_ORGANIZATIONS(where)
    if not organization.trusts_cloudtrail:
        return catalog.NO_TRUSTED_ACCESS(where)
    if not organization.has_trail_role and not makes_role:
        return catalog.NO_TRAIL_ROLE(where)
    return None


def trail(case, name, values):
    if str(values.get("IsOrganizationTrail", "")).lower() != "true":
        return
    linked = case.of("AWS::IAM::ServiceLinkedRole")
    makes_role = any(
        one["AWSServiceName"] == TRAIL_SERVICE and other in case.before(name) for other, one in linked.items()
    )
    if refusal := organization_trail_refusal(case.state, case.account, name, makes_role):
        yield refusal


def function(case, name, values):
    reserved = values.get("ReservedConcurrentExecutions")
    if reserved is None:
        return
    wanted = sum(
        int(one.get("ReservedConcurrentExecutions", 0))
        for stack in [
            *(stack.of("AWS::Lambda::Function") for _, stack in case.state.here(
                case.account, case.region, but=case.stack.name)),
            {other: one for other, one in case.of("AWS::Lambda::Function").items() if other <= name},
        ]
        for one in stack.values()
    )  # fmt: skip
    if int(reserved) and case.state.limit(case.account) - wanted < LEAST_UNRESERVED:
        least = min(LEAST_UNRESERVED, case.state.limit(case.account))
        yield catalog.LITTLE_CONCURRENCY(name, least=least)


def topic_policy(case, name, values):
    """A topic's policy names that topic alone."""
    for topic in values["Topics"]:
        for statement in values["PolicyDocument"]["Statement"]:
            named = statement.get("Resource", topic)
            if any(one not in (topic, "*") for one in (named if isinstance(named, list) else [named])):
                yield catalog.TWO_TOPICS(name)
                return


def subscription(case, name, values):
    if values["Protocol"] == "sms":
        if refusal := sms_refusal(case.state, case.account, case.region, values["Endpoint"], name):
            yield refusal


def sms_refusal(state, account, region, number, where):
    if account in state.out_of_sandbox or number in state.verified.get((account, region), ()):
        return None
    return catalog.SMS_SANDBOX(where, number=number)


def size_refusals(text, parameters, where, stored=False, count=0):
    """Refusals of a template and its parameters by their sizes alone, before anything is created."""
    length = len(text.encode())
    if not stored and length > LONGEST_INLINE:
        yield catalog.TEMPLATE_TOO_LONG(where)
    if stored and length > LONGEST_STORED:
        yield catalog.STORED_TEMPLATE_TOO_LONG(where, most=LONGEST_STORED)
    if count > MOST_RESOURCES:
        yield catalog.MANY_RESOURCES(where, count=count)
    for key, value in parameters.items():
        if len(str(value).encode()) > LONGEST_PARAMETER:
            yield catalog.PARAMETER_TOO_LONG(where, parameter=key)


def policy_refusal(state, account, region, action, resource="*", who=None, where=""):
    """An explicit deny of a service control policy; None if none applies. No policy binds the management account."""
    organization = state.organization
    if organization is None or account == organization.management:
        return None
    who = who or role(account, "stacksets-exec-1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d")
    request = Request(who, action, resource, {"aws:RequestedRegion": region})
    for arn, document in organization.policies.get(account, ()):
        if denies(document, request):
            return catalog.DENIED_BY_POLICY(where, who=who.arn, action=action, resource=resource, policy=arn)
    return None


def region_refusal(state, account, region, where=""):
    """A Region that is not enabled in the account, or in the organization's management account."""
    for one in {account, state.organization.management if state.organization else account}:
        if not state.is_enabled(one, region):
            return catalog.REGION_NOT_ENABLED(where, region=region, account=one)
    return None


def account_refusal(state, asker, account):
    """Who may ask for another account's Regions: the management account or its delegate, with trusted access."""
    organization = state.organization
    if account == asker:
        return None
    if organization and organization.trusts_account:
        if asker == organization.management or asker in state.delegates.get(ACCOUNT_SERVICE, ()):
            return None
    return catalog.NO_ACCOUNT_ACCESS(account)


def organization_refusal(state, asker, operation):
    """Who may read the organization: the management account, and every delegated administrator."""
    is_read = operation.startswith(("List", "Describe"))
    is_delegate = any(asker in found for found in state.delegates.values())
    if state.organization is None or asker == state.organization.management or (is_read and is_delegate):
        return None
    return catalog.NOT_AN_ADMINISTRATOR(operation)
