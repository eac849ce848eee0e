"""A matrix that finds nothing must be able to find something."""

import json

from testkit.faults import verdict
from testkit.faults.hubs import HOME, STANDBY, topic


class Told:
    """A cloud in which these messages were taken: (moment, topic, id, text)."""

    def __init__(self, *messages, queued=()):
        self.taken = [
            (moment, where, json.dumps({"default": text, "sqs": json.dumps({"id": name})}))
            for moment, where, name, text in messages
        ]
        self.lost_to = [(0, "publisher-dlq", name.encode()) for name in queued]
        self.outcomes = []


def test_an_alert_that_nobody_got_is_lost():
    found = verdict.judge(Told((1, topic(HOME), "e-1", "x"), queued=["e-2"]), dict.fromkeys(("e-1", "e-2", "e-3"), 0), True)
    assert found.lost_silently == {"e-3"} and found.lost_to_queue == {"e-2"} and found.worst == 1


def test_chat_alone_is_not_enough():
    assert verdict.judge(Told((1, topic(HOME, "-chat"), "e-1", "x")), {"e-1": 0}, True).lost_silently == {"e-1"}


def test_a_copy_in_another_region_is_a_repeat():
    copies = Told((1, topic(HOME), "e-1", "x"), (2, topic(STANDBY), "e-1", "x"))
    found = verdict.judge(copies, {"e-1": 0}, False)
    assert found.repeats == 1 and found.unmarked == {"e-1": [2]}


def test_a_copy_that_says_so_is_a_marked_repeat():
    copies = Told((1, topic(HOME), "e-1", "x"), (2, topic(HOME), "e-1", "This may be a repeat."))
    found = verdict.judge(copies, {"e-1": 0}, True)
    assert found.repeats == 1 and not found.unmarked


def test_a_digest_tells_what_it_names():
    copies = Told((5, topic(HOME), "digest-1", "e-1\ne-2"))
    assert verdict.told(copies, {"e-1", "e-2", "e-3"}).keys() == {("e-1", "people"), ("e-2", "people")}
