"""The work of alerts-benchmark in plain Python with the standard json module.

Not the same words: the same kind and amount of work on the same facts, as somebody would write it
who wants it done and harmless. Prints one JSON line like the Swift program: microseconds per alert.
"""

import json
import re
import time

FACTS = {
    "schema": "breakglass.alert/1",
    "due": True,
    "id": "0d1e2f3a-4b5c-6d7e-8f90-a1b2c3d4e5f6",
    "kind": "assume_role",
    "severity": "critical",
    "headline": "",
    "outcome": {"result": "success", "code": None, "reason": None},
    "expected": {"state": "unexpected", "incident": None},
    "person": {"name": "BreakglassUser1", "source": "user_name", "vouched": True},
    "principal": {
        "type": "IAMUser",
        "arn": "arn:aws:iam::123456789012:user/BreakglassUser1",
        "name": "BreakglassUser1",
        "accountID": "123456789012",
        "accessKeyID": "ASIAIOSFODNN7EXAMPLE",
        "identityProvider": None,
    },
    "role": {
        "arn": "arn:aws:iam::111122223333:role/EmergencyAccess_Ops",
        "name": "EmergencyAccess_Ops",
        "sessionName": "BreakglassUser1",
        "assumedRoleARN": "arn:aws:sts::111122223333:assumed-role/EmergencyAccess_Ops/BreakglassUser1",
        "assumedRoleID": "AROAI44QH8DHBEXAMPLE:BreakglassUser1",
        "access": "Ops",
    },
    "account": {
        "recordedIn": "123456789012",
        "caller": "123456789012",
        "target": "111122223333",
        "names": {"111122223333": "production", "123456789012": "security"},
    },
    "mfa": "yes",
    "session": {
        "thread": "AROAI44QH8DHBEXAMPLE:BreakglassUser1",
        "step": 1,
        "issuedAccessKeyID": "ASIAI44QH8DHBEXAMPLE",
        "expiration": "2026-07-01T04:08:19Z",
        "sourceIdentity": None,
        "sharedEventID": "11112222-3333-4444-5555-666677778888",
    },
    "resource": {"type": None, "arn": None},
    "eventName": "AssumeRole",
    "eventSource": "sts.amazonaws.com",
    "eventTime": "2026-07-01T03:08:19Z",
    "delaySeconds": 251,
    "region": "us-east-1",
    "awsRegion": "us-east-1",
    "sourceIP": "203.0.113.7",
    "userAgent": "aws-cli/2.32.0 md/awscrt#0.28.4 ua/2.1 os/macos#24.6.0 command/sts.assume",
    "unusual": [],
    "notLookedUp": [],
    "nextSteps": [],
    "links": {},
}

SECRET = re.compile(
    r"(?:IQoJ|FwoG|FQoG|FQoD|AQoD|AQoE|PHNhbW|PD94bW|eyJ)[A-Za-z0-9+/_%=.-]{12,}|[A-Za-z0-9+/]{160,}"
)
HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u0300-\u036f\u0590-\u08ff\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U0010ffff]"
)
LINK = re.compile(r"://|(?<![\w.])@|@(?=channel|here|everyone)|<(?=[!@#a-zA-Z/])|\.(?=com\b|org\b)")
MARKDOWN = re.compile(r"[<>&*~`\[\]\\]|\b_|_\b")


def redact(value):
    if isinstance(value, str):
        return SECRET.sub("[redacted]", value)
    if isinstance(value, dict):
        return {key: redact(item) for key, item in value.items()}
    if isinstance(value, list):
        return [redact(item) for item in value]
    return value


def safe(text):
    text = HIDDEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text[:500])
    return LINK.sub(lambda found: {"://": "[:]//", "@": "(at)", "<": "< ", ".": "[.]"}[found[0]], text)


def chat(text):
    return MARKDOWN.sub(lambda found: "\\" + found[0], safe(text))


def account(alert, id):
    name = alert["account"]["names"].get(id)
    return f"{name} ({id})" if name else f"account {id}"


def finish(alert, runbook):
    role, person = alert["role"]["name"], alert["person"]["name"]
    place = account(alert, alert["account"]["target"])
    alert["headline"] = f"{person} assumed {role} in {place} with MFA"
    alert["severity"] = "critical" if alert["expected"]["state"] == "unexpected" else "medium"
    policy = {
        "Version": "2012-10-17",
        "Statement": {
            "Effect": "Deny",
            "Action": "*",
            "Resource": "*",
            "Condition": {"DateLessThan": {"aws:TokenIssueTime": "'$(date -u +%FT%TZ)'"}},
        },
    }
    alert["nextSteps"] = [
        f"Call whoever holds {person} now, by a number you already have: was it them?",
        f"Unless they say yes, end the sessions: in {place}, IAM, Roles, {role}, tab Revoke sessions, "
        "Revoke active sessions",
        f"The same from a shell with credentials of {place}: `aws iam put-role-policy --role-name {role} "
        f"--policy-name AWSRevokeOlderSessions --policy-document '{json.dumps(policy)}'`",
        "Shut the way in: lock whoever took the role, in the account they came from",
        f"See what else was done: CloudTrail event history in {place}, Region {alert['awsRegion']}",
        "Go on with the runbook, section revoke-sessions",
    ]
    console = "https://console.aws.amazon.com"
    alert["links"] = {
        "runbook": runbook + "#revoke-sessions",
        "revokeSessions": f"{console}/iam/home#/roles/details/{role}?section=revoke_sessions",
        "user": f"{console}/iam/home#/users/details/{person}?section=security_credentials",
        "event": f"{console}/cloudtrailv2/home?region={alert['awsRegion']}#/events/{alert['id']}",
        "whatThisKeyDid": f"{console}/cloudtrailv2/home?region={alert['awsRegion']}"
        f"#/events?AccessKeyId={alert['session']['issuedAccessKeyID']}",
    }
    return alert


