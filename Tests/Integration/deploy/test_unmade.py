"""What the other tests here cannot count, because moto makes none of it out of CloudFormation while saying
CREATE_COMPLETE: the list, and what the templates say of it.
"""

import pytest
from moto.cloudformation import parsing

from testkit.deployment.account import EMERGENCY, HOME, STANDBY
from testkit.repository import TEMPLATES
from testkit.templates import stacks
from testkit.templates.reading import load

# Type: the templates it stands in.
UNMADE = {
    "AWS::CloudFormation::StackSet": {"organization"},  # template/deploy makes stack sets by their own API
    "AWS::CloudTrail::Trail": {"trail"},
    "AWS::CloudWatch::Alarm": {"hub", "region"},
    "AWS::Events::EventBusPolicy": {"evidence"},
    "AWS::IAM::RolePolicy": {"hub"},
    "AWS::IAM::SAMLProvider": {"access"},
    "AWS::Lambda::EventInvokeConfig": {"hub"},
    "AWS::Organizations::Policy": {"guardrail"},
    "AWS::S3::BucketPolicy": {"code", "trail"},
    "AWS::SNS::Subscription": {"hub"},
    "AWS::SNS::TopicPolicy": {"hub"},
    "AWS::SQS::QueuePolicy": {"hub", "region"},
    "AWS::Scheduler::Schedule": {"hub"},
    "AWS::Scheduler::ScheduleGroup": {"hub"},
}


def resources(template, kind):
    made = load(TEMPLATES / f"{template}.yaml")["Resources"]
    return {name: resource for name, resource in made.items() if resource["Type"] == kind}


def test_the_list_is_complete():
    used = {}
    for path in TEMPLATES.glob("*.yaml"):
        for resource in load(path)["Resources"].values():
            used.setdefault(resource["Type"], set()).add(path.stem)
    known = parsing.get_model_map() if hasattr(parsing, "get_model_map") else parsing.MODEL_MAP
    assert {kind: names for kind, names in used.items() if kind not in known} == UNMADE


@pytest.mark.parametrize("region", [HOME, STANDBY])
def test_every_topic_and_queue_of_the_hub_has_a_policy(region):
    hub = stacks.hub(region, HomeRegion=HOME, StandbyRegion=STANDBY)
    arns = {policy for p in hub.resources("AWS::SNS::TopicPolicy").values() for policy in p["Topics"]}
    assert {arn.rpartition(":")[2] for arn in arns} == {
        topic["TopicName"] for topic in hub.resources("AWS::SNS::Topic").values()
    }
    queues = {url for p in hub.resources("AWS::SQS::QueuePolicy").values() for url in p["Queues"]}
    assert {url.rpartition("/")[2] for url in queues} == {
        queue["QueueName"] for queue in hub.resources("AWS::SQS::Queue").values()
    }


def test_every_alarm_of_the_hub_speaks():
    hub = stacks.hub(HOME, HomeRegion=HOME, StandbyRegion=STANDBY)
    alarms = hub.resources("AWS::CloudWatch::Alarm")
    assert alarms
    for name, alarm in alarms.items():
        assert [arn.rpartition(":")[2] for arn in alarm["AlarmActions"]] == ["breakglass-alarms"], name


def test_both_outcomes_of_the_enricher_go_to_the_publisher():
    hub = stacks.hub(HOME, HomeRegion=HOME, StandbyRegion=STANDBY)
    configured = hub.resources("AWS::Lambda::EventInvokeConfig")
    enricher = [c for c in configured.values() if "event-enricher" in c["FunctionName"]]
    (destinations,) = [c["DestinationConfig"] for c in enricher]
    for outcome in ("OnSuccess", "OnFailure"):
        assert destinations[outcome]["Destination"].endswith(":function:breakglass-sns-publisher")


def test_the_trail_logs_management_events_of_every_region():
    (trail,) = resources("trail", "AWS::CloudTrail::Trail").values()
    properties = trail["Properties"]
    assert properties["IsLogging"] and properties["IsMultiRegionTrail"]
    assert properties["EventSelectors"] == [{"IncludeManagementEvents": True, "ReadWriteType": "All"}]


def test_stack_sets_reach_new_accounts_and_outlive_their_leaving():
    for name, stack_set in resources("organization", "AWS::CloudFormation::StackSet").items():
        automatic = stack_set["Properties"]["AutoDeployment"]
        # Roles come to an account when it is planned.
        planned = {"Enabled": False}
        every = {"Enabled": True, "RetainStacksOnAccountRemoval": True}
        assert automatic == (planned if name in ("RolesStackSet", "WorkloadStackSet") else every)


def test_long_metadata_stands_in_the_template_of_the_provider(tmp_path):
    document = f'<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">{"x" * 90_000}</EntityDescriptor>'
    (tmp_path / "metadata.xml").write_text(document)
    (tmp_path / "plan.yaml").write_text(
        f'organization: example\nemergencyAccount: "{EMERGENCY}"\nregions: {{ home: us-east-1 }}\n'
        "identityProvider: { kind: okta, domain: example.okta.com, metadata: metadata.xml }\n"
    )
    stacks.plan_templates(tmp_path / "plan.yaml", tmp_path / "rendered")
    template = load(tmp_path / "rendered/access-roles-1.json")
    provider = template["Resources"]["SAMLProvider"]
    assert provider["Type"] == "AWS::IAM::SAMLProvider"
    assert provider["Properties"]["SamlMetadataDocument"] == document
    assert "xxxx" not in (tmp_path / "rendered/access.parameters.json").read_text()
