"""The operations that tell whether a resource is there, through the proxy that checks each, against moto."""

import json

import pytest

from testkit.programs import aws_probe

ACCOUNT = "123456789012"


@pytest.fixture
def run(aws_environment):
    return lambda operation, **parameters: aws_probe.run(aws_environment, operation, **parameters)


def test_an_archive(run, boto):
    bus = boto("events").describe_event_bus()["Arn"]
    boto("events").create_archive(ArchiveName="breakglass-hub", EventSourceArn=bus)
    assert run("describeArchive", name="breakglass-hub") == "ENABLED"
    with pytest.raises(aws_probe.ProbeFailed, match="ResourceNotFoundException"):
        run("describeArchive", name="breakglass-gone")


def test_the_rules_of_a_target(run, boto):
    events = boto("events")
    events.create_event_bus(Name="hub")
    target = f"arn:aws:sqs:eu-west-1:{ACCOUNT}:q"
    for bus, rule in (("default", "breakglass-a"), ("hub", "breakglass-b")):
        events.put_rule(Name=rule, EventPattern=json.dumps({"source": ["a"]}), EventBusName=bus)
        events.put_targets(Rule=rule, EventBusName=bus, Targets=[{"Id": "1", "Arn": target}])
    assert '["breakglass-a"]' in run("listRuleNamesByTarget", name=target)
    assert '["breakglass-b"]' in run("listRuleNamesByTarget", name=target, bus="hub")
    assert "items: []" in run("listRuleNamesByTarget", name=f"{target}-other")


def test_log_groups(run, boto):
    for name in ("/aws/lambda/breakglass-a", "/aws/lambda/other"):
        boto("logs").create_log_group(logGroupName=name)
    assert '["/aws/lambda/breakglass-a"]' in run("describeLogGroups", name="/aws/lambda/breakglass-")


def test_a_table(run, boto):
    boto("dynamodb").create_table(
        TableName="breakglass-state",
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
    )
    assert run("describeTable", name="breakglass-state") == "ACTIVE"
    with pytest.raises(aws_probe.ProbeFailed, match="ResourceNotFoundException"):
        run("describeTable", name="breakglass-gone")


def test_a_group_of_schedules(run, boto):
    boto("scheduler").create_schedule_group(Name="breakglass-checker")
    assert run("getScheduleGroup", name="breakglass-checker") == "ACTIVE"
    with pytest.raises(aws_probe.ProbeFailed, match="ResourceNotFoundException"):
        run("getScheduleGroup", name="breakglass-gone")


def test_dashboards(run, boto):
    for name in ("breakglass-eu-west-1", "other"):
        boto("cloudwatch").put_dashboard(DashboardName=name, DashboardBody='{"widgets": []}')
    assert '["breakglass-eu-west-1"]' in run("listDashboards", name="breakglass-")
