"""Calls that the policy of a topic, queue, bus or key denies."""

import json
import re

from testkit.policies.evaluation import Principal, Request, denies, grants
from testkit.refusals import accounts, catalog, wire
from testkit.refusals.calls import ask, call, first, given_in
from testkit.refusals.state import bus_arn


def _denied(front, request, action, arn, document, must_grant=False):
    """The refusal of a call by the policy of the resource; None if it passes.

    The caller's own policies are not read: whoever is of the resource's account passes unless the policy denies it.
    """
    who = wire.principal(front.caller(request))
    context = {"aws:SourceAccount": who.account}
    if front.state.organization:
        context["aws:PrincipalOrgID"] = front.state.organization.id
    asked = Request(who, action, arn, context)
    elsewhere = who.account != arn.split(":")[4]
    if denies(document, asked, True) or ((elsewhere or must_grant) and not grants(document, asked, True)):
        return wire.refused(request, catalog.DENIED_BY_RESOURCE(arn, who=who.arn, action=action, resource=arn))
    return None


@call("sns:Publish")
def publish(front, request, account, region):
    given = given_in("sns", request)
    if "PhoneNumber" in given:
        return first(request, [accounts.sms_refusal(front.state, account, region, given["PhoneNumber"], "Publish")])
    document = front.state.resource_policy(given["TopicArn"])
    return document and _denied(front, request, "sns:Publish", given["TopicArn"], document)


@call("sqs:SendMessage")
def send_message(front, request, account, region):
    *_, owner, name = given_in("sqs", request)["QueueUrl"].rsplit("/", 2)
    arn = f"arn:aws:sqs:{region}:{owner}:{name}"
    document = front.state.resource_policy(arn)
    return document and _denied(front, request, "sqs:SendMessage", arn, document)


@call("events:PutEvents")
def put_events(front, request, account, region):
    for entry in given_in("events", request)["Entries"]:
        arn = bus_arn(entry.get("EventBusName"), account, region)
        statements = list(front.state.bus_statements(arn).values())
        if statements or arn.split(":")[4] != account:
            if refused := _denied(front, request, "events:PutEvents", arn, {"Statement": statements}):
                return refused
    return None


@call(*(f"kms:{one}" for one in (
    "Encrypt", "Decrypt", "GenerateDataKey", "GenerateMac", "VerifyMac", "Sign", "Verify", "GetPublicKey",
)))  # fmt: skip
def use_key(front, request, account, region):
    key = given_in("kms", request).get("KeyId")
    if key is None:
        return None
    owner = key.split(":")[4] if key.startswith("arn:") else account
    about = ask(front, "kms", owner, region, "TrentService.DescribeKey", {"KeyId": key})
    if about is None:
        return None
    about = about["KeyMetadata"]
    found = ask(front, "kms", owner, region, "TrentService.GetKeyPolicy",
                 {"KeyId": about["KeyId"], "PolicyName": "default"})  # fmt: skip
    action = re.sub(r".*\.", "kms:", request.header("x-amz-target"))
    document = json.loads(found["Policy"])
    # A key's policy must allow; naming the account leaves the decision to the account's own policies.
    return _denied(front, request, action, about["Arn"], document, must_grant=True)


def service_may(document, service, action, arn, **context):
    """Whether a resource policy lets a service act: EventBridge on a queue, SNS or CloudWatch on a key."""
    asked = Request(Principal("service", service), action, arn, context)
    return bool(grants(document, asked, True)) and not denies(document, asked, True)
