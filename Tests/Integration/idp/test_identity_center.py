"""IAM Identity Center: moto's directory, and an administration API that moto does not have.

Both stand behind the proxy that checks every request against botocore's models.
"""

import json

import check_proxy
import idp_probe
import okta_state
import pytest
from web_server import Fault, WebServer

STORE = "d-9067642ac7"
APP = "arn:aws:sso::123456789012:application/ssoins-7223a4bd1d7f4c9e/apl-1234567890abcdef"
NAME = f"aws#{okta_state.ROLE}#{okta_state.EMERGENCY_ACCOUNT}"


class Administration(WebServer):
    """sso-admin: one application, and who is assigned to it, two on a page."""

    def __init__(self):
        super().__init__(None)
        self.application = {
            "ApplicationArn": APP, "Name": "AWS emergency", "Status": "DISABLED",
            "ApplicationProviderArn": "arn:aws:sso::aws:applicationProvider/custom-saml",
        }  # fmt: skip
        self.required = True
        self.assignments = []

    async def gate(self, request):
        operation = request.headers["x-amz-target"].removeprefix("SWBExternalService.")
        asked = json.loads(request.body)
        if not self.application or asked["ApplicationArn"] != APP:
            return Fault(400, {"__type": "ResourceNotFoundException"})
        if operation == "DescribeApplication":
            return Fault(200, self.application)
        if operation == "GetApplicationAssignmentConfiguration":
            return Fault(200, {"AssignmentRequired": self.required})
        assert operation == "ListApplicationAssignments"
        start = int(asked.get("NextToken") or 0)
        page = {"ApplicationAssignments": self.assignments[start : start + 2]}
        if start + 2 < len(self.assignments):
            page["NextToken"] = str(start + 2)
        return Fault(200, page)

    def assign(self, principal, kind):
        self.assignments.append(
            {"ApplicationArn": APP, "PrincipalId": principal, "PrincipalType": kind}
        )


@pytest.fixture
def administration():
    with Administration() as server:
        yield server


@pytest.fixture
def directory(boto):
    store = boto("identitystore", region_name="eu-central-1")

    class Directory:
        def group(self, name):
            return store.create_group(IdentityStoreId=STORE, DisplayName=name)["GroupId"]

        def member(self, group, login):
            user = store.create_user(
                IdentityStoreId=STORE, UserName=login, DisplayName=login,
                Name={"GivenName": "A", "FamilyName": "B"},
            )["UserId"]  # fmt: skip
            store.create_group_membership(
                IdentityStoreId=STORE, GroupId=group, MemberId={"UserId": user}
            )
            return user

    return Directory()


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
            environment = aws_environment | {"AWS_ENDPOINT_URL_SSO_ADMIN": proxy.url}
            reading = idp_probe.run(plan, tmp_path, environment, **parameters)
        assert proxy.failures == []
        return reading

    run.group = group
    return run


# What Identity Center's own log would tell stands in CloudTrail.
LOG = ["groups-and-app-untouched-since-last-run", "nobody-signed-in-through-the-app"]


def test_a_directory_in_order(read):
    reading = read()
    for line in reading.found(*LOG):
        assert line.startswith(("notConfigured: ", "note: "))
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
        "federation-app-has-no-direct-users", "only-emergency-groups-reach-the-app", *LOG,
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
        "emergency-groups-are-assigned",
    ]:  # fmt: skip
        assert found[check], check
        # Whoever is told to wait may find that no time is left.
        allowed = {reason, "timeout"} if reason == "throttled" else {reason}
        for line in found[check]:
            assert line.split(": ")[0] in allowed, (check, line)
