"""The operations that moto lacks: what is sent is checked by botocore's model, what comes is canned."""

import json
import urllib.parse

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


def iam(operation, content):
    return 200, (
        f'<{operation}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/">'
        f"<{operation}Result>{content}</{operation}Result>"
        f"<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{operation}Response>"
    )


def test_what_stands_in_the_way_on_a_first_day(run, aws):
    aws.canned["lambda:GetAccountSettings"] = 200, json.dumps(
        {"AccountLimit": {"ConcurrentExecutions": 10, "UnreservedConcurrentExecutions": 10}}
    )
    assert run("getUnreservedConcurrency") == "10"
    for word in ("true", "false"):
        aws.canned["sns:GetSMSSandboxAccountStatus"] = iam(
            "GetSMSSandboxAccountStatus", f"<IsInSandbox>{word}</IsInSandbox>"
        )
        assert run("isInSMSSandbox") == word
    aws.canned["account:ListRegions"] = 200, json.dumps(
        {"Regions": [{"RegionName": "ap-east-1", "RegionOptStatus": "ENABLED"}]}
    )
    answer = run("listRegionStatus", account="111122223333")
    assert 'name: "ap-east-1", status: "ENABLED"' in answer


def test_when_a_role_was_last_used(run, aws):
    content = (
        "<Role><Arn>arn:aws:iam::123456789012:role/R</Arn>"
        "<AssumeRolePolicyDocument>%7B%22a%22%3A%22b%2Bc%20d%22%7D</AssumeRolePolicyDocument>"
        "<RoleLastUsed><LastUsedDate>2026-11-20T10:00:00Z</LastUsedDate></RoleLastUsed></Role>"
    )
    aws.canned["iam:GetRole"] = iam("GetRole", content)
    role = run("getRole", name="R")
    assert 'trust: "{\\"a\\":\\"b+c d\\"}"' in role
    assert "2026-11-20T10:00:00Z" in role or "1795168800" in role
    aws.canned["iam:GetRole"] = iam("GetRole", content.replace("2026-11-20", "soon"))
    with pytest.raises(aws_probe.ProbeFailed, match="the answer lacks a readable time"):
        run("getRole", name="R")


def test_simulation(run, aws):
    aws.canned["iam:SimulatePrincipalPolicy"] = iam(
        "SimulatePrincipalPolicy",
        "<EvaluationResults><member><EvalActionName>sts:AssumeRole</EvalActionName>"
        "<EvalResourceName>arn:x</EvalResourceName><EvalDecision>explicitDeny</EvalDecision>"
        "<OrganizationsDecisionDetail><AllowedByOrganizations>false</AllowedByOrganizations>"
        "</OrganizationsDecisionDetail></member></EvaluationResults>"
        "<IsTruncated>true</IsTruncated><Marker>m</Marker>",
    )
    role = "arn:aws:iam::123456789012:role/EmergencyAccess_Role1_RO"
    page = run("simulatePrincipalPolicy", name=role, resource="arn:x")
    assert 'decision: "explicitDeny", allowedByOrganizations: Optional(false)' in page
    assert "allowedByBoundary: nil" in page and 'next: Optional("m")' in page
    ((_, body),) = aws.requests
    assert urllib.parse.parse_qs(body)["PolicySourceArn"] == [role]
    # IAM is found, and signed for, in one Region of the partition.
    assert aws.regions == ["us-east-1"]


