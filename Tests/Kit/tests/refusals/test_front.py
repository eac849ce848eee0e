"""The layer in front of moto: stacks and calls are refused in AWS's words, and what passes reaches moto."""

import json
import threading

import botocore.exceptions
import pytest

from testkit.refusals import catalog
from testkit.refusals.front import Front
from testkit.refusals.rows import ACCOUNT, HUB, OTHER, elsewhere, hub, rule, wildcard
from testkit.refusals.state import Organization

POLLUTED = wildcard("*a*b*c*d*e*f")


@pytest.fixture
def front(aws):
    front = Front(aws)
    aws.answers = front.answer
    return front


def template(**resources):
    return json.dumps({"Resources": resources})


def code(error):
    return error.value.response["Error"]["Code"]


def test_a_refused_stack_is_rolled_back_with_the_reason(front, boto):
    cloudformation, events = boto("cloudformation"), boto("events")
    body = template(Good=rule("good"), Bad=rule("bad", POLLUTED))
    cloudformation.create_stack(StackName="s", TemplateBody=body)
    (stack,) = cloudformation.describe_stacks(StackName="s")["Stacks"]
    assert stack["StackStatus"] == "ROLLBACK_COMPLETE"
    assert [one["StackName"] for one in cloudformation.describe_stacks()["Stacks"]] == ["s"]
    (event,) = cloudformation.describe_stack_events(StackName="s")["StackEvents"]
    assert (event["LogicalResourceId"], event["ResourceStatus"]) == ("Bad", "CREATE_FAILED")
    assert "Rule is too complex" in event["ResourceStatusReason"]
    assert events.list_rules()["Rules"] == []
    with pytest.raises(botocore.exceptions.ClientError, match="already exists"):
        cloudformation.create_stack(StackName="s", TemplateBody=body)

    cloudformation.delete_stack(StackName="s")
    cloudformation.create_stack(StackName="s", TemplateBody=template(Good=rule("good")))
    (stack,) = cloudformation.describe_stacks(StackName="s")["Stacks"]
    assert stack["StackStatus"] == "CREATE_COMPLETE"
    assert [one["Name"] for one in events.list_rules()["Rules"]] == ["good"]
    assert [one.kind for _, one in front.refusals] == [catalog.TOO_COMPLEX]


def test_a_refused_update_leaves_what_was(front, boto):
    cloudformation, events = boto("cloudformation"), boto("events")
    cloudformation.create_stack(StackName="s", TemplateBody=template(Good=rule("good")))
    cloudformation.update_stack(StackName="s", TemplateBody=template(Good=rule("good", POLLUTED)))
    (stack,) = cloudformation.describe_stacks(StackName="s")["Stacks"]
    assert stack["StackStatus"] == "UPDATE_ROLLBACK_COMPLETE"
    (event,) = cloudformation.describe_stack_events(StackName="s")["StackEvents"]
    assert event["ResourceStatus"] == "UPDATE_FAILED"
    assert json.loads(events.describe_rule(Name="good")["EventPattern"]) == {"source": ["a"]}
    cloudformation.update_stack(StackName="s", TemplateBody=template(Good=rule("good", {"source": ["b"]})))
    (stack,) = cloudformation.describe_stacks(StackName="s")["Stacks"]
    assert stack["StackStatus"] == "UPDATE_COMPLETE"


