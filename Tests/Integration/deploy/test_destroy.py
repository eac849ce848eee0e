"""Taken down: nothing is left but evidence, and with --with-evidence nothing at all."""

from testkit.deployment.account import EMERGENCY, ENABLED, HOME, STANDBY

EVIDENCE = {"buses", "archives", "logs"}


def left(account, region):
    """What is there, kinds with nothing left out; keys pending deletion are not there."""
    return {kind: names for kind, names in account.inventory(region).items() if names}


def test_evidence_stays_and_a_new_deployment_comes_back_to_it(run, plan, emergency):
    run("deploy", "--yes", "--wait", "0", plan())
    iam = emergency.client("iam")
    iam.create_login_profile(UserName="BreakglassUser1", Password="correct horse battery staple")
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName="BreakglassUser1-1")
    iam.enable_mfa_device(
        UserName="BreakglassUser1",
        SerialNumber=device["VirtualMFADevice"]["SerialNumber"],
        AuthenticationCode1="123456",
        AuthenticationCode2="654321",
    )
    emergency.client("s3").delete_object(
        Bucket=f"breakglass-code-{EMERGENCY}-{HOME}", Key="event-enricher/none.zip"
    )

    said = run("destroy", "--yes", "--account", EMERGENCY, plan())
    assert f"  {EMERGENCY}  {HOME}  breakglass-evidence: the archive breakglass-hub with its bus, events for 365 days" in said
    for region in ENABLED:
        there = left(emergency, region)
        stacks = set(there.pop("stacks", []))
        assert stacks <= {"breakglass-evidence", "breakglass-trail"}
        assert set(there) == (EVIDENCE if region in (HOME, STANDBY) else set()), there
    identities = emergency.identities()
    assert identities == {
        "roles": [], "users": [], "policies": [], "buckets": [f"breakglass-trail-{EMERGENCY}"],
    }  # fmt: skip
    assert iam.list_virtual_mfa_devices()["VirtualMFADevices"] == []

    again = run("deploy", "--yes", "--wait", "0", plan())
    assert "breakglass-evidence (2)" in again
    assert emergency.inventory(HOME)["functions"]

    run("destroy", "--yes", "--account", EMERGENCY, "--with-evidence", plan())
    for region in ENABLED:
        assert left(emergency, region) == {}, region
    assert not any(emergency.identities().values())
    key = emergency.client("kms").list_keys()["Keys"]
    states = [
        emergency.client("kms").describe_key(KeyId=k["KeyId"])["KeyMetadata"]["KeyState"] for k in key
    ]
    assert set(states) <= {"PendingDeletion"}

    # With nothing there it says so, and is content.
    run("destroy", "--yes", "--account", EMERGENCY, "--with-evidence", plan())


def test_the_account_is_said_once_more(run, plan, cloud):
    run("destroy", "--yes", plan(), status=64)
    said = run("destroy", "--yes", "--account", "111122223333", plan(), status=64)
    assert 'error: "111122223333" is not the plan\'s emergency access account' in said
    assert "nobody is there to ask" in run("destroy", plan(), status=64)
    assert "nothing was deleted" in run("destroy", plan(), status=64, answer=EMERGENCY[:-1])
    assert cloud.count("cloudformation:DeleteStack") == 0
