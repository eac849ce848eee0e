"""Defects of the ledger: what was due and was not told."""

import json
import time

from testkit.drift.defects.catalog import defect
from testkit.drift.healthy import EMERGENCY, HOME, USERS

CHECK = "every-due-event-was-told"


def moment(hours):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - hours * 3_600))


def other_item(world, **change):
    world.put(world.told | change)
    yield
    world.remove("alert#e-1")
    world.put(world.told)


@defect(CHECK, "due 1, but sent 0 + folded and sent 0 + queued 0 + not known 0: 1 missing")
def an_alert_was_lost(world, answers, okta):
    world.remove("alert#e-1")
    yield
    world.put(world.told)


@defect(CHECK, "no topic of ours took it")
def a_sent_mark_is_forged(world, answers, okta):
    yield from other_item(world, sent={"SS": [f"arn:aws:sns:{HOME}:999988887777:breakglass-alerts"]})


@defect(CHECK, "nobody looks after it")
def an_alert_waits_since_yesterday(world, answers, okta):
    due = {"N": str(int(time.time()) - 86_400)}
    yield from other_item(world, state={"S": "claimed"}, lane={"S": "critical"}, due=due)


@defect(CHECK, "DeleteTopic")
def an_event_reached_no_hub(world, answers, okta):
    """CloudTrail has it, and no ledger has a line."""
    event = {
        "eventID": "e-2", "eventName": "DeleteTopic", "eventSource": "sns.amazonaws.com",
        "eventTime": moment(5), "recipientAccountId": EMERGENCY, "awsRegion": HOME, "readOnly": False,
        "userIdentity": {"type": "IAMUser", "userName": "somebody", "accountId": EMERGENCY},
        "requestParameters": {"topicArn": f"arn:aws:sns:{HOME}:{EMERGENCY}:breakglass-alerts"},
    }  # fmt: skip
    answers.events = [{"CloudTrailEvent": json.dumps(event)}]
    yield


@defect(CHECK, "does not exist")
def the_ledger_is_gone(world, answers, okta):
    logs, group = world.emergency.client("logs", HOME), "/aws/events/breakglass-ledger"
    kept = logs.filter_log_events(logGroupName=group)["events"]
    logs.delete_log_group(logGroupName=group)
    yield
    logs.create_log_group(logGroupName=group)
    logs.create_log_stream(logGroupName=group, logStreamName="rule")
    lines = [{key: line[key] for key in ("timestamp", "message")} for line in kept]
    logs.put_log_events(logGroupName=group, logStreamName="rule", logEvents=lines)


@defect(CHECK, "IAM says that the password")
def a_use_that_nobody_told(world, answers, okta):
    """The drill that was told since then excuses the use elsewhere. The ledger has the other user's sign-in."""
    drill = {"id": {"S": "drill#user"}}
    world.put(drill | {"time": {"N": str(int(time.time()) - 7_200)}})
    answers.users = answers.users | {USERS[1]: {"PasswordLastUsed": moment(5)}}
    yield
    world.put(drill | {"time": {"N": str(int(time.time()) - 86_400)}})