def test_sizes_are_refused_before_anything_is_made(front, boto):
    cloudformation = boto("cloudformation")
    long = template(Good=rule("good"), **{"A" * 51_200: rule("other")})
    with pytest.raises(botocore.exceptions.ClientError, match="less than or equal to 51200"):
        cloudformation.create_stack(StackName="s", TemplateBody=long)
    with pytest.raises(botocore.exceptions.ClientError, match="less than or equal to 51200"):
        cloudformation.create_change_set(StackName="s", ChangeSetName="c", TemplateBody=long)
    assert cloudformation.describe_stacks()["Stacks"] == []
    s3 = boto("s3")
    s3.create_bucket(Bucket="code", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    s3.put_object(Bucket="code", Key="templates/t.json", Body=template(Bad=rule("bad", POLLUTED)).encode())
    url = "https://code.s3.eu-west-1.amazonaws.com/templates/t.json"
    cloudformation.create_stack(StackName="s", TemplateURL=url)
    assert [one.kind for _, one in front.refusals] == [catalog.TOO_COMPLEX]


def test_parameters_that_do_not_fit_are_refused(front, boto):
    parameter = {"Type": "String", "AllowedPattern": "^a$"}
    body = json.dumps({"Parameters": {"P": parameter}, "Resources": {"R": rule("r")}})
    for given in ([], [{"ParameterKey": "P", "ParameterValue": "b"}], [{"ParameterKey": "Q", "ParameterValue": "a"}]):
        with pytest.raises(botocore.exceptions.ClientError, match="ValidationError.*Parameters: "):
            boto("cloudformation").create_stack(StackName="s", TemplateBody=body, Parameters=given)
    given = [{"ParameterKey": "P", "ParameterValue": "a"}]
    boto("cloudformation").create_stack(StackName="s", TemplateBody=body, Parameters=given)


def test_a_bus_policy_stands_when_its_stack_was_seen_complete(front, boto):
    home, other = boto("cloudformation"), boto("cloudformation", region_name="us-east-1")
    policy = {"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "events:PutEvents", "Resource": HUB}
    body = template(
        Bus={"Type": "AWS::Events::EventBus", "Properties": {"Name": "hub"}},
        P={"Type": "AWS::Events::EventBusPolicy", "Properties": {"EventBusName": "hub", "StatementId": "A", "Statement": policy}},
    )  # fmt: skip
    home.create_stack(StackName="hub", TemplateBody=body)
    other.create_stack(StackName="s", TemplateBody=template(R=elsewhere()))
    assert [one.kind for _, one in front.refusals] == [catalog.BUS_DENIES_TARGET]
    other.delete_stack(StackName="s")
    statuses = [home.describe_stacks(StackName="hub")["Stacks"][0]["StackStatus"] for _ in range(2)]
    assert statuses == ["CREATE_IN_PROGRESS", "CREATE_COMPLETE"]
    other.create_stack(StackName="s", TemplateBody=template(R=elsewhere()))
    assert other.describe_stacks(StackName="s")["Stacks"][0]["StackStatus"] == "CREATE_COMPLETE"


def test_a_change_set_is_judged_when_it_is_executed(front, boto):
    cloudformation = boto("cloudformation")
    given = {"StackName": "s", "ChangeSetName": "c", "ChangeSetType": "CREATE"}
    cloudformation.create_change_set(TemplateBody=template(Bad=rule("bad", POLLUTED)), **given)
    cloudformation.execute_change_set(StackName="s", ChangeSetName="c")
    (stack,) = cloudformation.describe_stacks(StackName="s")["Stacks"]
    assert stack["StackStatus"] == "ROLLBACK_COMPLETE"


def test_rules_by_call(front, boto):
    events = boto("events", region_name="us-east-1")
    with pytest.raises(botocore.exceptions.ClientError) as error:
        events.put_rule(Name="bad", EventPattern=json.dumps(POLLUTED))
    assert code(error) == "InvalidEventPatternException"
    for number in range(30):
        events.put_rule(Name=f"r{number}", EventPattern=json.dumps(wildcard("*a")))
    with pytest.raises(botocore.exceptions.ClientError) as error:
        events.put_rule(Name="r30", EventPattern=json.dumps(wildcard("*a")))
    assert code(error) == "LimitExceededException"
    events.put_rule(Name="r0", EventPattern=json.dumps(wildcard("*b")))

    target = elsewhere()["Properties"]["Targets"][0]
    with pytest.raises(botocore.exceptions.ClientError) as error:
        events.put_targets(Rule="r0", Targets=[target])
    assert code(error) == "AccessDeniedException"
    hub(True)(front.state)
    events.put_targets(Rule="r0", Targets=[target])
    with pytest.raises(botocore.exceptions.ClientError) as error:
        events.put_targets(Rule="r0", Targets=[target | {"Id": str(n)} for n in range(6)])
    assert code(error) == "LimitExceededException"


def test_a_role_by_call_is_refused_once(front, boto):
    target = elsewhere()["Properties"]["Targets"][0]
    hub(True)(front.state)
    boto("iam").create_role(RoleName="r", AssumeRolePolicyDocument="{}")
    events = boto("events", region_name="us-east-1")
    events.put_rule(Name="a", EventPattern='{"source": ["a"]}')
    with pytest.raises(botocore.exceptions.ClientError, match="cannot be assumed by principal"):
        events.put_targets(Rule="a", Targets=[target])
    events.put_targets(Rule="a", Targets=[target])


def test_permissions_come_one_after_the_other(front, boto):
    events = boto("events")
    events.create_event_bus(Name="hub")
    given = {"EventBusName": "hub", "Action": "events:PutEvents", "Principal": OTHER}
    inside, go_on, forward = threading.Event(), threading.Event(), front.forward

    def slow(request):
        inside.set()
        go_on.wait(30)
        return forward(request)

    front.forward = slow
    first = threading.Thread(target=events.put_permission, kwargs=given | {"StatementId": "A"})
    first.start()
    inside.wait(30)
    with pytest.raises(botocore.exceptions.ClientError) as error:
        boto("events").put_permission(**given, StatementId="B")
    assert code(error) == "ConcurrentModificationException"
    go_on.set()
    first.join(30)
    # moto drops other statements of the same principal.
    events.put_permission(**given | {"StatementId": "B", "Principal": ACCOUNT})
    assert set(front.state.bus_statements(HUB)) == {"A", "B"}
    events.remove_permission(EventBusName="hub", StatementId="A")
    assert set(front.state.bus_statements(HUB)) == {"B"}


def test_archives_trails_and_numbers_by_call(front, boto):
    front.state.without_archives = {"eu-west-1"}
    with pytest.raises(botocore.exceptions.ClientError, match="Operation is disabled in this region"):
        boto("events").create_archive(ArchiveName="a", EventSourceArn=HUB)
    boto("s3").create_bucket(Bucket="trail", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    trail = {"Name": "trail", "S3BucketName": "trail", "IsOrganizationTrail": True}
    cloudtrail, organizations = boto("cloudtrail"), boto("organizations")
    with pytest.raises(botocore.exceptions.ClientError, match="not the management account"):
        cloudtrail.create_trail(**trail)
    organizations.create_organization(FeatureSet="ALL")
    with pytest.raises(botocore.exceptions.ClientError, match="CloudTrailAccessNotEnabled"):
        cloudtrail.create_trail(**trail)
    organizations.enable_aws_service_access(ServicePrincipal="cloudtrail.amazonaws.com")
    with pytest.raises(botocore.exceptions.ClientError, match="InsufficientDependencyServiceAccess"):
        cloudtrail.create_trail(**trail)
    boto("iam").create_service_linked_role(AWSServiceName="cloudtrail.amazonaws.com")
    cloudtrail.create_trail(**trail)

    sns = boto("sns")
    topic = sns.create_topic(Name="t")["TopicArn"]
    assert sns.get_sms_sandbox_account_status()["IsInSandbox"]
    number = {"TopicArn": topic, "Protocol": "sms", "Endpoint": "+15550100"}
    with pytest.raises(botocore.exceptions.ClientError, match="sandbox"):
        sns.subscribe(**number)
    with pytest.raises(botocore.exceptions.ClientError, match="sandbox"):
        sns.publish(PhoneNumber="+15550100", Message="m")
    front.state.verified[ACCOUNT, "eu-west-1"] = {"+15550100"}
    assert sns.list_sms_sandbox_phone_numbers()["PhoneNumbers"] == [{"PhoneNumber": "+15550100", "Status": "Verified"}]
    sns.subscribe(**number)
    front.state.out_of_sandbox.add(ACCOUNT)
    assert not sns.get_sms_sandbox_account_status()["IsInSandbox"]


def test_a_new_account_has_little_concurrency(front, boto):
    client = boto("lambda")
    assert client.get_account_settings()["AccountLimit"]["UnreservedConcurrentExecutions"] == 10
    with pytest.raises(botocore.exceptions.ClientError, match=r"minimum value of \[10\]"):
        client.put_function_concurrency(FunctionName="f", ReservedConcurrentExecutions=1)
    front.state.concurrency[ACCOUNT] = 1_000
    with pytest.raises(client.exceptions.ResourceNotFoundException):
        client.put_function_concurrency(FunctionName="f", ReservedConcurrentExecutions=900)


def test_a_denied_region_refuses_calls_of_members_alone(front, boto):
    deny = {"Statement": [{"Effect": "Deny", "NotAction": ["sts:*"], "Resource": "*"}]}
    front.state.organization = Organization(management=OTHER, policies={ACCOUNT: [("arn:p", deny)]})
    with pytest.raises(botocore.exceptions.ClientError, match="explicit deny in a service control policy: arn:p"):
        boto("events").list_rules()
    front.state.organization.management = ACCOUNT
    boto("events").list_rules()
    front.state.enabled[ACCOUNT] = {"us-east-1"}
    with pytest.raises(botocore.exceptions.ClientError, match="not enabled"):
        boto("events").list_rules()