def answers(alert):
    role, person = alert["role"], alert["person"]
    place = account(alert, alert["account"]["target"])
    minutes = alert["delaySeconds"] // 60
    return [
        ("Expected", "NO. Nobody declared an emergency or a drill"),
        ("Who", f"{person['name']} (certain: AWS vouches for it)"),
        ("What", f"{alert['eventName']} ({alert['eventSource']}), succeeded"),
        ("Role", f"{role['name']} ({role['access']}) in {place}, session {role['sessionName']}"),
        ("Account", f"{place}, Region {alert['awsRegion']}; caller from "
         f"{account(alert, alert['account']['caller'])}"),
        ("From", alert["sourceIP"]),
        ("When", f"{alert['eventTime'][:10]} {alert['eventTime'][11:19]} UTC, {minutes} minutes before "
         "this was written"),
        ("MFA", alert["mfa"]),
    ]


def mail(alert, lines):
    out = [f"{alert['severity'].upper()}: {safe(alert['headline'])}.", ""]
    out += [f"{label}: {safe(text)}" for label, text in lines]
    out += ["", "What now"]
    for number, step in enumerate(alert["nextSteps"], 1):
        prose, _, command = step.partition("`")
        out.append(f"{number}. {safe(prose)}" + (f"\n       {safe(command[:-1])}" if command else ""))
    out += ["", "Links"] + [f"{name}: {url}" for name, url in alert["links"].items()]
    out += ["", "Small print"]
    for label, text in (
        ("Event", alert["id"]),
        ("Principal", alert["principal"]["arn"]),
        ("Access key used", alert["principal"]["accessKeyID"]),
        ("Access key issued", alert["session"]["issuedAccessKeyID"]),
        ("Session ends", alert["session"]["expiration"]),
        ("Session", alert["role"]["assumedRoleARN"]),
        ("Role", alert["role"]["arn"]),
        ("Shared event", alert["session"]["sharedEventID"]),
        ("User agent", alert["userAgent"]),
        ("Thread", alert["session"]["thread"]),
    ):
        if text:
            out.append(f"{label}: {safe(text)}")
    return "\n".join(out) + "\n"


def notification(alert, lines):
    title = f"🚨 CRITICAL: {chat(alert['headline'])}"
    description = [f"*{label}:* {chat(text)}" for label, text in lines]
    description += [f"{name}: {url}" for name, url in alert["links"].items()]
    return {
        "version": "1.0",
        "source": "custom",
        "id": alert["id"],
        "content": {
            "textType": "client-markdown",
            "title": title,
            "description": "\n".join(description),
            "nextSteps": [chat(step) for step in alert["nextSteps"]],
            "keywords": [alert["severity"], alert["kind"], alert["expected"]["state"],
                         alert["account"]["target"], alert["account"]["recordedIn"]],
        },
        "metadata": {
            "threadId": alert["session"]["thread"],
            "summary": title,
            "eventType": "breakglass." + alert["kind"],
            "relatedResources": [alert["role"]["arn"]],
            "additionalContext": {"severity": alert["severity"], "kind": alert["kind"],
                                  "expected": alert["expected"]["state"],
                                  "accountId": alert["account"]["target"]},
        },
    }


def message(facts):
    alert = finish(redact(facts), "https://wiki.example.com/x")
    lines = answers(alert)
    brief = safe(f"{alert['person']['name']} assumed {alert['role']['name']} in production with MFA")
    return json.dumps(
        {
            "schema": "breakglass.message/1",
            "due": alert["due"],
            "id": alert["id"],
            "kind": alert["kind"],
            "severity": alert["severity"],
            "expected": alert["expected"]["state"],
            "accountID": alert["account"]["target"],
            "thread": alert["session"]["thread"],
            "subject": f"[CRITICAL] {brief}"[:100],
            "default": mail(alert, lines),
            "sms": f"CRITICAL: {brief}, {alert['eventTime'][11:16]}Z"[:140],
            "https": json.dumps(notification(alert, lines), separators=(",", ":")),
            "sqs": json.dumps(alert, separators=(",", ":")),
        },
        separators=(",", ":"),
    ).encode()


def best(work, rounds=200, calls=20):
    fastest = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in range(calls):
            work()
        fastest = min(fastest, time.perf_counter() - start)
    return round(fastest / calls * 1e6, 2)


if __name__ == "__main__":
    print(json.dumps({"all": best(lambda: message(FACTS)), "bytes": len(message(FACTS))}))
