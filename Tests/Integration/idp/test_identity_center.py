"""What the checks make of an IAM Identity Center.

Its stand-ins stand behind the proxy that checks every request against botocore's models.
"""

import pytest

from testkit.aws import check_proxy
from testkit.idp import okta_state
from testkit.idp.identity_center import APP, STORE, Administration, Directory
from testkit.programs import idp_probe
from testkit.servers.web_server import Fault

NAME = f"aws#{okta_state.ROLE}#{okta_state.EMERGENCY_ACCOUNT}"


@pytest.fixture
def administration():
    with Administration() as server:
        yield server


@pytest.fixture
def directory(boto):
    return Directory(boto("identitystore", region_name="eu-central-1"))


@pytest.fixture
def read(administration, directory, plan, tmp_path, aws, aws_environment):
    plan["identityProvider"] |= {
        "kind": "identity-center", "identityStore": STORE, "app": APP, "region": "eu-central-1",
        "controlGroup": directory.group("control"),
    }  # fmt: skip
    plan["responders"] = []
    directory.member(plan["identityProvider"]["controlGroup"], "control@example.com")
    group = directory.group(NAME)
    plan["accounts"][0]["groups"]["RO"] = group
    administration.assign(group, "GROUP")

    def run(**parameters):
        with check_proxy.CheckProxy(administration.url) as proxy:
            proxy.secrets = aws.secrets  # Credentials that moto hands out are known to both.
            environment = aws_environment | {
                "AWS_ENDPOINT_URL_SSO_ADMIN": proxy.url, "AWS_ENDPOINT_URL_CLOUDTRAIL": proxy.url,
            }  # fmt: skip
            reading = idp_probe.run(plan, tmp_path, environment, **parameters)
        assert proxy.failures == []
        return reading

    run.group = group
    return run


UNTOUCHED = "groups-and-app-untouched-since-last-run"
SIGN_INS = "nobody-signed-in-through-the-app"


def test_a_directory_in_order(read):
    reading = read()
    assert reading.found() == []
    assert reading.read["groups"] == {read.group: f"{NAME} []"}
    assert reading.read["app"] == "custom-saml AWS emergency inactive"
    assert reading.read["controlGroup"] == 'control ["control@example.com"]'


def test_members_and_assignments_are_found(read, administration, directory):
    for number in range(3):
        directory.member(read.group, f"mallory{number}@example.com")
    other = directory.group("sales")
    user = directory.member(other, "eve@example.com")
    administration.assign(other, "GROUP")
    administration.assign(user, "USER")
    administration.required = False
    administration.application["Status"] = "ENABLED"
    lines = read().found(
        "emergency-groups-have-no-members", "federation-app-is-inactive",
        "federation-app-has-no-direct-users", "only-emergency-groups-reach-the-app",
    )  # fmt: skip
    assert sorted(lines)[:7] == sorted([
        *(f"drift: mallory{n}@example.com is a member of {NAME}" for n in range(3)),
        "drift: app AWS emergency is active", "drift: app AWS emergency is assigned to everybody",
        "drift: eve@example.com is assigned to the app directly",
        f"drift: group {other} is assigned to the app, and not planned",
    ])  # fmt: skip


def test_an_application_that_is_gone_and_a_group_that_is_none(read, administration, plan):
    administration.application = None
    plan["accounts"][0]["groups"]["RO"] = "00000000-0000-0000-0000-000000000000"
    found = read().findings
    assert found["federation-app-exists"] == [f"drift: app {APP} does not exist"]
    assert found["federation-app-is-inactive"][0].startswith("notFound: ")
    assert found["emergency-groups-exist"][0].startswith("drift: group ")
    assert found["emergency-groups-have-no-members"][0].startswith("notFound: ")


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault(400, {"__type": "AccessDeniedException"}), "denied"),
        (Fault(400, {"__type": "ThrottlingException"}), "throttled"),
        (Fault(500, {"__type": "InternalServerException"}), "failed"),
        (Fault(200, "<html>"), "malformed"),
        (Fault(200, {}), "malformed"),
        (Fault(hang=4), "timeout"),
    ],
)
def test_what_cannot_be_read_is_not_checked(fault, reason, read, administration):
    administration.plan("/.*", fault)
    found = read(deadline="2000").findings
    for check in [
        "federation-app-is-inactive", "federation-app-exists",
        "federation-app-has-no-direct-users", "only-emergency-groups-reach-the-app",
        "emergency-groups-are-assigned", SIGN_INS, UNTOUCHED,
    ]:  # fmt: skip
        lines = [line for line in found[check] if not line.startswith("note: ")]
        assert lines, check
        # Whoever is told to wait may find that no time is left.
        allowed = {reason, "timeout"} if reason == "throttled" else {reason}
        for line in lines:
            assert line.split(": ")[0] in allowed, (check, line)


def test_its_events_tell_who_signed_in_and_what_was_changed(read, administration):
    for _ in range(3):  # More than a page of everyday work comes first.
        administration.record(
            "Federate", serviceEventDetails={"account_id": "111122223333", "role_name": "RO"}
        )
    administration.record("Federate", serviceEventDetails={"applicationArn": APP})
    administration.record("UpdateApplication", 2, requestParameters={"applicationArn": APP, "status": "ENABLED"})
    administration.record("CreateGroupMembership", 3, requestParameters={"groupId": read.group})
    administration.record("CreateGroupMembership", 3, requestParameters={"groupId": "another"})
    administration.record(
        "DeleteGroup", 3, requestParameters={"groupId": read.group}, errorCode="AccessDenied"
    )
    administration.record("UpdateApplication", 30, requestParameters={"applicationArn": APP})
    found = read().findings
    person = "arn:aws:sts::1:assumed-role/Admin/jane"
    (sign_in,) = found[SIGN_INS]
    assert sign_in.startswith(f"drift: {person} signed in through the app at ")
    assert found[UNTOUCHED][:2] == [
        f"drift: {person} did group.user_membership.add on {read.group}",
        f"drift: {person} did application.lifecycle.activate on {APP}",
    ]
    assert not [line for line in found[UNTOUCHED][2:] if line.startswith("drift")]


def test_a_sign_in_that_does_not_say_to_what_is_not_passed_over(read, administration):
    administration.record("Federate", serviceEventDetails={})
    found = read().findings
    assert found[SIGN_INS][0].startswith("malformed: ")
