"""What people got in a cell, and what they did not."""

import json
import re
from dataclasses import dataclass, field

MARK = re.compile(r"may be a repeat", re.IGNORECASE)


@dataclass
class Verdict:
    """Alerts by their ids. `repeats` counts copies beyond the first, for each audience."""

    due: set = field(default_factory=set)
    lost_silently: set = field(default_factory=set)
    lost_to_queue: set = field(default_factory=set)
    unmarked: dict = field(default_factory=dict)
    repeats: int = 0
    worst: float = 0.0
    alarms: int = 0


def audience(topic):
    return "chat" if topic.endswith("-chat") else "people"


def told(cloud, ids):
    """For each id and audience: (moment, whether it says that it may be a repeat) of every copy."""
    copies = {}
    for moment, topic, text in cloud.taken:
        marked = bool(MARK.search(json.loads(text).get("default", text)))
        for name in named(text, ids):
            copies.setdefault((name, audience(topic)), []).append((moment, marked))
    return copies


def named(text, ids):
    """The alerts that a message tells: the alert itself, or the lines of a digest."""
    bodies = json.loads(text)
    try:
        alert = json.loads(bodies.get("sqs", ""))
    except ValueError:
        alert = {}
    if alert.get("id") in ids:
        return {alert["id"]}
    return {name for name in ids if name in text}


def judge(cloud, sent, has_fault, folded=()):
    """`sent` maps the id of each due alert to the moment its event reached the first hub."""
    verdict = Verdict(due=set(sent))
    copies = told(cloud, set(sent))
    queued = b"".join(record for _, _, record in cloud.lost_to).decode(errors="replace")
    for name, since in sent.items():
        people = sorted(copies.get((name, "people"), []))
        if not people and name not in folded:
            (verdict.lost_to_queue if name in queued else verdict.lost_silently).add(name)
        elif people:
            verdict.worst = max(verdict.worst, people[0][0] - since)
        for group in ("people", "chat"):
            later = sorted(copies.get((name, group), []))[1:]
            verdict.repeats += len(later)
            unmarked = [moment for moment, marked in later if not marked]
            if unmarked:
                verdict.unmarked.setdefault(name, []).extend(unmarked)
    verdict.alarms = sum(kind in ("error", "timeout") for _, name, kind, _ in cloud.outcomes)
    verdict.has_fault = has_fault
    return verdict
