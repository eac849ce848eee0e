"""The operations that find out what stands in a deployment's way: requests as botocore's model has them."""

import json

import pytest

from testkit.aws import canned
from testkit.programs import aws_probe


@pytest.fixture
def aws():
    with canned.CannedAWS() as server:
        yield server
    assert server.failures == []


@pytest.fixture
def run(aws):
    return lambda operation, **parameters: aws_probe.run(aws.environment, operation, **parameters)


def reply(document):
    return 200, json.dumps(document)


def iam(operation, content):
    return 200, f"<{operation}Response><{operation}Result>{content}</{operation}Result></{operation}Response>"


@pytest.mark.parametrize(
    ("operation", "name"),
    [("getServiceQuota", "GetServiceQuota"), ("getDefaultServiceQuota", "GetAWSDefaultServiceQuota")],
)
def test_quotas(run, aws, operation, name):
    aws.canned[f"servicequotas:{name}"] = aws.canned[f"service-quotas:{name}"] = reply({"Quota": {"Value": 300.0}})
    assert run(operation, service="events", code="L-244521F2") == "300"
    ((_, body),) = aws.requests
    assert json.loads(body) == {"ServiceCode": "events", "QuotaCode": "L-244521F2"}


def test_identities_by_name(run, aws):
    aws.canned["iam:ListPolicies"] = iam(
        "ListPolicies",
        "<Policies><member><PolicyName>breakglass-user</PolicyName></member></Policies>"
        "<IsTruncated>true</IsTruncated><Marker>m</Marker>",
    )
    page = run("listPolicyNames")
    assert '"breakglass-user"' in page and 'next: Optional("m")' in page
    assert "Scope=Local" in aws.requests[0][1]
    aws.canned["iam:ListUsers"] = iam("ListUsers", "<Users><member><UserName>jane</UserName></member></Users>")
    assert '"jane"' in run("listUserNames")


def test_what_the_organization_attached_and_enabled(run, aws):
    aws.canned["organizations:ListPoliciesForTarget"] = reply(
        {"Policies": [{"Id": "p-FullAWSAccess", "Name": "FullAWSAccess", "AwsManaged": True}], "NextToken": "n"}
    )
    page = run("listServiceControlPoliciesOn", target="r-ab12")
    assert "FullAWSAccess" in page and 'next: Optional("n")' in page
    assert json.loads(aws.requests[0][1]) == {"TargetId": "r-ab12", "Filter": "SERVICE_CONTROL_POLICY"}
    aws.canned["organizations:ListRoots"] = reply(
        {
            "Roots": [
                {
                    "Id": "r-ab12",
                    "PolicyTypes": [
                        {"Type": "SERVICE_CONTROL_POLICY", "Status": "ENABLED"},
                        {"Type": "TAG_POLICY", "Status": "PENDING_ENABLE"},
                    ],
                }
            ]
        }
    )
    assert '[["SERVICE_CONTROL_POLICY"]]' in run("listEnabledPolicyTypes")


def test_identity_center(run, aws):
    aws.canned["sso-admin:ListInstances"] = aws.canned["sso:ListInstances"] = reply(
        {
            "Instances": [
                {
                    "InstanceArn": "arn:aws:sso:::instance/ssoins-1",
                    "IdentityStoreId": "d-9067642ac7",
                    "OwnerAccountId": "444455556666",
                }
            ]
        }
    )
    page = run("listInstances")
    assert 'identityStoreID: "d-9067642ac7", owner: Optional("444455556666")' in page


def test_what_a_simulation_could_not_know(run, aws):
    aws.canned["iam:SimulatePrincipalPolicy"] = iam(
        "SimulatePrincipalPolicy",
        "<EvaluationResults><member><EvalActionName>iam:PassRole</EvalActionName>"
        "<EvalResourceName>*</EvalResourceName><EvalDecision>implicitDeny</EvalDecision>"
        "<MissingContextValues><member>iam:PassedToService</member></MissingContextValues>"
        "</member></EvaluationResults>",
    )
    page = run("simulatePrincipalPolicy", name="arn:aws:iam::123456789012:role/R", resource="*")
    assert 'missingContext: ["iam:PassedToService"]' in page
