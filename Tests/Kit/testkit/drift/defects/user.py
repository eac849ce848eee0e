"""Defects of the break-glass users, registered with those in access.py."""

import datetime
import json

from testkit.drift.defects.access import found_by, iam
from testkit.drift.healthy import EMERGENCY

USER = "BreakglassUser1"


def users(world):
    return iam(world, EMERGENCY)


@found_by("break-glass-users-have-no-keys")
def a_user_has_an_access_key(world, answers):
    key = users(world).create_access_key(UserName=USER)["AccessKey"]["AccessKeyId"]
    yield
    users(world).delete_access_key(UserName=USER, AccessKeyId=key)


@found_by("break-glass-users-have-mfa")
def a_user_lost_a_device(world, answers):
    serial = users(world).list_mfa_devices(UserName=USER)["MFADevices"][0]["SerialNumber"]
    users(world).deactivate_mfa_device(UserName=USER, SerialNumber=serial)
    yield
    users(world).enable_mfa_device(
        UserName=USER, SerialNumber=serial, AuthenticationCode1="123456", AuthenticationCode2="654321"
    )


@found_by("break-glass-users-can-sign-in")
def a_user_has_no_password(world, answers):
    users(world).delete_login_profile(UserName=USER)
    yield
    users(world).create_login_profile(UserName=USER, Password="Correct-Horse-1")


@found_by("break-glass-users-carry-the-planned-policies")
def a_user_is_in_a_group(world, answers):
    users(world).create_group(GroupName="more")
    users(world).add_user_to_group(GroupName="more", UserName=USER)
    yield
    users(world).remove_user_from_group(GroupName="more", UserName=USER)
    users(world).delete_group(GroupName="more")


@found_by("break-glass-users-carry-the-planned-policies")
def a_user_may_do_more(world, answers):
    statement = {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    users(world).put_user_policy(UserName=USER, PolicyName="more", PolicyDocument=document)
    yield
    users(world).delete_user_policy(UserName=USER, PolicyName="more")


@found_by("break-glass-users-carry-the-planned-policies")
def a_user_has_no_boundary(world, answers):
    answers.users = answers.users | {USER: {"PermissionsBoundary": {}}}
    yield


@found_by("break-glass-passwords-are-fresh")
def passwords_expire_within_days(world, answers):
    users(world).update_account_password_policy(MaxPasswordAge=7)
    yield
    users(world).delete_account_password_policy()


@found_by("break-glass-password-unused")
def a_password_was_used(world, answers):
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    answers.users = answers.users | {USER: {"PasswordLastUsed": now}}
    yield
