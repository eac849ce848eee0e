"""The work of the event reader, written in Python with the standard json module.

usage: reference.py EVENT SECONDS

Prints the microseconds per event, the best of many rounds: decode, decide whether it raises an alert,
extract the facts, make the callers' text harmless, write e-mail, SMS, chat and JSON, encode.
"""

import json
import re
import sys
import time
from datetime import datetime, timezone

from harmless import chat, safe

NAMES = {"123456789012": "emergency access", "111122223333": "production"}
USERS = {("123456789012", "breakglassuser1"), ("123456789012", "breakglassuser2")}
ROLES = {
    ("123456789012", "emergencyaccess_role1_ro"): "RO",
    ("123456789012", "emergencyaccess_role1_ops"): "Ops",
    ("111122223333", "emergencyaccess_ro"): "RO",
    ("111122223333", "emergencyaccess_ops"): "Ops",
    ("111122223333", "breakglassrole"): "BreakGlass",
}
DENIED = re.compile(r"on resource: (arn:[^\s\"']+)")


def moment(text):
    for form in ("%Y-%m-%dT%H:%M:%SZ", "%b %d, %Y, %I:%M:%S %p", "%b %d, %Y %I:%M:%S %p"):
        try:
            return datetime.strptime(text, form).replace(tzinfo=timezone.utc)
        except ValueError:
            continue
    return None


