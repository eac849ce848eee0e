"""What the rules send to the hub for nothing is little, counted on everyday events of a busy account."""

import collections

from testkit.events import coarse, everyday
from testkit.events.hearing import heard_by

COUNT = 5_000
# docs/decisions.md says what was measured.
MOST_PER_MILLE = 8


def test_few_everyday_events_are_sent_and_each_with_a_reason():
    sent = collections.Counter()
    for event in everyday.events(COUNT):
        if heard_by(event):
            detail = event["detail"]
            assert coarse.why(event), event
            sent[coarse.why(event), detail["eventSource"], detail["eventName"]] += 1
    # pytest -s shows it.
    print(f"\nsent for nothing, of 1,000 everyday events: {1_000 * sent.total() / COUNT:.1f}")
    for (why, source, name), times in sent.most_common():
        print(f"  {1_000 * times / COUNT:4.1f} {why}: {source} {name}")
    assert 0 < 1_000 * sent.total() / COUNT <= MOST_PER_MILLE
