"""The hubs of the fault matrix are those of the template."""

import pytest

from testkit.faults import cloud, hubs
from testkit.repository import ROOT
from testkit.templates import reading

RESOURCES = reading.load(ROOT / "template/hub.yaml")["Resources"]


def properties(name):
    return RESOURCES[name]["Properties"]


@pytest.mark.parametrize(
    "function, outcome, time, retries",
    [
        ("Enricher", "EnricherOutcome", hubs.ENRICHER_TIME, hubs.ENRICHER_RETRIES),
        ("Publisher", "PublisherOutcome", hubs.PUBLISHER_TIME, hubs.PUBLISHER_RETRIES),
        ("CriticalPublisher", "CriticalPublisherOutcome", hubs.PUBLISHER_TIME, hubs.PUBLISHER_RETRIES),
    ],
)
def test_times_and_retries(function, outcome, time, retries):
    assert properties(function)["Timeout"] == time
    assert properties(outcome)["MaximumRetryAttempts"] == retries


def test_the_waiting_queue():
    queue = properties("WaitingAlerts")
    assert queue["VisibilityTimeout"] == cloud.VISIBLE_AFTER and queue["DelaySeconds"] == 60
    assert queue["RedrivePolicy"]["maxReceiveCount"] == cloud.MOST_RECEIVES


@pytest.mark.parametrize(
    "resource, function", [("Enricher", "enricher"), ("Publisher", "publisher"), ("CriticalPublisher", "critical")]
)
def test_variables(resource, function, tmp_path):
    made = hubs.Hubs(tmp_path, "/task")
    try:
        given = set()
        for region in hubs.REGIONS:
            given |= set(made.functions[f"{function}-{region}"].environment)
    finally:
        made.close()
    wanted = set(properties(resource)["Environment"]["Variables"])
    # The key's ARN decides nothing here.
    assert wanted - {"WATCHED_ARNS"} <= given
    ours = {"AWS_REGION", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "LAMBDA_TASK_ROOT", "PATH"}
    assert given - ours <= wanted
