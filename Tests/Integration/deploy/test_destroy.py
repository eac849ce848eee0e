"""Taken down before moto: nothing is left but evidence, and with --with-evidence nothing at all."""

from testkit.deployment.account import EMERGENCY, ENABLED, HOME, STANDBY

EVIDENCE = {"buses", "archives", "logs"}
# As hub.yaml describes it.
KEY = "Encrypts what the breakglass topics of this Region carry"
YES = ("destroy", "--yes", "--account", EMERGENCY)


def left(account, region):
    """What is there, kinds with nothing left out; keys pending deletion are not there."""
    return {kind: names for kind, names in account.inventory(region).items() if names}


def credentials(emergency):
    """What people give to users."""
    iam = emergency.client("iam")
    iam.create_login_profile(UserName="BreakglassUser1", Password="correct horse battery staple")
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName="BreakglassUser1-1")
    iam.enable_mfa_device(
        UserName="BreakglassUser1", SerialNumber=device["VirtualMFADevice"]["SerialNumber"],
        AuthenticationCode1="123456", AuthenticationCode2="654321",
    )  # fmt: skip
    iam.create_access_key(UserName="BreakglassUser2")
    return iam


def test_evidence_stays_and_a_new_deployment_comes_back_to_it(run, plan, emergency):
    run("deploy", "--yes", "--wait", "0", plan())
    iam = credentials(emergency)
    bucket = f"breakglass-code-{EMERGENCY}-{HOME}"
    emergency.client("s3").delete_object(Bucket=bucket, Key="event-enricher/none.zip")
    # What a former removal left; moto lets keys of stacks go at once.
    key = emergency.client("kms").create_key(Description=KEY)["KeyMetadata"]["KeyId"]
    emergency.client("kms").schedule_key_deletion(KeyId=key, PendingWindowInDays=30)

    said = run(*YES, plan())
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

    run("deploy", "--yes", "--wait", "0", plan())
    assert emergency.inventory(HOME)["functions"]

    run(*YES, plan())
    # As if a run had ended between the stack and what it retains.
    emergency.client("cloudformation", STANDBY).delete_stack(StackName="breakglass-evidence")
    said = run(*YES, "--with-evidence", plan())
    assert "Nothing of ours is left but:" in said and f"  {EMERGENCY}  {HOME}  key {key}: pending deletion until 20" in said
    for region in ENABLED:
        assert left(emergency, region) == {}, region
    assert not any(emergency.identities().values())

    # With nothing there it says so, and is content.
    assert "nothing: there is nothing of ours" in run(*YES, "--with-evidence", plan())


def test_the_account_is_said_once_more(run, plan, cloud):
    run("destroy", "--yes", plan(), status=64)
    said = run("destroy", "--yes", "--account", "111122223333", plan(), status=64)
    assert '"111122223333" is not the plan\'s emergency access account' in said
    assert cloud.count("sts:GetCallerIdentity") == 0
    assert "nobody is there to ask" in run("destroy", plan(), status=64)
    assert "nothing was deleted" in run("destroy", plan(), status=64, answer=EMERGENCY[:-1])
    assert cloud.count("cloudformation:DeleteStack") == 0