def test_simulation_of_several_resources(run, aws):
    each = "".join(
        f"<member><EvalResourceName>arn:{name}</EvalResourceName>"
        f"<EvalResourceDecision>{decision}</EvalResourceDecision></member>"
        for name, decision in [("a", "allowed"), ("b", "implicitDeny")]
    )
    aws.canned["iam:SimulatePrincipalPolicy"] = iam(
        "SimulatePrincipalPolicy",
        "<EvaluationResults><member><EvalActionName>sts:AssumeRole</EvalActionName>"
        "<EvalResourceName>*</EvalResourceName><EvalDecision>implicitDeny</EvalDecision>"
        f"<ResourceSpecificResults>{each}</ResourceSpecificResults></member></EvaluationResults>",
    )
    page = run("simulatePrincipalPolicy", name="arn:aws:iam::123456789012:role/R", resource="arn:a")
    assert page.count("Decision(") == 2
    assert 'resource: "arn:a", decision: "allowed"' in page
    assert 'resource: "arn:b", decision: "implicitDeny"' in page


def test_root_management_that_the_organization_does_not_allow(run, aws):
    error = (
        "<ErrorResponse><Error><Code>ServiceAccessNotEnabled</Code><Message>m</Message></Error>"
        "<RequestId>r</RequestId></ErrorResponse>"
    )
    aws.canned["iam:ListOrganizationsFeatures"] = 409, error
    assert run("listOrganizationsFeatures") == "[]"
    denied = 403, error.replace("ServiceAccessNotEnabled", "AccessDenied")
    aws.canned["iam:ListOrganizationsFeatures"] = denied
    with pytest.raises(aws_probe.ProbeFailed, match="AccessDenied"):
        run("listOrganizationsFeatures")


def test_password_that_has_to_be_changed(run, aws):
    content = "<LoginProfile><PasswordResetRequired>true</PasswordResetRequired></LoginProfile>"
    aws.canned["iam:GetLoginProfile"] = iam("GetLoginProfile", content)
    assert run("getLoginProfile", name="u") == "true"


def test_service_specific_credentials_and_root_management(run, aws):
    aws.canned["iam:ListServiceSpecificCredentials"] = iam(
        "ListServiceSpecificCredentials",
        "<ServiceSpecificCredentials><member><ServiceSpecificCredentialId>ACCA1</ServiceSpecificCredentialId>"
        "<Status>Inactive</Status></member></ServiceSpecificCredentials>",
    )
    assert 'id: "ACCA1", status: "Inactive"' in run("listServiceSpecificCredentials", name="u")
    aws.canned["iam:ListOrganizationsFeatures"] = iam(
        "ListOrganizationsFeatures",
        "<OrganizationId>o-1</OrganizationId>"
        "<EnabledFeatures><member>RootCredentialsManagement</member></EnabledFeatures>",
    )
    assert run("listOrganizationsFeatures") == '["RootCredentialsManagement"]'
    # A list that is missing is no empty list.
    aws.canned["iam:ListServiceSpecificCredentials"] = iam("ListServiceSpecificCredentials", "")
    with pytest.raises(aws_probe.ProbeFailed, match="lacks ServiceSpecificCredentials"):
        run("listServiceSpecificCredentials", name="u")


def test_event_history(run, aws):
    event = json.dumps({"eventName": "ConsoleLogin"})
    answer = {"Events": [{"CloudTrailEvent": event}], "NextToken": "n"}
    aws.canned["cloudtrail:LookupEvents"] = 200, json.dumps(answer)
    page = run("lookupEvents", name="BreakglassUser1", token="t")
    assert "ConsoleLogin" in page and 'next: Optional("n")' in page
    ((_, body),) = aws.requests
    assert json.loads(body) == {
        "LookupAttributes": [{"AttributeKey": "Username", "AttributeValue": "BreakglassUser1"}],
        "StartTime": 1700000000,
        "MaxResults": 50,
        "NextToken": "t",
    }


def test_event_history_of_a_service(run, aws):
    aws.canned["cloudtrail:LookupEvents"] = 200, json.dumps({"Events": []})
    assert "items: []" in run("lookupEventsOf", name="sso.amazonaws.com")
    ((_, body),) = aws.requests
    assert json.loads(body)["LookupAttributes"] == [
        {"AttributeKey": "EventSource", "AttributeValue": "sso.amazonaws.com"}
    ]
