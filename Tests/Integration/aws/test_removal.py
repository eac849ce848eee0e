"""The operations that take things down, through the proxy that checks each, against moto."""

import json

import pytest

from testkit.aws import canned
from testkit.programs import aws_probe

ACCOUNT = "123456789012"
POLICY = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]})


@pytest.fixture
def run(aws_environment):
    return lambda operation, **parameters: aws_probe.run(aws_environment, operation, **parameters)


def test_what_people_gave_a_user(run, boto):
    iam = boto("iam")
    iam.create_user(UserName="u")
    iam.create_login_profile(UserName="u", Password="correct horse battery staple")
    run("deleteLoginProfile", user="u")
    with pytest.raises(aws_probe.ProbeFailed, match="NoSuchEntity"):
        run("deleteLoginProfile", user="u")
    serial = iam.create_virtual_mfa_device(VirtualMFADeviceName="d")["VirtualMFADevice"]["SerialNumber"]
    iam.enable_mfa_device(
        UserName="u", SerialNumber=serial, AuthenticationCode1="123456", AuthenticationCode2="654321"
    )
    run("deactivateMFADevice", user="u", id=serial)
    assert iam.list_mfa_devices(UserName="u")["MFADevices"] == []
    run("deleteVirtualMFADevice", id=serial)
    assert iam.list_virtual_mfa_devices()["VirtualMFADevices"] == []
    key = iam.create_access_key(UserName="u")["AccessKey"]["AccessKeyId"]
    run("deleteAccessKey", user="u", id=key)
    assert iam.list_access_keys(UserName="u")["AccessKeyMetadata"] == []


@pytest.mark.parametrize(
    ("operation", "name", "field"),
    [
        ("deleteSigningCertificate", "DeleteSigningCertificate", "CertificateId"),
        ("deleteSSHPublicKey", "DeleteSSHPublicKey", "SSHPublicKeyId"),
        ("deleteServiceSpecificCredential", "DeleteServiceSpecificCredential", "ServiceSpecificCredentialId"),
    ],
)
def test_other_credentials_of_a_user(operation, name, field):
    with canned.CannedAWS() as aws:
        aws.canned[f"iam:{name}"] = 200, f"<{name}Response/>"
        aws_probe.run(aws.environment, operation, user="u", id="APKAEXAMPLE123456789012345")
        assert f"{field}=APKAEXAMPLE123456789012345" in aws.requests[0][1] and "UserName=u" in aws.requests[0][1]
        assert aws.failures == []


def test_a_policy_with_two_versions(run, boto):
    iam = boto("iam")
    arn = iam.create_policy(PolicyName="breakglass-user", PolicyDocument=POLICY)["Policy"]["Arn"]
    iam.create_policy_version(PolicyArn=arn, PolicyDocument=POLICY, SetAsDefault=True)
    assert arn in run("listPolicyARNs")
    versions = run("listPolicyVersions", name=arn)
    assert 'id: "v1", isDefault: false' in versions and 'id: "v2", isDefault: true' in versions
    run("deletePolicyVersion", name=arn, id="v1")
    run("deletePolicy", name=arn)
    assert iam.list_policies(Scope="Local")["Policies"] == []
    with pytest.raises(aws_probe.ProbeFailed, match="NoSuchEntity"):
        run("deletePolicy", name=arn)


def test_a_key_says_when_it_goes(run, boto):
    kms = boto("kms")
    key = kms.create_key(Description="ours")["KeyMetadata"]["KeyId"]
    assert key in run("listKeys")
    assert "deletionDate: nil" in run("deletionDate", name=key)
    date = kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=30)["DeletionDate"]
    described = run("deletionDate", name=key)
    assert f"deletionDate: Optional({int(date.timestamp())})" in described and '"PendingDeletion"' in described
    assert 'description: Optional("ours")' in described


def test_evidence(run, boto):
    events, logs = boto("events"), boto("logs")
    bus = events.create_event_bus(Name="breakglass-hub")["EventBusArn"]
    events.create_archive(ArchiveName="breakglass-hub", EventSourceArn=bus)
    logs.create_log_group(logGroupName="/aws/lambda/breakglass-event-enricher")
    run("deleteArchive", name="breakglass-hub")
    run("deleteEventBus", name="breakglass-hub")
    run("deleteLogGroup", name="/aws/lambda/breakglass-event-enricher")
    assert events.list_archives()["Archives"] == [] and logs.describe_log_groups()["logGroups"] == []
    assert [one["Name"] for one in events.list_event_buses()["EventBuses"]] == ["default"]
    for operation in ("deleteArchive", "deleteLogGroup"):
        with pytest.raises(aws_probe.ProbeFailed, match="ResourceNotFoundException"):
            run(operation, name="breakglass-hub")


def test_a_bucket_is_emptied_and_deleted(run, boto):
    s3, bucket = boto("s3"), f"breakglass-code-{ACCOUNT}-eu-west-1"
    assert run("listObjectVersions", name=bucket, owner=ACCOUNT) == "nil"
    s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    for key in ("a/b.zip", "a/b.zip", "odd & <key> + über.zip"):
        s3.put_object(Bucket=bucket, Key=key, Body=b"x")
    s3.delete_object(Bucket=bucket, Key="a/b.zip")
    listed = run("listObjectVersions", name=bucket, owner=ACCOUNT)
    assert listed.count("VersionOfKey(") == 4 and "odd & <key> + über.zip" in listed
    with pytest.raises(aws_probe.ProbeFailed, match="BucketNotEmpty"):
        run("deleteBucket", name=bucket, owner=ACCOUNT)
    assert run("deleteObjects", name=bucket, owner=ACCOUNT) == "[]"
    assert run("listObjectVersions", name=bucket, owner=ACCOUNT) == "Optional([])"
    run("deleteBucket", name=bucket, owner=ACCOUNT)
    run("deleteBucket", name=bucket, owner=ACCOUNT)
    assert s3.list_buckets()["Buckets"] == []
