"""botocore can read every response that replaces moto's."""

import boto3
import botocore.exceptions
import pytest

from testkit.aws.answers import refusal, reply, xml
from testkit.aws.check_proxy import CheckProxy
from testkit.aws.moto import ACCESS_KEY, SECRET_KEY
from testkit.aws.unknown_to_moto import REGIONS, Answers

MEMBERS = [
    {"Id": "111122223333", "Name": "production", "Status": "ACTIVE", "State": "ACTIVE"},
]
PATTERN = {
    "EventPattern": '{"source": ["aws.iam"]}',
    "Event": '{"id": "1", "detail-type": "x", "source": "aws.iam", "account": "111122223333",'
    ' "time": "2026-07-01T03:04:05Z", "region": "eu-west-1", "resources": [], "detail": {}}',
}
SIMULATION = {
    "PolicySourceArn": "arn:aws:iam::111122223333:role/x", "ActionNames": ["s3:GetObject", "s3:PutObject"],
}  # fmt: skip
POLICIES = {"Filter": "RESOURCE_CONTROL_POLICY"}

# Service, operation, its parameters, and a value somewhere in the result.
CALLS = [
    ("account", "list_regions", {}, ("Regions", 0, "RegionName"), REGIONS[0]),
    ("events", "test_event_pattern", PATTERN, ("Result",), True),
    ("cloudformation", "detect_stack_drift", {"StackName": "x"}, ("StackDriftDetectionId",), "1"),
    ("cloudformation", "describe_stack_drift_detection_status", {"StackDriftDetectionId": "1"},
     ("StackDriftStatus",), "IN_SYNC"),
    ("cloudtrail", "lookup_events", {}, ("Events",), []),
    ("iam", "get_account_summary", {}, ("SummaryMap", "AccountMFAEnabled"), 1),
    ("iam", "get_user", {"UserName": "BreakglassUser1"},
     ("User", "PermissionsBoundary", "PermissionsBoundaryType"), "Policy"),
    ("iam", "list_service_specific_credentials", {}, ("ServiceSpecificCredentials",), []),
    ("iam", "simulate_principal_policy", SIMULATION,
     ("EvaluationResults", 1, "EvalDecision"), "allowed"),
    ("iam", "list_organizations_features", {}, ("EnabledFeatures", 0), "RootCredentialsManagement"),
    ("organizations", "describe_organization", {}, ("Organization", "MasterAccountId"), "444455556666"),
    ("organizations", "list_accounts", {}, ("Accounts", 0, "Name"), "production"),
    ("organizations", "list_policies", POLICIES, ("Policies", 0, "Name"), "p-examplercp1"),
    ("organizations", "describe_policy", {"PolicyId": "p-examplercp1"}, ("Policy", "Content"), "{}"),
    ("organizations", "list_targets_for_policy", {"PolicyId": "p-examplercp1"},
     ("Targets", 0, "TargetId"), "111122223333"),
]  # fmt: skip


@pytest.fixture
def answers():
    answers = Answers(MEMBERS)
    answers.resource_control_policies["p-examplercp1"] = "{}"
    answers.saml_metadata = "<EntityDescriptor/>"
    return answers


@pytest.fixture
def client(answers):
    """client("iam") is boto3's; nobody but `answers` answers it."""
    session = boto3.Session(ACCESS_KEY, SECRET_KEY, region_name="eu-west-1")
    with CheckProxy("http://127.0.0.1:1") as proxy:
        proxy.answers = answers
        yield lambda service: session.client(service, endpoint_url=proxy.url)




@pytest.mark.parametrize(
    "service, operation, parameters, path, expected", CALLS, ids=[f"{c[0]}-{c[1]}" for c in CALLS]
)
def test_botocore_reads_it(client, service, operation, parameters, path, expected):
    found = getattr(client(service), operation)(**parameters)
    for step in path:
        found = found[step]
    assert found == expected


def test_every_answer_is_listed():
    made = {name for name in vars(Answers) if "_" in name.strip("_")}
    named = set()
    for service, operation, *_ in CALLS:
        model = boto3.client(service, region_name="eu-west-1").meta
        named.add(f"{service}_{model.method_to_api_mapping[operation]}")
    assert made == named | {"iam_GetSAMLProvider"}


def test_metadata_is_left_to_moto_unless_a_test_has_its_own(client, answers):
    about = {"SAMLProviderArn": "arn:aws:iam::111122223333:saml-provider/Okta"}
    assert client("iam").get_saml_provider(**about)["SAMLMetadataDocument"] == "<EntityDescriptor/>"
    answers.saml_metadata = None
    assert answers("iam:GetSAMLProvider", None) is None


def test_what_a_test_replaces_comes_first(client, answers):
    replaced = {"Regions": [{"RegionName": "x"}]}
    answers.replaced["account:ListRegions"] = lambda request: reply(replaced)
    assert client("account").list_regions()["Regions"] == replaced["Regions"]
    answers.replaced["account:ListRegions"] = lambda request: None
    assert len(client("account").list_regions()["Regions"]) == len(REGIONS)


@pytest.mark.parametrize("service, operation", [("iam", "list_users"), ("organizations", "list_roots")])
def test_a_refusal_is_an_error_of_the_protocol(client, answers, service, operation):
    api = boto3.client(service, region_name="eu-west-1").meta.method_to_api_mapping[operation]
    answers.replaced[f"{service}:{api}"] = lambda request: refusal(request, "AccessDenied")
    with pytest.raises(botocore.exceptions.ClientError) as failure:
        getattr(client(service), operation)()
    assert failure.value.response["Error"]["Code"] == "AccessDenied"
    assert failure.value.response["ResponseMetadata"]["HTTPStatusCode"] == 403


def test_text_is_escaped_and_a_list_has_members():
    body = xml("ListUsers", Users=[{"UserName": "a<b"}], IsTruncated="false")[2].decode()
    assert "<Users><member><UserName>a&lt;b</UserName></member></Users>" in body
