"""IAM: what stacks have made, and what people add to it."""

import json

from testkit.standin.stack import NOW
from testkit.standin.wire import Refused
from testkit.standin.world import answers, name_of, need, page

ROLE, USER, POLICY = "AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::ManagedPolicy"


def missing(kind, name):
    return "NoSuchEntity", f"The {kind} with name {name} cannot be found."


def user(world, who, given):
    return need(world.mine(who, USER), given["UserName"], *missing("user", given["UserName"]))


def shown(who, kind, name, path="/"):
    title = kind.capitalize()
    arn = f"arn:aws:iam::{who.account}:{kind}{path}{name}"
    return {f"{title}Name": name, f"{title}Id": "AIDAEXAMPLE", "Arn": arn, "Path": path, "CreateDate": NOW}


def role_of(who, one):
    document = json.dumps(one.values.get("AssumeRolePolicyDocument", {}))
    extra = {"AssumeRolePolicyDocument": document, "MaxSessionDuration": one.values.get("MaxSessionDuration", 3600)}
    return shown(who, "role", one.id, one.values.get("Path", "/")) | extra


@answers("iam:ListRoles")
def list_roles(world, who, given):
    return listed([role_of(who, one) for one in world.mine(who, ROLE).values()], given, "Roles")


@answers("iam:GetRole")
def get_role(world, who, given):
    name = given["RoleName"]
    return {"Role": role_of(who, need(world.mine(who, ROLE), name, *missing("role", name)))}


@answers("iam:ListUsers")
def list_users(world, who, given):
    return listed([shown(who, "user", one) for one in world.mine(who, USER)], given, "Users")


@answers("iam:GetUser")
def get_user(world, who, given):
    return {"User": shown(who, "user", user(world, who, given).id)}


@answers("iam:ListSAMLProviders")
def list_providers(world, who, given):
    return {"SAMLProviderList": [{"Arn": one, "CreateDate": NOW} for one in world.mine(who, "AWS::IAM::SAMLProvider")]}


@answers("iam:GetSAMLProvider")
def get_provider(world, who, given):
    found = need(world.mine(who, "AWS::IAM::SAMLProvider"), given["SAMLProviderArn"], *missing("provider", ""))
    return {"SAMLMetadataDocument": found.values.get("SamlMetadataDocument", "<x/>"), "CreateDate": NOW}


def listed(items, given, name):
    result = page(items, given, 100, name, token="Marker")
    return result | {"IsTruncated": "Marker" in result}


# Policies.


@answers("iam:ListPolicies")
def list_policies(world, who, given):
    found = [
        {"PolicyName": name_of(arn), "Arn": arn, "PolicyId": "ANPAEXAMPLE", "Path": "/", "AttachmentCount": 1}
        for arn in world.mine(who, POLICY)
    ]
    return listed(found, given, "Policies")


def policy(world, who, given):
    return need(world.mine(who, POLICY), given["PolicyArn"], *missing("policy", given["PolicyArn"]))


@answers("iam:GetPolicy")
def get_policy(world, who, given):
    found = policy(world, who, given)
    return {"Policy": {"PolicyName": name_of(found.id), "Arn": found.id, "DefaultVersionId": "v1"}}


@answers("iam:GetPolicyVersion")
def get_policy_version(world, who, given):
    document = json.dumps(policy(world, who, given).values["PolicyDocument"])
    return {"PolicyVersion": {"Document": document, "VersionId": "v1", "IsDefaultVersion": True}}


@answers("iam:ListPolicyVersions")
def policy_versions(world, who, given):
    versions = policy(world, who, given).more.get("versions", ["v1"])
    found = [{"VersionId": one, "IsDefaultVersion": one == versions[-1]} for one in versions]
    return {"Versions": found, "IsTruncated": False}


@answers("iam:DeletePolicyVersion")
def delete_policy_version(world, who, given):
    policy(world, who, given).more["versions"].remove(given["VersionId"])
    return {}


@answers("iam:DeletePolicy")
def delete_policy(world, who, given):
    world.take(policy(world, who, given))
    return {}


