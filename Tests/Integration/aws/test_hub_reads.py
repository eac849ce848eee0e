"""The operations that read a hub and a directory, through the proxy that checks each, against moto."""

import json

import pytest

from testkit.programs import aws_probe

ACCOUNT = "123456789012"


@pytest.fixture
def run(aws_environment):
    return lambda operation, **parameters: aws_probe.run(aws_environment, operation, **parameters)


def test_event_bus_rules_and_targets(run, boto):
    events = boto("events")
    bus = events.create_event_bus(Name="hub")["EventBusArn"]
    assert f'arn: "{bus}"' in run("describeEventBus", name="hub")
    pattern = json.dumps({"source": ["aws.signin"]})
    state = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
    events.put_rule(Name="breakglass-a", EventPattern=pattern, State=state, EventBusName="hub")
    events.put_rule(Name="other", EventPattern=pattern, EventBusName="hub")
    queue = f"arn:aws:sqs:eu-west-1:{ACCOUNT}:dlq"
    events.put_targets(
        Rule="breakglass-a",
        EventBusName="hub",
        Targets=[
            {"Id": "1", "Arn": bus, "RoleArn": f"arn:aws:iam::{ACCOUNT}:role/R", "DeadLetterConfig": {"Arn": queue}},
            {"Id": "2", "Arn": bus, "InputPath": "$.detail"},
        ],
    )
    rules = run("listRules", prefix="breakglass-", bus="hub")
    assert rules.count("Rule(") == 1 and state in rules and "aws.signin" in rules
    assert run("listRules", bus="hub").count("Rule(") == 2
    first, second = run("listTargetsByRule", name="breakglass-a", bus="hub").split("Target(")[1:]
    assert f'deadLetterARN: Optional("{queue}")' in first and "changesInput: false" in first
    assert "role/R" in first and "changesInput: true" in second
    with pytest.raises(aws_probe.ProbeFailed, match="ResourceNotFoundException"):
        run("describeEventBus", name="gone")


def test_archives(run, boto):
    bus = boto("events").describe_event_bus()["Arn"]
    for name in ("breakglass-hub", "other"):
        boto("events").create_archive(ArchiveName=name, EventSourceArn=bus)
    assert run("listArchives", prefix="breakglass-") == '["breakglass-hub"]'


def test_pages_go_on_where_the_last_ended(run, boto):
    events = boto("events")
    for number in range(60):
        events.put_rule(Name=f"r{number:03}", ScheduleExpression="rate(1 day)")
    page = run("listRules")
    token = page.rpartition('next: Optional("')[2].split('"')[0]
    assert page.count("Rule(") + run("listRules", token=token).count("Rule(") == 60


def test_topic_and_subscriptions(run, boto):
    topic = boto("sns").create_topic(Name="alerts", Attributes={"KmsMasterKeyId": "alias/k"})["TopicArn"]
    arn = boto("sns").subscribe(
        TopicArn=topic, Protocol="sqs", Endpoint=f"arn:aws:sqs:eu-west-1:{ACCOUNT}:q", ReturnSubscriptionArn=True
    )["SubscriptionArn"]
    boto("sns").subscribe(TopicArn=topic, Protocol="email", Endpoint="a+b@example.com")
    attributes = run("getTopicAttributes", name=topic)
    assert '"KmsMasterKeyId": "alias/k"' in attributes and '"Policy": "{' in attributes
    listed = run("listSubscriptionsByTopic", name=topic)
    assert listed.count("Subscription(") == 2 and "a+b@example.com" in listed
    assert f'arn: Optional("{arn}")' in listed
    assert f'"TopicArn": "{topic}"' in run("getSubscriptionAttributes", name=arn)
    with pytest.raises(aws_probe.ProbeFailed, match="NotFound"):
        run("getTopicAttributes", name=topic + "-gone")


def test_key(run, boto):
    key = boto("kms").create_key(Policy=json.dumps({"Statement": []}))["KeyMetadata"]["KeyId"]
    assert json.loads(run("getKeyPolicy", name=key)) == {"Statement": []}
    assert run("getKeyRotationStatus", name=key) == "false"
    boto("kms").enable_key_rotation(KeyId=key)
    assert run("getKeyRotationStatus", name=key) == "true"
    pair = boto("kms").create_key(KeyUsage="SIGN_VERIFY", KeySpec="RSA_2048")["KeyMetadata"]["KeyId"]
    assert bytes(json.loads(run("getPublicKey", name=pair))) == boto("kms").get_public_key(KeyId=pair)["PublicKey"]


