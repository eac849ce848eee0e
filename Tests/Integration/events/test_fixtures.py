"""Our own events through `breakglass preview`: what is told, every fact, and no secret anywhere.

Those that are no JSON are for the function alone, which EventReaderTests.swift asks: preview refuses
them as files.
"""

import json

import pytest

from testkit.programs.preview import alerts, preview
from testkit.repository import ROOT

FIXTURES = ROOT / "Tests/Fixtures"
EXPECTED = json.loads((FIXTURES / "expected.json").read_text())
FILES = {path.stem: path for path in sorted(FIXTURES.glob("events/*"))}


def is_json(name):
    try:
        return json.loads(FILES[name].read_text()) is not None
    except RecursionError:  # Python's limit, not JSON's
        return True
    except ValueError:
        return False


NAMES = sorted(name for name in EXPECTED if is_json(name))
PLAN = FIXTURES / "plan.yaml"


@pytest.fixture(scope="module")
def read():
    # Each by itself: events of one command join, and these are of one invented person.
    return {name: alerts(PLAN, [FILES[name]])[0] for name in NAMES}


def fact(alert, path):
    for name in path.split("."):
        alert = alert[name]
    return alert


def test_every_fixture_is_in_the_table():
    assert sorted(FILES) == sorted(EXPECTED)


@pytest.mark.parametrize("name", NAMES, ids=[EXPECTED[name]["says"] for name in NAMES])
def test_facts(name, read):
    expected, alert = EXPECTED[name], read[name]
    want = {"due": expected["due"], "kind": expected["kind"], **expected["facts"]}
    assert {path: fact(alert, path) for path in want} == want


@pytest.mark.parametrize("output", ["email", "sms", "chat", "json"])
def test_no_format_shows_a_token_or_lets_hostile_text_through(output):
    shown = preview(PLAN, [FILES[name] for name in NAMES], output)
    assert "IQoJ" not in shown
    assert "\u202e" not in shown
    if output == "chat":
        assert "<!channel>" not in shown and "](https://evil" not in shown