@answers("iam:ListRolePolicies", "iam:ListUserPolicies")
def inline_policies(world, who, given):
    name = given.get("RoleName")
    found = world.mine(who, ROLE).get(name) if name else world.mine(who, USER).get(given["UserName"])
    names = [one["PolicyName"] for one in (found.values.get("Policies", []) if found else [])]
    names += [one.values["PolicyName"] for one in world.mine(who, "AWS::IAM::RolePolicy").values()
              if one.values["RoleName"] == name]  # fmt: skip
    return {"PolicyNames": names, "IsTruncated": False}


@answers("iam:GetRolePolicy")
def role_policy(world, who, given):
    role = need(world.mine(who, ROLE), given["RoleName"], *missing("role", given["RoleName"]))
    inline = {one["PolicyName"]: one["PolicyDocument"] for one in role.values.get("Policies", [])}
    for one in world.mine(who, "AWS::IAM::RolePolicy").values():
        if one.values["RoleName"] == role.id:
            inline[one.values["PolicyName"]] = one.values["PolicyDocument"]
    document = need(inline, given["PolicyName"], *missing("role policy", given["PolicyName"]))
    return {"RoleName": role.id, "PolicyName": given["PolicyName"], "PolicyDocument": json.dumps(document)}


@answers("iam:ListAttachedRolePolicies", "iam:ListAttachedUserPolicies")
def attached(world, who, given):
    kind, name = (ROLE, given["RoleName"]) if "RoleName" in given else (USER, given["UserName"])
    found = world.mine(who, kind).get(name)
    arns = found.values.get("ManagedPolicyArns", []) if found else []
    return {"AttachedPolicies": [{"PolicyArn": one, "PolicyName": name_of(one)} for one in arns], "IsTruncated": False}


@answers("iam:SimulatePrincipalPolicy")
def simulate(world, who, given):
    denied = world.denied
    results = [
        {"EvalActionName": action, "EvalResourceName": "*",
         "EvalDecision": "implicitDeny" if action in denied else "allowed"}
        for action in given["ActionNames"]
    ]  # fmt: skip
    return {"EvaluationResults": results, "IsTruncated": False}


@answers("iam:GetAccountSummary")
def summary(world, who, given):
    counts = {"Roles": len(world.mine(who, ROLE)), "Users": len(world.mine(who, USER)),
              "Policies": len(world.mine(who, POLICY)), "RolesQuota": 1000, "UsersQuota": 5000,
              "PoliciesQuota": 1500, "AccountMFAEnabled": 1}  # fmt: skip
    return {"SummaryMap": counts}


# What people give to a user.


@answers("iam:GetLoginProfile")
def get_login(world, who, given):
    if not user(world, who, given).more.get("login"):
        raise Refused("NoSuchEntity", f"Login Profile for User {given['UserName']} cannot be found.", 404)
    return {"LoginProfile": {"UserName": given["UserName"], "CreateDate": NOW}}


@answers("iam:CreateLoginProfile")
def create_login(world, who, given):
    user(world, who, given).more["login"] = given["Password"]
    return {"LoginProfile": {"UserName": given["UserName"], "CreateDate": NOW}}


@answers("iam:DeleteLoginProfile")
def delete_login(world, who, given):
    get_login(world, who, given)
    del user(world, who, given).more["login"]
    return {}


@answers("iam:ListMFADevices")
def devices(world, who, given):
    found = user(world, who, given).more.get("devices", [])
    return {"MFADevices": [{"SerialNumber": one, "UserName": given["UserName"], "EnableDate": NOW} for one in found]}


@answers("iam:DeactivateMFADevice")
def deactivate(world, who, given):
    user(world, who, given).more["devices"].remove(given["SerialNumber"])
    return {}


@answers("iam:DeleteVirtualMFADevice")
def delete_device(world, who, given):
    return {}


@answers("iam:ListAccessKeys")
def access_keys(world, who, given):
    found = user(world, who, given).more.get("keys", [])
    return {"AccessKeyMetadata": [{"AccessKeyId": one, "UserName": given["UserName"]} for one in found]}


@answers("iam:DeleteAccessKey")
def delete_access_key(world, who, given):
    user(world, who, given).more["keys"].remove(given["AccessKeyId"])
    return {}


@answers("iam:ListGroupsForUser", "iam:ListSSHPublicKeys", "iam:ListServiceSpecificCredentials",
         "iam:ListSigningCertificates")  # fmt: skip
def nothing(world, who, given):
    return {}
