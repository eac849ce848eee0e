"""Defects of the break-glass users' credentials, of root, and sessions that should not exist."""

import base64
import datetime
import json

from testkit.aws.answers import xml
from testkit.drift.breaking import iam, policy, refuse
from testkit.drift.defects.catalog import defect
from testkit.drift.healthy import EMERGENCY

USER = "BreakglassUser2"
USER_ARN = f"arn:aws:iam::{EMERGENCY}:user/{USER}"


def users(*names):
    """A condition that accepts requests about one of these users."""
    return lambda request: any(f"UserName={name}" in request.body.decode() for name in names)


@defect("break-glass-users-can-sign-in", f"{USER} does not exist")
def a_user_is_gone(world, answers, okta):
    refuse(answers, "iam:GetUser", "NoSuchEntity", 404, users(USER))
    yield


@defect("break-glass-users-can-sign-in", "the roles trust")
def a_user_has_a_path(world, answers, okta):
    answers.users = answers.users | {USER: {"Arn": USER_ARN.replace("user/", "user/people/")}}
    yield


@defect("break-glass-users-have-mfa", "0 of two")
def a_user_has_no_device(world, answers, okta):
    answers.replaced["iam:ListMFADevices"] = lambda request: (
        xml("ListMFADevices", MFADevices=[], IsTruncated="false") if users(USER)(request) else None
    )
    yield


@defect("break-glass-users-have-mfa", "shows digits")
def a_user_has_passkeys_alone(world, answers, okta):
    devices = [
        {"UserName": USER, "SerialNumber": f"arn:aws:iam::{EMERGENCY}:u2f/user/{USER}/{n}", "EnableDate": "2026-01-01T00:00:00Z"}
        for n in (1, 2)
    ]
    answers.replaced["iam:ListMFADevices"] = lambda request: (
        xml("ListMFADevices", MFADevices=devices, IsTruncated="false") if users(USER)(request) else None
    )
    yield


@defect("break-glass-users-have-no-keys", "inactive")
def a_user_has_a_key_that_sleeps(world, answers, okta):
    key = {"UserName": USER, "AccessKeyId": iam(world).create_access_key(UserName=USER)["AccessKey"]["AccessKeyId"]}
    iam(world).update_access_key(**key, Status="Inactive")
    yield
    iam(world).delete_access_key(**key)


def listed(answers, operation, member, **about):
    answers.replaced[operation] = lambda request: (
        xml(operation.split(":")[1], **{member: [{"UserName": USER, "Status": "Active"} | about]}, IsTruncated="false")
        if users(USER)(request)
        else None
    )


@defect("break-glass-users-have-no-keys", "CERT1")
def a_user_has_a_signing_certificate(world, answers, okta):
    listed(answers, "iam:ListSigningCertificates", "Certificates", CertificateId="CERT1", CertificateBody="-")
    yield


@defect("break-glass-users-have-no-keys", "APKA1")
def a_user_has_an_ssh_key(world, answers, okta):
    listed(answers, "iam:ListSSHPublicKeys", "SSHPublicKeys", SSHPublicKeyId="APKA1", UploadDate="2026-01-01T00:00:00Z")
    yield


@defect("break-glass-users-have-no-keys", "ACCA1")
def a_user_has_a_password_of_a_service(world, answers, okta):
    listed(
        answers, "iam:ListServiceSpecificCredentials", "ServiceSpecificCredentials",
        ServiceSpecificCredentialId="ACCA1", ServiceUserName="a", ServiceName="codecommit.amazonaws.com",
        CreateDate="2026-01-01T00:00:00Z",
    )  # fmt: skip
    yield


@defect("break-glass-passwords-are-fresh", "is from 2026-01-01")
def a_password_is_old(world, answers, okta):
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    report = f"user,password_last_changed\nBreakglassUser1,{now}\n{USER},2026-01-01T00:00:00+00:00\n"
    content = base64.b64encode(report.encode()).decode()
    answers.replaced["iam:GetCredentialReport"] = lambda request: xml(
        "GetCredentialReport", Content=content, ReportFormat="text/csv", GeneratedTime=now
    )
    yield


@defect("break-glass-users-carry-the-planned-policies", "AdministratorAccess")
def a_user_is_an_administrator(world, answers, okta):
    more = {"UserName": USER, "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess"}
    iam(world).attach_user_policy(**more)
    yield
    iam(world).detach_user_policy(**more)


def other_version(world, change):
    """Another default version of the policy that all users carry."""
    client = iam(world)
    [attached] = client.list_attached_user_policies(UserName=USER)["AttachedPolicies"]
    own = {"PolicyArn": attached["PolicyArn"]}
    kept = client.get_policy(**own)["Policy"]["DefaultVersionId"]
    document = client.get_policy_version(**own, VersionId=kept)["PolicyVersion"]["Document"]
    changed = json.loads(json.dumps(document))
    change(changed["Statement"])
    made = client.create_policy_version(**own, PolicyDocument=policy(*changed["Statement"]), SetAsDefault=True)
    yield
    client.set_default_policy_version(**own, VersionId=kept)
    client.delete_policy_version(**own, VersionId=made["PolicyVersion"]["VersionId"])


@defect("break-glass-users-carry-the-planned-policies", "allows *")
def the_users_policy_was_widened(world, answers, okta):
    wide = {"Effect": "Allow", "Action": "*", "Resource": "*"}
    yield from other_version(world, lambda statements: statements.append(wide))


@defect("break-glass-users-carry-the-planned-policies", "may act without MFA")
def the_users_policy_forgot_mfa(world, answers, okta):
    def change(statements):
        statements[:] = [one for one in statements if one["Effect"] == "Allow"]

    yield from other_version(world, change)


@defect("break-glass-users-carry-the-planned-policies", "may not take")
def the_users_policy_lets_nobody_take_the_role(world, answers, okta):
    def change(statements):
        statements[:] = [one for one in statements if "sts:AssumeRole" not in one.get("Action", [])]

    yield from other_version(world, change)


@defect("root-is-safe", "root has no MFA")
def root_has_no_mfa(world, answers, okta):
    answers.root |= {"AccountMFAEnabled": 0}
    answers.replaced["iam:ListOrganizationsFeatures"] = lambda request: xml("ListOrganizationsFeatures", EnabledFeatures=[])
    yield


@defect("root-is-safe", "signing certificates")
def root_has_a_signing_certificate(world, answers, okta):
    answers.root |= {"AccountSigningCertificatesPresent": 1}
    yield


@defect("no-session-is-alive", USER)
def a_user_is_signed_in(world, answers, okta):
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    event = {
        "eventName": "ConsoleLogin", "eventTime": now, "responseElements": {"ConsoleLogin": "Success"},
        "userIdentity": {"type": "IAMUser", "userName": USER, "arn": USER_ARN},
    }  # fmt: skip
    answers.events = [{"CloudTrailEvent": json.dumps(event)}]
    yield