def message(event, now):
    delivery = json.loads(event)
    detail = delivery.get("detail") or {}
    identity = detail.get("userIdentity") or {}
    request = detail.get("requestParameters") or {}
    response = detail.get("responseElements") or {}
    context = identity.get("sessionContext") or {}
    issued = response.get("credentials") or {}
    assumed = response.get("assumedRoleUser") or {}
    arn = request.get("roleArn")
    if arn is None and (denied := DENIED.search(detail.get("errorMessage") or "")):
        arn = denied[1]
    parts = (arn or "").split(":", 5)
    role = parts[5].rsplit("/", 1)[-1] if len(parts) == 6 else None
    target = parts[4] if len(parts) == 6 else None
    access = ROLES.get((target, (role or "").lower()))
    user = (identity.get("userName") or "").lower()
    issuer = (context.get("sessionIssuer") or {}).get("userName") or ""
    account = identity.get("accountId")
    ours = access or (account, user) in USERS or (account, issuer.lower()) in ROLES
    due = ours and (delivery.get("source") or "").startswith("aws.")
    if not due:
        return json.dumps({"schema": "breakglass.message/1", "due": False})

    session = (identity.get("principalId") or "").partition(":")[2] or user
    person = safe(session)
    happened = moment(detail.get("eventTime") or "")
    ends = moment(issued.get("expiration") or "")
    delay = int(now - happened.timestamp()) if happened else None
    where = f"{NAMES.get(target, target)} ({target})"
    failed = detail.get("errorCode") is not None
    verb = "was denied" if failed else "assumed"
    mfa = (context.get("attributes") or {}).get("mfaAuthenticated")
    mfa = "not visible to AWS" if mfa == "false" else "yes" if mfa == "true" else "unknown"
    thread = f"{assumed.get('assumedRoleId')}@{(detail.get('eventTime') or '')[:10]}"
    event_id = safe(detail.get("eventID"))
    region = safe(delivery.get("region"))
    headline = f"{person} (unproven) {verb} {safe(role)} in {where}, MFA {mfa}"
    steps = [
        f"Call {person} now, by a number you already have: was it them?",
        f"Unless they say yes, end the sessions: in {where}, IAM, Roles, {safe(role)}, tab Revoke "
        "sessions, Revoke active sessions",
        f"The same from a shell with credentials of {where}: aws iam put-role-policy --role-name "
        f"{safe(role)} --policy-name AWSRevokeOlderSessions --policy-document "
        '\'{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}\'',
        "Shut the way in: lock whoever took the role, in the account they came from",
        f"See what else was done: CloudTrail event history in {where}, Region {region}",
        "Go on with your runbook, section revoke-sessions",
    ]
    console = "https://console.aws.amazon.com"
    links = {
        "role": f"{console}/iam/home#/roles/details/{safe(role)}?section=revoke_sessions",
        "event": f"{console}/cloudtrailv2/home?region={region}#/events/{event_id}",
        "key": f"{console}/cloudtrailv2/home?region={region}#/events?AccessKeyId="
        f"{safe(issued.get('accessKeyId'))}",
    }
    facts = [
        ("Expected", "NO. Nobody declared an emergency or a drill"),
        ("Who", f"{person}, as role {safe(issuer)} (not certain)"),
        ("What", f"{safe(detail.get('eventName'))} ({safe(detail.get('eventSource'))}), {verb}"),
        ("Role", f"{safe(role)} ({access}) in {where}, session {person}"),
        ("Account", f"{where}, Region {region}; caller from {NAMES.get(account, account)}"),
        ("From", safe(detail.get("sourceIPAddress"))),
        ("When", f"{happened:%Y-%m-%d %H:%M:%S} UTC, {delay} seconds before this was written"),
        ("MFA", mfa),
    ]
    email = "\n".join(
        [f"CRITICAL: {headline}.", ""]
        + [f"{name}: {text}" for name, text in facts]
        + ["", "What is unusual", "- The person's name was chosen by the caller", "", "What now"]
        + [f"{number}. {step}" for number, step in enumerate(steps, 1)]
        + ["", "Links"]
        + [f"{name}: {url}" for name, url in links.items()]
        + ["", "Small print"]
        + [
            f"Event: {event_id}",
            f"Principal: {safe(identity.get('arn'))}",
            f"Access key used: {safe(identity.get('accessKeyId'))}",
            f"Access key issued: {safe(issued.get('accessKeyId'))}",
            f"Session ends: {ends.isoformat() if ends else ''}",
            f"Session: {safe(assumed.get('arn'))}",
            f"Role: {safe(arn)}",
            f"Shared event: {safe(detail.get('sharedEventID'))}",
            f"User agent: {safe(detail.get('userAgent'))}",
            f"Thread: {safe(thread)}",
        ]
    )
    notification = {
        "version": "1.0",
        "source": "custom",
        "id": event_id,
        "content": {
            "textType": "client-markdown",
            "title": f"CRITICAL: {chat(headline)}",
            "description": "\n".join(
                [*(f"*{name}:* {chat(text)}" for name, text in facts), *links.values()]
            ),
            "nextSteps": [chat(step) for step in steps],
            "keywords": ["critical", "assume_role", "unexpected", target, account],
        },
        "metadata": {
            "threadId": thread,
            "summary": chat(headline),
            "eventType": "breakglass.assume_role",
            "relatedResources": [arn],
            "additionalContext": {"severity": "critical", "accountId": target},
        },
    }
    alert = {
        "schema": "breakglass.alert/1",
        "due": due,
        "id": event_id,
        "kind": "assume_role",
        "severity": "critical",
        "headline": headline,
        "outcome": {
            "result": "failure" if failed else "success",
            "code": detail.get("errorCode"),
            "reason": safe(detail.get("errorMessage")) or None,
        },
        "expected": {"state": "unexpected", "incident": None},
        "person": {"name": person, "source": "session_name", "vouched": False},
        "principal": {
            "type": identity.get("type"),
            "arn": safe(identity.get("arn")),
            "name": safe(issuer),
            "accountID": account,
            "accessKeyID": identity.get("accessKeyId"),
            "identityProvider": None,
        },
        "role": {
            "arn": arn,
            "name": role,
            "sessionName": safe(request.get("roleSessionName")),
            "assumedRoleARN": safe(assumed.get("arn")),
            "assumedRoleID": safe(assumed.get("assumedRoleId")),
            "access": access,
        },
        "account": {
            "recordedIn": detail.get("recipientAccountId"),
            "caller": account,
            "target": target,
            "names": {number: NAMES[number] for number in (account, target) if number in NAMES},
        },
        "mfa": mfa,
        "session": {
            "thread": thread,
            "step": None,
            "issuedAccessKeyID": issued.get("accessKeyId"),
            "expiration": ends and ends.isoformat(),
            "sourceIdentity": response.get("sourceIdentity"),
            "sharedEventID": detail.get("sharedEventID"),
        },
        "resource": {"type": None, "arn": None},
        "eventName": detail.get("eventName"),
        "eventSource": detail.get("eventSource"),
        "eventTime": happened and happened.isoformat(),
        "delaySeconds": delay,
        "region": region,
        "awsRegion": detail.get("awsRegion"),
        "sourceIP": safe(detail.get("sourceIPAddress")),
        "userAgent": safe(detail.get("userAgent")),
        "unusual": ["The person's name was chosen by the caller"],
        "notLookedUp": [],
        "nextSteps": steps,
        "links": links,
    }
    whole = {
        "schema": "breakglass.message/1",
        "due": True,
        "id": event_id,
        "kind": "assume_role",
        "severity": "critical",
        "expected": "unexpected",
        "accountID": target,
        "thread": thread,
        "subject": f"[CRITICAL] {headline}"[:100],
        "default": email,
        "sms": f"CRITICAL: {headline}"[:140],
        "https": json.dumps(notification),
        "sqs": json.dumps(alert),
    }
    return json.dumps(whole)


def main():
    event = open(sys.argv[1], "rb").read()
    end = time.perf_counter() + float(sys.argv[2])
    count = max(1, 200_000 // len(event))
    best = float("inf")
    assert '"due": true' in message(event, 1_782_907_500)
    while time.perf_counter() < end:
        start = time.perf_counter()
        for _ in range(count):
            message(event, 1_782_907_500)
        best = min(best, (time.perf_counter() - start) / count)
    print(f"{best * 1e6:.2f}")


if __name__ == "__main__":
    main()
