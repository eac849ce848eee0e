"""breakglass destroy: nothing is left but evidence, and with --with-evidence nothing at all."""

import subprocess

import pytest

from testkit.deployment.account import EMERGENCY, ENABLED, HOME, STANDBY
from testkit.programs.build import program

EVIDENCE = {"buses", "archives", "logs"}
# As hub.yaml describes it.
KEY = "Encrypts what the breakglass topics of this Region carry"
YES = ("--yes", "--account", EMERGENCY)


@pytest.fixture
def destroy(cloud, aws_environment, tmp_path):
    """destroy("--yes", plan): the command; its output as one text."""
    environment = aws_environment | {"HOME": str(tmp_path), "AWS_MAX_ATTEMPTS": "1"}

    def destroy(*arguments, status=0):
        result = subprocess.run(
            [program("breakglass"), "destroy", *map(str, arguments)],
            env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            timeout=600,
        )  # fmt: skip
        assert result.returncode == status, result.stdout
        return result.stdout

    return destroy


def left(account, region):
    """What is there, kinds with nothing left out; keys pending deletion are not there."""
    return {kind: names for kind, names in account.inventory(region).items() if names}


def credentials(emergency):
    """What people give to a user."""
    iam = emergency.client("iam")
    iam.create_login_profile(UserName="BreakglassUser1", Password="correct horse battery staple")
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName="BreakglassUser1-1")
    iam.enable_mfa_device(
        UserName="BreakglassUser1", SerialNumber=device["VirtualMFADevice"]["SerialNumber"],
        AuthenticationCode1="123456", AuthenticationCode2="654321",
    )  # fmt: skip
    iam.create_access_key(UserName="BreakglassUser2")
    return iam


def test_evidence_stays_and_goes_when_it_is_asked_for(run, destroy, plan, emergency):
    run("deploy", "--yes", plan())
    iam = credentials(emergency)
    emergency.client("s3").delete_object(Bucket=f"breakglass-code-{EMERGENCY}-{HOME}", Key="event-enricher/none.zip")

    # What a former removal left; moto makes keys go at once.
    key = emergency.client("kms").create_key(Description=KEY)["KeyMetadata"]["KeyId"]
    emergency.client("kms").schedule_key_deletion(KeyId=key, PendingWindowInDays=30)

    said = destroy(*YES, plan())
    assert f"{EMERGENCY}  breakglass-region            ap-southeast-2, eu-north-1, us-east-1, us-east-2" in said
    assert f"{EMERGENCY}  {HOME}  breakglass-evidence: the archive breakglass-hub with its bus, events for 365 days" in said
    assert f"{EMERGENCY}  {HOME}  breakglass-trail: goes on logging into breakglass-trail-{EMERGENCY}, files for 400 days" in said
    assert said.count("the key of breakglass-hub: pending deletion until 20") == 3, said
    assert said.count(f"key {key}: pending deletion until 20") == 2, said
    assert "Destroy passwords and MFA devices of BreakglassUser1, BreakglassUser2 in vaults and safes." in said
    for region in ENABLED:
        there = left(emergency, region)
        assert set(there.pop("stacks", [])) <= {"breakglass-evidence", "breakglass-trail"}
        assert set(there) == (EVIDENCE if region in (HOME, STANDBY) else set()), there
    assert emergency.identities() == {
        "roles": [], "users": [], "policies": [], "buckets": [f"breakglass-trail-{EMERGENCY}"],
    }  # fmt: skip
    assert iam.list_virtual_mfa_devices()["VirtualMFADevices"] == []

    # A run that ended between the stack and what it retains.
    emergency.client("cloudformation", STANDBY).delete_stack(StackName="breakglass-evidence")
    said = destroy(*YES, "--with-evidence", plan())
    assert f"Nothing of ours is left but:\n  {EMERGENCY}  {HOME}  key {key}: pending deletion until 20" in said
    for region in ENABLED:
        assert left(emergency, region) == {}, region
    assert not any(emergency.identities().values())

    said = destroy(*YES, "--with-evidence", plan())
    assert "nothing: there is nothing of ours" in said
