"""The operations that read who may get in, through the proxy that checks each, against moto."""

import json

import pytest

from testkit.programs import aws_probe

ACCOUNT = "123456789012"
TRUST = {"Version": "2012-10-17", "Statement": [{"Sid": "é + %", "Effect": "Allow"}]}
ALLOW = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "s3:Get*", "Resource": "*", "Sid": "AandB"}],
}

OLDER = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}],
}


@pytest.fixture
def run(aws_environment):
    return lambda operation, **parameters: aws_probe.run(aws_environment, operation, **parameters)


def unquoted(text):
    """What Swift printed inside quotation marks, as it was."""
    return text.replace('\\"', '"').replace("\\\\", "\\")


def test_role(run, boto):
    iam = boto("iam")
    iam.create_policy(PolicyName="edge", PolicyDocument=json.dumps(ALLOW))
    edge = f"arn:aws:iam::{ACCOUNT}:policy/edge"
    iam.create_role(
        RoleName="R",
        Path="/x/",
        AssumeRolePolicyDocument=json.dumps(TRUST),
        MaxSessionDuration=7200,
        PermissionsBoundary=edge,
    )
    role = run("getRole", name="R")
    assert f'arn: "arn:aws:iam::{ACCOUNT}:role/x/R"' in role
    assert "maxSessionDuration: Optional(7200)" in role and "lastUsed: nil" in role
    assert f'boundary: Optional("{edge}")' in role
    trust = unquoted(role).split('trust: "')[1].split('", maxSession')[0]
    assert json.loads(trust) == TRUST
    with pytest.raises(aws_probe.ProbeFailed, match="NoSuchEntity"):
        run("getRole", name="gone")


def test_policies_of_a_role(run, boto):
    iam = boto("iam")
    iam.create_role(RoleName="R", AssumeRolePolicyDocument=json.dumps(TRUST))
    arn = iam.create_policy(PolicyName="p", PolicyDocument=json.dumps(OLDER))["Policy"]["Arn"]
    iam.create_policy_version(PolicyArn=arn, PolicyDocument=json.dumps(ALLOW), SetAsDefault=True)
    iam.attach_role_policy(RoleName="R", PolicyArn=arn)
    iam.put_role_policy(RoleName="R", PolicyName="in+line", PolicyDocument=json.dumps(ALLOW))
    assert '"in+line"' in run("listRolePolicies", name="R")
    assert json.loads(run("getRolePolicy", name="R", policy="in+line")) == ALLOW
    assert f'"{arn}"' in run("listAttachedRolePolicies", name="R")
    assert json.loads(run("getPolicyVersion", name=arn)) == ALLOW


def test_role_names_to_the_last_page(run, boto):
    names = [f"r{number}" for number in range(120)]
    for name in names:
        boto("iam").create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(TRUST))
    listed = run("listRoleNames")
    assert all(f'"{name}"' in listed for name in names) and "next: nil" in listed


def test_user(run, boto):
    iam = boto("iam")
    iam.create_user(UserName="u")
    iam.create_login_profile(UserName="u", Password="a-Long-1")
    iam.create_group(GroupName="g")
    iam.add_user_to_group(GroupName="g", UserName="u")
    iam.put_user_policy(UserName="u", PolicyName="p", PolicyDocument=json.dumps(ALLOW))
    key = iam.create_access_key(UserName="u")["AccessKey"]["AccessKeyId"]
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName="u")["VirtualMFADevice"]
    iam.enable_mfa_device(
        UserName="u",
        SerialNumber=device["SerialNumber"],
        AuthenticationCode1="123456",
        AuthenticationCode2="234567",
    )
    user = run("getUser", name="u")
    assert f'"arn:aws:iam::{ACCOUNT}:user/u"' in user and "boundary: nil" in user
    assert run("getLoginProfile", name="u") == "false"
    assert f'["{device["SerialNumber"]}"]' in run("listMFADevices", name="u")
    assert '["g"]' in run("listGroupsForUser", name="u")
    assert '["p"]' in run("listUserPolicies", name="u")
    assert json.loads(run("getUserPolicy", name="u", policy="p")) == ALLOW
    assert "items: []" in run("listAttachedUserPolicies", name="u")
    keys = run("listAccessKeys", name="u")
    assert f'"{key}"' in keys and '"Active"' in keys
    assert "items: []" in run("listSigningCertificates", name="u")
    assert "items: []" in run("listSSHPublicKeys", name="u")


