"""The identities in accounts after a deployment, and what each may do."""

import dataclasses
import functools
import json

from moto.iam.aws_managed_policies import aws_managed_policies_data

from testkit.policies.evaluation import FULL_ACCESS, Principal, Request, is_allowed


@functools.cache
def managed(name):
    """What AWS writes in one of its own managed policies, e.g. `job-function/SystemAdministrator`.

    Source: AWS's managed policies, in moto's copy.
    """
    path, _, name = name.rpartition("/")
    known = aws_managed_policies_data
    about = (json.loads(known) if isinstance(known, str) else known)[name]
    assert about["Path"].strip("/") == path, name
    return about["Document"]



@dataclasses.dataclass
class Identity:
    """A user or role with its policies."""

    policies: list
    boundary: dict = None
    trust: dict = None


class World:
    """Identities by ARN, taken from resolved stacks.

    scps  a function from an account to its levels of service control policies; none apply to the
          management account
    """

    def __init__(self, *stacks, scps=None, management=None):
        self.identities = {}
        self.functions = {}
        self.scps, self.management = scps, management
        for stack in stacks:
            self.add(stack)

    def add(self, stack):
        documents = {
            f"arn:{stack.partition}:iam::{stack.account}:policy/{p['ManagedPolicyName']}":
                p["PolicyDocument"]
            for p in stack.resources("AWS::IAM::ManagedPolicy").values()
        }  # fmt: skip

        def document(arn):
            return documents.get(arn) or managed(arn.split(":policy/")[1])

        named = {"AWS::IAM::User": ("user", "UserName"), "AWS::IAM::Role": ("role", "RoleName")}
        for kind, (path, key) in named.items():
            for logical_id, about in stack.resources(kind).items():
                name = about.get(key) or f"{stack.name}-{logical_id}-1A2B3C4D5E6F"
                boundary = about.get("PermissionsBoundary")
                self.identities[f"arn:{stack.partition}:iam::{stack.account}:{path}/{name}"] = Identity(
                    [p["PolicyDocument"] for p in about.get("Policies", [])]
                    + [document(arn) for arn in about.get("ManagedPolicyArns", [])],
                    boundary and document(boundary),
                    about.get("AssumeRolePolicyDocument"),
                )
        for about in stack.resources("AWS::Lambda::Function").values():
            arn = f"arn:{stack.partition}:lambda:{stack.region}:{stack.account}:function:{about['FunctionName']}"
            # Two functions of one role have the same code: the first stands for both.
            self.functions.setdefault(about["Role"], arn)
        for about in stack.resources("AWS::IAM::RolePolicy").values():
            arn = f"arn:{stack.partition}:iam::{stack.account}:role/{about['RoleName']}"
            self.identities[arn].policies.append(about["PolicyDocument"])

    def administrator(self, *principals):
        """Adds principals with full access that are in no template."""
        for principal in principals:
            self.identities[principal.arn] = Identity([FULL_ACCESS], trust=FULL_ACCESS)

    def code(self, principal):
        """What Lambda adds to the context of a call that the code of the role's function makes.

        Source: Lambda Developer Guide, "Working with Lambda execution environment credentials".
        """
        return {"lambda:SourceFunctionArn": self.functions[principal.arn]}

    def identity(self, principal):
        """Its policies; none for a principal that no stack makes."""
        return self.identities.get(principal.arn, Identity([]))

    def levels(self, principal):
        """The service control policies that bind it, or `None`."""
        if principal.account in (None, self.management) or not self.scps:
            return None
        return self.scps(principal.account)

    def may(self, principal, action, resource="*", *, policy=None, owner=None, key=False, **context):
        """Whether the principal may do it. `policy` is the resource policy, `owner` the resource's account."""
        who = self.identity(principal)
        return is_allowed(
            Request(principal, action, resource, context),
            identity=who.policies,
            boundary=who.boundary,
            scps=self.levels(principal),
            resource=policy,
            resource_account=owner,
            resource_decides=key,
        )

    def may_assume(self, principal, role, *, known_by_name=False, tagged=False, **context):
        """Whether the principal can assume the role: every action that the call needs must be allowed."""
        actions = ["sts:AssumeRoleWithSAML" if principal.kind == "saml" else "sts:AssumeRole"]
        actions += ["sts:SetSourceIdentity"] * known_by_name + ["sts:TagSession"] * tagged
        trust = self.identities[role].trust
        return all(
            self.may(
                principal, action, role,
                policy=trust, owner=role.split(":")[4], key=True, **context,
            )
            for action in actions
        )  # fmt: skip


def guardrails(stack):
    """A function from an account to the levels of its service control policies."""

    def levels(account):
        below = [
            about["Content"]
            for about in stack.resources("AWS::Organizations::Policy").values()
            if account in about["TargetIds"]
        ]
        above = [
            about["Content"]
            for about in stack.resources("AWS::Organizations::Policy").values()
            if "r-root" in about["TargetIds"]
        ]
        return [[FULL_ACCESS, *above], [FULL_ACCESS, *below]]

    return levels


MFA = {"aws:MultiFactorAuthPresent": "true"}
NO_MFA = {"aws:MultiFactorAuthPresent": "false"}
"""A session without MFA; a long-term key does not even carry the word."""


def provider(account, name):
    return Principal("saml", f"arn:aws:iam::{account}:saml-provider/{name}")
