"""Deployment with a fit trail in the account: it goes into the plan, and with it into everything deployed."""

import io
import json
import zipfile

from testkit.deployment.account import EMERGENCY, HOME, PLAN

AUDIT = f"arn:aws:cloudtrail:{HOME}:{EMERGENCY}:trail/audit"
# One hub is enough here.
ALONE = PLAN.replace(", standby: us-east-2", "")


def test_the_adopted_trail_goes_everywhere_and_is_refused_once_it_stops(run, plan, audit, emergency, cloud):
    path = plan(ALONE)
    run("deploy", path, status=2)
    assert path.read_text() == ALONE

    said = run("deploy", "--yes", "--wait", "0", path)
    assert f"note: {path}: the line trail: {AUDIT} was added" in said
    assert path.read_text().endswith(f"\ntrail: {AUDIT}\n")
    assert "breakglass-trail" not in emergency.inventory(HOME)["stacks"]
    stack = emergency.client("cloudformation").describe_stacks(StackName="breakglass-region")["Stacks"][0]
    given = {parameter["ParameterKey"]: parameter["ParameterValue"] for parameter in stack["Parameters"]}
    assert given["TrailArn"] == AUDIT
    pattern = emergency.client("events").describe_rule(Name="breakglass-trail-change")["EventPattern"]
    assert f'"{AUDIT}"' in pattern and '"audit"' in pattern
    assert plans(emergency) == {AUDIT}

    changes = cloud.count("cloudformation:UpdateStack"), cloud.count("cloudformation:CreateStack")
    audit.stop_logging(Name="audit")
    said = run("deploy", "--yes", path, status=2)
    assert f"trail {AUDIT}, which the plan names, is stopped" in said
    assert changes == (cloud.count("cloudformation:UpdateStack"), cloud.count("cloudformation:CreateStack"))


def plans(emergency):
    """The trails that the plans in the deployed zips name."""
    s3, bucket = emergency.client("s3"), f"breakglass-code-{EMERGENCY}-{HOME}"
    found = set()
    for item in s3.list_objects_v2(Bucket=bucket)["Contents"]:
        if item["Key"].endswith(".zip"):
            content = s3.get_object(Bucket=bucket, Key=item["Key"])["Body"].read()
            found.add(json.loads(zipfile.ZipFile(io.BytesIO(content)).read("plan.json"))["trail"])
    return found
