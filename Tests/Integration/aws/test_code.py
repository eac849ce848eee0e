"""The operations that bring code to functions, through the proxy that checks each, against moto."""

import base64
import hashlib
import json

import pytest

from testkit.programs import aws_probe

ACCOUNT = "123456789012"
PLACE = {"bucket": "breakglass-code", "key": "event-enricher/0a 1b.zip", "owner": ACCOUNT}


@pytest.fixture
def run(aws_environment):
    return lambda operation, **parameters: aws_probe.run(aws_environment, operation, **parameters)


@pytest.fixture
def bucket(boto):
    s3 = boto("s3")
    s3.create_bucket(Bucket=PLACE["bucket"], CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    s3.put_bucket_versioning(Bucket=PLACE["bucket"], VersioningConfiguration={"Status": "Enabled"})
    return s3


def digest(text):
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_versions_of_an_object(run, bucket):
    assert run("headObject", **PLACE) == "nil"
    first = run("putVersion", **PLACE, body="one", sha256=digest("one"))
    second = run("putVersion", **PLACE, body="other", sha256=digest("other"))
    assert first.startswith('Optional("') and first != second
    newest = run("headObject", **PLACE)
    assert digest("other") in newest and second in newest
    version = first.split('"')[1]
    assert run("getObject", **PLACE, version=version, **{"from": "1", "to": "9"}) == "[110, 101]"
    assert run("getObject", **PLACE, **{"from": "0", "to": "1"}) == "[111, 116]"


def test_an_object_without_a_checksum(run, bucket):
    bucket.put_object(Bucket=PLACE["bucket"], Key=PLACE["key"], Body=b"x")
    # botocore has S3 compute another checksum than SHA-256.
    assert "sha256: nil" in run("headObject", **PLACE)
    assert run("getObject", **PLACE, **{"from": "1", "to": "9"}) == "[]"


def test_a_bucket_without_versions(run, bucket):
    bucket.put_bucket_versioning(Bucket=PLACE["bucket"], VersioningConfiguration={"Status": "Suspended"})
    run("putVersion", **PLACE, body="one", sha256=digest("one"))
    assert "id: nil" in run("headObject", **PLACE)


def test_the_policy_of_a_bucket(run, bucket):
    with pytest.raises(aws_probe.ProbeFailed, match="NoSuchBucketPolicy"):
        run("getBucketPolicy", bucket=PLACE["bucket"], owner=ACCOUNT)
    statement = {
        "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": f"arn:aws:s3:::{PLACE['bucket']}",
    }  # fmt: skip
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    bucket.put_bucket_policy(Bucket=PLACE["bucket"], Policy=policy)
    assert json.loads(run("getBucketPolicy", bucket=PLACE["bucket"], owner=ACCOUNT)) == json.loads(policy)
    with pytest.raises(aws_probe.ProbeFailed, match="NoSuchBucket"):
        run("getBucketPolicy", bucket="gone", owner=ACCOUNT)


def test_new_code_for_a_function(run, boto, bucket):
    trust = {"Version": "2012-10-17", "Statement": []}
    role = boto("iam").create_role(RoleName="f", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
    boto("lambda").create_function(
        FunctionName="breakglass-f",
        Runtime="provided.al2023",
        Role=role,
        Handler="bootstrap",
        Code={"ZipFile": b"PK\x05\x06" + bytes(18)},
    )
    run("putVersion", **PLACE, body="one", sha256=digest("one"))
    place = {"bucket": PLACE["bucket"], "key": PLACE["key"]}
    answer = run("updateFunctionCode", name="breakglass-f", **place)
    known = boto("lambda").get_function_configuration(FunctionName="breakglass-f")
    assert known["CodeSha256"] == digest("one") and digest("one") in answer
    with pytest.raises(aws_probe.ProbeFailed, match="ResourceNotFoundException"):
        run("updateFunctionCode", name="breakglass-gone", **place)


def test_resources_of_a_stack(run, boto):
    resources = {f"T{number:03}": {"Type": "AWS::SNS::Topic"} for number in range(3)}
    boto("cloudformation").create_stack(
        StackName="breakglass-s", TemplateBody=json.dumps({"Resources": resources})
    )
    listed = run("listStackResources", name="breakglass-s")
    assert listed.count("StackResource(") == 3 and 'logicalID: "T002"' in listed
    assert 'type: "AWS::SNS::Topic", status: "CREATE_COMPLETE"' in listed
    with pytest.raises(aws_probe.ProbeFailed, match="does not exist"):
        run("listStackResources", name="breakglass-gone")
