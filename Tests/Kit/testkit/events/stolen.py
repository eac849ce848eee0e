"""An organization on moto in which somebody has stolen credentials, and what AWS would record of their acts."""

import contextlib
import json
import urllib.request

import boto3
import botocore.config
import botocore.exceptions

from testkit.aws.moto import ACCESS_KEY, SECRET_KEY
from testkit.policies import evaluation
from testkit.programs.command_line import CommandLine

SECURITY = "123456789012"

ANYTHING = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}],
}


class Organization:
    """moto behind a proxy that checks every request of the commands; the thief's own go to moto directly.

    moto does not evaluate conditions and policies of organizations: `denies` does, by what moto holds afterwards.
    """

    def __init__(self, moto, proxy):
        self.moto, self.proxy = moto, proxy
        self.keys = {SECURITY: (ACCESS_KEY, SECRET_KEY, None)}
        organizations = self.client("organizations", SECURITY)
        organizations.create_organization(FeatureSet="ALL")
        made = organizations.create_account(AccountName="production", Email="p@example.com")
        self.workload = made["CreateAccountStatus"]["AccountId"]
        role = self.client("sts", SECURITY).assume_role(
            RoleArn=f"arn:aws:iam::{self.workload}:role/Admin", RoleSessionName="admin")
        self.keys[self.workload] = _keys(role["Credentials"])
        proxy.learn(json.dumps(role["Credentials"], default=str).encode())
        self.role(self.workload, "BreakGlassRole")

    @property
    def plan(self):
        """Its plan."""
        return {
            "organization": "example",
            "emergencyAccount": SECURITY,
            "regions": {"home": "eu-west-1"},
            "breakGlassUsers": ["BreakglassUser1"],
            "accounts": [{"number": 1, "id": self.workload, "name": "production"}],
        }

    def client(self, service, account, keys=None, region="us-east-1"):
        key, secret, token = keys or self.keys[account]
        return boto3.client(
            service, region_name=region, endpoint_url=self.moto, aws_access_key_id=key,
            aws_secret_access_key=secret, aws_session_token=token,
            config=botocore.config.Config(retries={"max_attempts": 1}))

    def shell(self, account):
        """The command line of somebody who repairs things, in one account; in the emergency access account for one that
        is not ours.
        """
        return CommandLine(self.proxy.url, *self.keys.get(account, self.keys[SECURITY]))

    def user(self, account, name):
        """A user who may do everything; returns their access key."""
        iam = self.client("iam", account)
        iam.create_user(UserName=name)
        iam.put_user_policy(
            UserName=name, PolicyName="all", PolicyDocument=json.dumps(ANYTHING))
        iam.create_login_profile(UserName=name, Password="Correct-horse-1")
        key = iam.create_access_key(UserName=name)["AccessKey"]
        return key["AccessKeyId"], key["SecretAccessKey"], None

    def role(self, account, name):
        """A role that may do everything, unless there is one of that name."""
        iam = self.client("iam", account)
        with contextlib.suppress(iam.exceptions.EntityAlreadyExistsException):
            iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(ANYTHING))
        iam.put_role_policy(
            RoleName=name, PolicyName="all", PolicyDocument=json.dumps(ANYTHING))

    def session(self, account, role):
        """A session of a role that may do everything."""
        self.role(account, role)
        answer = self.client("sts", account).assume_role(
            RoleArn=f"arn:aws:iam::{account}:role/{role}", RoleSessionName="thief")
        return _keys(answer["Credentials"])

    def is_refused(self, account, keys):
        """Whether moto refuses a call with these credentials, when it asks what they may do."""
        self._enforce("0")
        try:
            self.client("iam", account, keys).list_users()
            return False
        except botocore.exceptions.ClientError as error:
            assert "AccessDenied" in str(error), error
            return True
        finally:
            self._enforce("inf")

    def _enforce(self, after):
        request = urllib.request.Request(
            f"{self.moto}/moto-api/reset-auth", after.encode(), {"Content-Type": "text/plain"})
        urllib.request.urlopen(request, timeout=60).close()

    def policies(self, account, kind, name):
        """The inline policies of a user or role."""
        iam, key = self.client("iam", account), f"{kind.title()}Name"
        names = getattr(iam, f"list_{kind}_policies")(**{key: name})["PolicyNames"]
        read = getattr(iam, f"get_{kind}_policy")
        return [read(**{key: name, "PolicyName": one})["PolicyDocument"] for one in names]

    def account_policies(self, account):
        """The service control policies that somebody attached to an account."""
        client = self.client("organizations", SECURITY)
        found = client.list_policies_for_target(
            TargetId=account, Filter="SERVICE_CONTROL_POLICY")["Policies"]
        return [
            json.loads(client.describe_policy(PolicyId=one["Id"])["Policy"]["Content"])
            for one in found if not one["AwsManaged"]
        ]


def denies(documents, principal, **context):
    """Whether one of the policies denies the principal a call, with this context."""
    context = {name.replace("_", ":", 1): value for name, value in context.items()}
    request = evaluation.Request(principal, "iam:ListUsers", "*", context)
    return any(
        evaluation.holds(statement.get("Condition"), request.context)
        for document in documents
        for statement in evaluation.statements(document)
        if statement["Effect"] == "Deny" and statement["Action"] == "*"
    )


def _keys(credentials):
    return (
        credentials["AccessKeyId"], credentials["SecretAccessKey"], credentials["SessionToken"],
    )
