"""The packaged event-enricher: every delivery becomes a message, whatever it is."""

import json
import subprocess

import pytest

from testkit.repository import ROOT

EVENTS = ROOT / "lambda/event-enricher/events"


@pytest.fixture
def enricher(emulated, unpacked):
    """With the plan beside it, as deployment adds it, and without a state table."""
    bootstrap = unpacked("event-enricher")
    command = [ROOT / "dist/breakglass", "plan", "compile", ROOT / "lambda/demo-files/plan.yaml"]
    plan = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    (bootstrap.parent / "plan.json").write_bytes(plan)
    return emulated(bootstrap)


def message(enricher, event):
    answer = enricher.invoke(event)
    assert answer.error is None, enricher.logged()
    value = json.loads(answer.body)
    assert value["schema"] == "breakglass.message/1"
    return value


@pytest.mark.parametrize(
    "name, due",
    [
        ("console-sign-in", True),
        ("console-sign-in-failed", True),
        ("assume-role", True),
        ("drift-report", True),
        ("sign-in-elsewhere", False),
    ],
)
def test_what_is_ours_is_due(enricher, name, due):
    assert message(enricher, (EVENTS / f"{name}.json").read_bytes())["due"] is due


def test_every_sample_event_is_tested_here():
    names = {
        "console-sign-in", "console-sign-in-failed", "assume-role", "drift-report",
        "sign-in-elsewhere",
    }  # fmt: skip
    assert {path.stem for path in EVENTS.iterdir()} == names


def test_what_the_checker_says_is_told_as_it_says_it(enricher):
    report = json.loads((EVENTS / "drift-report.json").read_bytes())
    told = message(enricher, json.dumps(report).encode())
    assert told["kind"] == "drift" and told["severity"] == "critical"
    assert told["id"] == report["detail"]["told"]["id"]
    assert "has 1 of two MFA devices" in told["subject"] + told["default"]
    # The same from another account is somebody's invention.
    report["account"] = "444455556666"
    assert message(enricher, json.dumps(report).encode())["due"] is False


def test_a_session_token_stands_in_no_answer_and_no_log(enricher):
    event = (EVENTS / "assume-role.json").read_bytes()
    token = json.loads(event)["detail"]["responseElements"]["credentials"]["sessionToken"]
    assert token not in json.dumps(message(enricher, event))
    assert token not in enricher.logged()


@pytest.mark.parametrize(
    "event",
    [
        b"",
        b"null",
        b"not json",
        b"[1, 2",
        b'"text"',
        b"\xff\xfe\x00",
        b"[" * 50_000,
        b'{"detail":' * 20_000,
        json.dumps({"detail": {"eventName": ["ConsoleLogin"], "userIdentity": 7}}).encode(),
    ],
    ids=lambda event: f"{event[:12]!r}-{len(event)}",
)
def test_what_cannot_be_read_is_told_all_the_same(enricher, event):
    assert message(enricher, event)["due"] is True


def test_a_large_event_is_read_like_a_small_one(enricher):
    event = json.loads((EVENTS / "console-sign-in.json").read_bytes())
    event["detail"]["requestParameters"] = {"padding": "y" * 256_000}
    told = message(enricher, json.dumps(event).encode())
    assert told["due"] is True and "BreakglassUser1" in json.dumps(told)


def test_a_function_without_a_plan_tells_everything(emulated):
    enricher = emulated("event-enricher")
    event = (EVENTS / "sign-in-elsewhere.json").read_bytes()
    assert message(enricher, event)["due"] is True
    assert "no plan" in enricher.logged()


def test_it_stays_small(enricher):
    """Peak memory over a hundred events, a large one among them: at most 20 MB."""
    event = (EVENTS / "assume-role.json").read_bytes()
    for _ in range(100):
        message(enricher, event)
    with open(f"/proc/{enricher.function()}/status") as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    assert peak <= 20 * 1000, f"{peak} KB"