@pytest.fixture
def function(boto):
    """The name of a function with a policy and destinations."""
    trust = {"Version": "2012-10-17", "Statement": []}
    role = boto("iam").create_role(RoleName="f", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
    client = boto("lambda")
    client.create_function(
        FunctionName="breakglass-f",
        Runtime="provided.al2023",
        Role=role,
        Handler="bootstrap",
        Code={"ZipFile": b"PK\x05\x06" + bytes(18)},
    )
    return "breakglass-f"


def test_function(run, boto, function):
    client = boto("lambda")
    configuration = run("getFunctionConfiguration", name=function)
    digest = client.get_function_configuration(FunctionName=function)["CodeSha256"]
    assert f'codeSHA256: "{digest}"' in configuration and 'Optional("Active")' in configuration
    assert run("getFunctionConcurrency", name=function) == "nil"
    client.put_function_concurrency(FunctionName=function, ReservedConcurrentExecutions=0)
    assert run("getFunctionConcurrency", name=function) == "Optional(0)"
    client.add_permission(
        FunctionName=function, StatementId="s", Action="lambda:InvokeFunction", Principal="events.amazonaws.com"
    )
    assert "events.amazonaws.com" in run("getPolicy", name=function)
    target = f"arn:aws:lambda:eu-west-1:{ACCOUNT}:function:p"
    client.put_function_event_invoke_config(
        FunctionName=function, DestinationConfig={"OnFailure": {"Destination": target}}
    )
    destinations = run("getFunctionEventInvokeConfig", name=function)
    assert "onSuccess: nil" in destinations and target in destinations


def test_queue_alarms_and_stacks(run, boto):
    queue = boto("sqs").create_queue(QueueName="q")["QueueUrl"]
    boto("sqs").send_message(QueueUrl=queue, MessageBody="m")
    assert '"ApproximateNumberOfMessages": "1"' in run("getQueueAttributes", name=queue)
    with pytest.raises(aws_probe.ProbeFailed, match="NonExistentQueue|QueueDoesNotExist"):
        run("getQueueAttributes", name=f"{queue}-gone")
    boto("cloudwatch").put_metric_alarm(
        AlarmName="breakglass-a",
        MetricName="m",
        Namespace="n",
        Statistic="Sum",
        Period=60,
        EvaluationPeriods=1,
        Threshold=1,
        ComparisonOperator="GreaterThanThreshold",
        AlarmActions=["arn:aws:sns:eu-west-1:123456789012:t"],
    )
    alarms = run("describeAlarms", name="breakglass-")
    assert alarms.count("Alarm(") == 1 and "actionsEnabled: true" in alarms and ":t" in alarms
    template = json.dumps({"Resources": {"T": {"Type": "AWS::SNS::Topic"}}})
    boto("cloudformation").create_stack(StackName="breakglass-s", TemplateBody=template)
    assert '"breakglass-s", status: "CREATE_COMPLETE"' in run("listStacks")


def test_schedule(run, boto):
    with pytest.raises(aws_probe.ProbeFailed, match="ResourceNotFoundException"):
        run("getSchedule", name="breakglass-a", group="breakglass-g")
    scheduler = boto("scheduler")
    scheduler.create_schedule_group(Name="breakglass-g")
    scheduler.create_schedule(
        Name="breakglass-a", GroupName="breakglass-g", State="DISABLED",
        ScheduleExpression="rate(1 hour)", FlexibleTimeWindow={"Mode": "OFF"},
        Target={"Arn": "arn:aws:lambda:eu-west-1:123456789012:function:f",
                "RoleArn": "arn:aws:iam::123456789012:role/r"},
    )  # fmt: skip
    schedule = run("getSchedule", name="breakglass-a", group="breakglass-g")
    assert 'state: "DISABLED"' in schedule and ":function:f" in schedule


def test_security_contact(run, boto):
    with pytest.raises(aws_probe.ProbeFailed, match="ResourceNotFoundException"):
        run("getSecurityContact")
    boto("account").put_alternate_contact(
        AlternateContactType="SECURITY",
        EmailAddress="s@example.com",
        Name="S",
        PhoneNumber="+1",
        Title="t",
    )
    assert run("getSecurityContact") == "s@example.com"


def test_secret(run, boto):
    boto("secretsmanager").create_secret(Name="okta", SecretString="00aBc")
    assert run("getSecretValue", name="okta") == "(secret)"


def test_identity_center(run, boto):
    instance = boto("sso-admin").list_instances()["Instances"][0]
    store, directory = instance["IdentityStoreId"], boto("identitystore")
    group = directory.create_group(IdentityStoreId=store, DisplayName="aws#R#1")["GroupId"]
    user = directory.create_user(
        IdentityStoreId=store, UserName="u", DisplayName="U", Name={"GivenName": "U", "FamilyName": "U"}
    )["UserId"]
    assert 'displayName: Optional("aws#R#1")' in run("describeGroup", store=store, name=group)
    assert group in run("listGroups", store=store)
    assert "items: []" in run("listGroupMemberships", store=store, name=group)
    directory.create_group_membership(IdentityStoreId=store, GroupId=group, MemberId={"UserId": user})
    assert user in run("listGroupMemberships", store=store, name=group)
    assert 'userName: Optional("u")' in run("describeUser", store=store, name=user)
    with pytest.raises(aws_probe.ProbeFailed, match="ResourceNotFoundException"):
        run("describeGroup", store=store, name="00000000-0000-0000-0000-000000000000")