def test_account(run, boto):
    iam = boto("iam")
    document = '<a b="&lt;x>">' + "x" * 1000 + "</a>"
    arn = iam.create_saml_provider(Name="Okta", SAMLMetadataDocument=document)["SAMLProviderArn"]
    provider = run("getSAMLProvider", name=arn)
    assert document in unquoted(provider) and "validUntil: Optional(" in provider
    with pytest.raises(aws_probe.ProbeFailed, match="NoSuchEntity"):
        run("getAccountPasswordPolicy")
    iam.update_account_password_policy(MaxPasswordAge=30, HardExpiry=True)
    policy = run("getAccountPasswordPolicy")
    assert "maxAgeDays: Optional(30)" in policy and "hardExpiry: true" in policy
    iam.update_account_password_policy(MinimumPasswordLength=20)
    assert "maxAgeDays: nil, hardExpiry: false" in run("getAccountPasswordPolicy")
    assert '"AccountMFAEnabled": 0' in run("getAccountSummary")


def test_credential_report(run, boto):
    boto("iam").create_user(UserName="u")
    for _ in range(3):
        if run("generateCredentialReport") == "true":
            break
    header, *lines = run("getCredentialReport").splitlines()
    assert "password_last_changed" in header.split(",")
    assert [line.split(",")[0] for line in lines if "user/u" in line] == ["u"]


def test_organization(run, boto):
    organizations = boto("organizations")
    organizations.create_organization(FeatureSet="ALL")
    root = organizations.list_roots()["Roots"][0]["Id"]
    unit = organizations.create_organizational_unit(ParentId=root, Name="u")["OrganizationalUnit"]
    account = organizations.create_account(AccountName="a b", Email="a@example.com")
    account = account["CreateAccountStatus"]["AccountId"]
    organizations.move_account(
        AccountId=account, SourceParentId=root, DestinationParentId=unit["Id"]
    )
    policy = organizations.create_policy(
        Name="p", Description="d", Type="RESOURCE_CONTROL_POLICY", Content=json.dumps(ALLOW)
    )["Policy"]["PolicySummary"]["Id"]
    organizations.enable_policy_type(RootId=root, PolicyType="RESOURCE_CONTROL_POLICY")
    organizations.attach_policy(PolicyId=policy, TargetId=unit["Id"])
    accounts = run("listAccounts")
    assert f'id: "{account}", name: "a b", status: "ACTIVE"' in accounts
    assert f'id: "{policy}", isOwnedByAWS: false' in run("listResourceControlPolicies")
    assert 'id: "p-FullAWSAccess", isOwnedByAWS: true, name: "FullAWSAccess"' in run("listServiceControlPolicies")
    assert f'["{root}"]' in run("listRoots")
    assert json.loads(run("describePolicy", name=policy)) == ALLOW
    assert unit["Id"] in run("listTargetsForPolicy", name=policy)
    assert f'["{account}"]' in run("listChildren", name=unit["Id"], type="ACCOUNT")
    assert unit["Id"] in run("listChildren", name=root, type="ORGANIZATIONAL_UNIT")


@pytest.fixture
def trail(boto):
    boto("s3").create_bucket(
        Bucket="logs", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
    )
    trail = boto("cloudtrail").create_trail(
        Name="breakglass-trail", S3BucketName="logs", IsMultiRegionTrail=True
    )
    return trail["TrailARN"]


def test_trail(run, boto, trail):
    described = run("describeTrails")
    assert f'arn: "{trail}", isMultiRegion: true, homeRegion: "eu-west-1", isOrganization: false' in described
    assert "isLogging: false" in run("getTrailStatus", name=trail)
    boto("cloudtrail").start_logging(Name=trail)
    status = run("getTrailStatus", name=trail)
    assert "isLogging: true, deliveryError: nil" in status
    with pytest.raises(aws_probe.ProbeFailed, match="TrailNotFoundException"):
        run("getTrailStatus", name=trail + "x")


@pytest.mark.parametrize(
    "selectors, answer",
    [
        ({"EventSelectors": [{"ReadWriteType": "All", "IncludeManagementEvents": True}]}, "all"),
        ({"EventSelectors": [{"ReadWriteType": "WriteOnly"}]}, "read events"),
        ({"EventSelectors": [{"IncludeManagementEvents": False}]}, "management events"),
        (
            {"EventSelectors": [{"ExcludeManagementEventSources": ["kms.amazonaws.com"]}]},
            "events of kms.amazonaws.com",
        ),
        (
            {
                "AdvancedEventSelectors": [
                    {"FieldSelectors": [{"Field": "eventCategory", "Equals": ["Management"]}]}
                ]
            },
            "all",
        ),
        (
            {
                "AdvancedEventSelectors": [
                    {
                        "FieldSelectors": [
                            {"Field": "eventCategory", "Equals": ["Management"]},
                            {"Field": "readOnly", "Equals": ["false"]},
                        ]
                    }
                ]
            },
            "read events",
        ),
    ],
)
def test_what_a_trail_logs(run, boto, trail, selectors, answer):
    boto("cloudtrail").put_event_selectors(TrailName=trail, **selectors)
    left_out = run("managementEvents", name=trail)
    assert left_out == answer or f'("{answer} are left out")' in left_out
