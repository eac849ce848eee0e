"""STS, Organizations, Account and Service Quotas."""

import re

from testkit.standin.stack import NOW
from testkit.standin.wire import Refused
from testkit.standin.world import answers, page

ID, ROOT, UNIT = "o-exampleorg1", "r-root", "ou-root-workloads"
FULL = "p-FullAWSAccess"


@answers("sts:GetCallerIdentity")
def caller_identity(world, who, given):
    return {"Account": who.account, "Arn": who.arn, "UserId": "AIDAEXAMPLE"}


@answers("sts:AssumeRole")
def assume_role(world, who, given):
    account, name = re.fullmatch(r"arn:[^:]+:iam::(\d{12}):role/(.+)", given["RoleArn"]).groups()
    roles = world.of(account, "", "AWS::IAM::Role")
    if name not in roles:
        raise Refused("AccessDenied", f"User: {who.arn} is not authorized to perform: sts:AssumeRole", 403)
    session = f"arn:aws:sts::{account}:assumed-role/{name}/{given['RoleSessionName']}"
    credentials = {
        "AccessKeyId": world.key(account, session), "SecretAccessKey": "secret", "SessionToken": "token",
        "Expiration": NOW.replace(year=2099),
    }  # fmt: skip
    return {"Credentials": credentials, "AssumedRoleUser": {"Arn": session, "AssumedRoleId": "AROAEXAMPLE"}}


@answers("account:ListRegions")
def list_regions(world, who, given):
    regions = [{"RegionName": name, "RegionOptStatus": status} for name, status in world.regions.items()]
    return page(regions, given, 50, "Regions")


def organization(world):
    if world.management is None:
        raise Refused("AWSOrganizationsNotInUseException", "Your account is not a member of an organization.")


@answers("organizations:DescribeOrganization")
def describe_organization(world, who, given):
    organization(world)
    return {"Organization": {"Id": ID, "MasterAccountId": world.management, "FeatureSet": "ALL"}}


@answers("organizations:ListRoots")
def list_roots(world, who, given):
    organization(world)
    types = [{"Type": "SERVICE_CONTROL_POLICY", "Status": "ENABLED"}]
    return {"Roots": [{"Id": ROOT, "Arn": f"arn:aws:organizations::{world.management}:root/{ID}/{ROOT}",
                       "Name": "Root", "PolicyTypes": types}]}  # fmt: skip


@answers("organizations:ListChildren")
def list_children(world, who, given):
    children = {
        (ROOT, "ORGANIZATIONAL_UNIT"): [UNIT],
        (ROOT, "ACCOUNT"): [world.management],
        (UNIT, "ACCOUNT"): world.members,
    }.get((given["ParentId"], given["ChildType"]), [])
    found = [{"Id": one, "Type": given["ChildType"]} for one in children]
    return page(found, given, 20, "Children")


@answers("organizations:ListParents")
def list_parents(world, who, given):
    parent = ROOT if given["ChildId"] in (UNIT, world.management) else UNIT
    return {"Parents": [{"Id": parent, "Type": "ROOT" if parent == ROOT else "ORGANIZATIONAL_UNIT"}]}


@answers("organizations:ListAccounts")
def list_accounts(world, who, given):
    organization(world)
    found = [
        {"Id": one, "Name": world.names.get(one, "management"), "Email": f"{one}@example.com", "Status": "ACTIVE",
         "State": "ACTIVE"}
        for one in [world.management, *world.members]
    ]  # fmt: skip
    return page(found, given, 20, "Accounts")


@answers("organizations:ListAWSServiceAccessForOrganization")
def service_access(world, who, given):
    organization(world)
    return {"EnabledServicePrincipals": [{"ServicePrincipal": one} for one in sorted(world.services)]}


@answers("organizations:ListDelegatedAdministrators")
def administrators(world, who, given):
    return {"DelegatedAdministrators": []}


def policies(world):
    """AWS's own policy, and those of guardrail stacks."""
    found = {FULL: ("FullAWSAccess", [ROOT, UNIT, world.management, *world.members], None)}
    for one in world.of(world.management, "", "AWS::Organizations::Policy").values():
        found[one.id] = one.values["Name"], one.values.get("TargetIds", []), one.values["Content"]
    return found


def summary(identifier, name):
    return {"Id": identifier, "Name": name, "Type": "SERVICE_CONTROL_POLICY", "AwsManaged": identifier == FULL,
            "Arn": f"arn:aws:organizations::aws:policy/service_control_policy/{identifier}"}  # fmt: skip


@answers("organizations:ListPolicies")
def list_policies(world, who, given):
    organization(world)
    return {"Policies": [summary(one, name) for one, (name, _, _) in policies(world).items()]}


@answers("organizations:ListPoliciesForTarget")
def policies_for_target(world, who, given):
    found = policies(world).items()
    return {"Policies": [summary(one, name) for one, (name, on, _) in found if given["TargetId"] in on]}


@answers("organizations:ListTargetsForPolicy")
def targets_for_policy(world, who, given):
    targets = policies(world)[given["PolicyId"]][1]
    found = [{"TargetId": one, "Type": "ROOT" if one == ROOT else "ACCOUNT", "Name": one} for one in targets]
    return page(found, given, 20, "Targets")


@answers("organizations:DescribePolicy")
def describe_policy(world, who, given):
    name, _, text = policies(world)[given["PolicyId"]]
    allow = '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}'
    return {"Policy": {"PolicySummary": summary(given["PolicyId"], name), "Content": str(text or allow)}}


@answers("service-quotas:GetServiceQuota", "service-quotas:GetAWSDefaultServiceQuota")
def quota(world, who, given):
    value = {"L-B99A9384": 1000.0, "L-0485CB21": 2000.0}.get(given["QuotaCode"], 300.0)
    return {"Quota": {"ServiceCode": given["ServiceCode"], "QuotaCode": given["QuotaCode"], "Value": value}}


@answers("sso-admin:ListInstances")
def sso_instances(world, who, given):
    return {"Instances": []}
