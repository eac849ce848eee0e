"""Each part of the alert path, taken away: somebody hears of it, and docs/architecture.md says who and when."""

import os

import pytest

from testkit.links.graph import HUBS, Graph
from testkit.links.heard import NIGHT, Hearing
from testkit.links.losses import LOSSES
from testkit.repository import ROOT

PAGE = ROOT / "docs/architecture.md"
BEGIN, END = "<!-- links: begin -->\n", "<!-- links: end -->\n"
CASES = {"home": ("home",), "standby": ("standby",), "both": ("home", "standby")}
hearing = Hearing(Graph())


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: loss.title)
def test_somebody_hears_of_a_lost_link(loss, case):
    ways = hearing.ways(loss, CASES[case])
    assert ways, "nobody hears of it"
    assert ways[0][1] < NIGHT, "only the nightly check finds it"


def time(seconds):
    for size, word in ((3_600, "h"), (60, "min")):
        if seconds >= size and seconds % size == 0:
            return f"{seconds // size} {word}"
    return f"{seconds // 60} min" if seconds > 600 else f"{seconds} s"


def cell(loss, case):
    ways = hearing.ways(loss, CASES[case])
    told = "; ".join(f"{who} in {time(seconds)}" for who, seconds in ways[:2])
    by = {
        "home": "go on", "standby": "go on by the standby hub", "queue": "wait in a queue",
        "archive": "wait in the archive",
    }  # fmt: skip
    critical, others = (by[hearing.alerts(loss, CASES[case], critical)] for critical in (True, False))
    alerts = f"Alerts {critical}" if critical == others else f"Critical alerts {critical}, others {others}"
    return f"{told}. {alerts}."


def table():
    yield "| part that is lost | at home | in the standby Region | in both |"
    yield "|---|---|---|---|"
    for loss in LOSSES:
        yield f"| {loss.title} | " + " | ".join(cell(loss, case) for case in CASES) + " |"


def test_the_page_says_who_hears_of_each_lost_link():
    before, _, rest = PAGE.read_text().partition(BEGIN)
    written, _, after = rest.partition(END)
    wanted = "\n".join(table()) + "\n"
    if os.environ.get("RENEW_GOLDEN"):
        PAGE.write_text(before + BEGIN + wanted + END + after)
        return
    assert written == wanted, "stale: RENEW_GOLDEN=1 pytest Tests/Integration/template/test_links.py, then read it"
