"""The operations that make and change a trail, through the proxy that checks each, against moto."""

import pytest

from testkit.programs import aws_probe

NAME = "breakglass-trail"


@pytest.fixture
def run(aws_environment):
    return lambda operation, **parameters: aws_probe.run(aws_environment, operation, **parameters)


def test_a_trail_is_made_changed_and_started(run, boto):
    where = {"CreateBucketConfiguration": {"LocationConstraint": "eu-west-1"}}
    for bucket in ("first", "second"):
        boto("s3").create_bucket(Bucket=bucket, **where)
    trail = boto("cloudtrail")

    run("createTrail", name=NAME, bucket="first")
    (made,) = trail.describe_trails()["trailList"]
    assert made["IsMultiRegionTrail"] and made["IncludeGlobalServiceEvents"] and made["LogFileValidationEnabled"]
    assert made["S3BucketName"] == "first" and not made["IsOrganizationTrail"]
    assert not trail.get_trail_status(Name=NAME)["IsLogging"]

    run("updateTrail", name=NAME, bucket="second", organization="yes")
    (changed,) = trail.describe_trails()["trailList"]
    assert changed["S3BucketName"] == "second" and changed["IsOrganizationTrail"]

    trail.put_event_selectors(TrailName=NAME, EventSelectors=[{"ReadWriteType": "WriteOnly"}])
    run("putAllManagementEvents", name=NAME)
    (selector,) = trail.get_event_selectors(TrailName=NAME)["EventSelectors"]
    assert selector["ReadWriteType"] == "All" and selector["IncludeManagementEvents"]

    run("startLogging", name=NAME)
    assert trail.get_trail_status(Name=NAME)["IsLogging"]
    with pytest.raises(aws_probe.ProbeFailed, match="TrailNotFoundException"):
        run("startLogging", name="gone")
