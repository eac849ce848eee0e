"""The kinds of events that the matrix sends, each with ids of its own."""

import json
import re
import time
import uuid

from testkit.repository import ROOT

FIXTURES = ROOT / "Tests/Fixtures/events"

# What arrives: the fixture, and whether it raises an alert.
KINDS = {
    "root signs in": "sign-in-root-without-mfa",
    "root fails to sign in": "sign-in-root-failed",
    "a break-glass user signs in": "sign-in-user-capitals",
    "an emergency role is assumed": "assume-role-caller",
    "an emergency role is denied": "assume-role-denied",
    "a federated sign-in": "saml-emergency-role",
    "the topic is changed": "path-topic",
    "a write in a session": "activity-write",
    "a read in a session": "activity-read",
    "an addendum": "odd-addendum",
    "no event at all": "odd-not-json",
    "a sign-in elsewhere": "sign-in-same-name-elsewhere",
}


def event(kind):
    """The event as EventBridge delivers it, as if it happened now; and the id that its alert has."""
    text = (FIXTURES / f"{KINDS[kind]}.json").read_text()
    fresh = str(uuid.uuid4())
    try:
        document = json.loads(text)
        detail = document["detail"]
    except (ValueError, KeyError, TypeError):
        return text.encode(), None
    document["id"] = str(uuid.uuid4())
    document["time"] = detail["eventTime"] = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    detail["eventID"] = fresh
    if "sharedEventID" in detail:
        detail["sharedEventID"] = str(uuid.uuid4())
    # A session of its own, so that cells do not fold each other's alerts.
    text = re.sub(r"\b(A[KS]IA)[A-Z0-9]{8,}", lambda m: m[1] + fresh[:12].upper().replace("-", "X"), json.dumps(document))
    return text.encode(), fresh
