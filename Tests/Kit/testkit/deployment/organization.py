"""An organization in moto: a management account and members in one unit, and policies that deny Regions."""

import json

from testkit.deployment.account import Account, service_role


class Organization:
    """A management account with members in one organizational unit. The first member is `emergency`.

    ids  account ids of the members, in the order of their names
    """

    def __init__(self, management, names=("emergency", "production")):
        self.management = management
        client = management.client("organizations")
        client.create_organization(FeatureSet="ALL")
        # As `aws cloudformation activate-organizations-access` leaves it.
        client.enable_aws_service_access(ServicePrincipal="member.org.stacksets.cloudformation.amazonaws.com")
        self.root = client.list_roots()["Roots"][0]["Id"]
        self.unit = client.create_organizational_unit(ParentId=self.root, Name="all")["OrganizationalUnit"]["Id"]
        self.ids = [self.add(name) for name in names]

    def add(self, name):
        """Creates an account in the unit."""
        client = self.management.client("organizations")
        status = client.create_account(AccountName=name, Email=f"{name}@example.com")
        number = status["CreateAccountStatus"]["AccountId"]
        client.move_account(AccountId=number, SourceParentId=self.root, DestinationParentId=self.unit)
        return number

    def member(self, number):
        """The resources of a member, seen by the role that the organization makes in it."""
        role = f"arn:aws:iam::{number}:role/OrganizationAccountAccessRole"
        keys = self.management.client("sts").assume_role(RoleArn=role, RoleSessionName="count")["Credentials"]
        return Account(
            self.management.url,
            {
                "aws_access_key_id": keys["AccessKeyId"],
                "aws_secret_access_key": keys["SecretAccessKey"],
                "aws_session_token": keys["SessionToken"],
            },
        )

    def ready_for_trails(self):
        """What CloudTrail asks of the management account before it makes a trail of the organization."""
        client = self.management.client("organizations")
        client.enable_aws_service_access(ServicePrincipal="cloudtrail.amazonaws.com")
        service_role(self.management)

    def deny_regions(self, *regions, target=None):
        """Attaches a policy as Control Tower's Region deny to the unit or to an account; returns its ARN."""
        client = self.management.client("organizations")
        document = {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Sid": "GRREGIONDENY",
                    "Effect": "Deny",
                    "NotAction": ["iam:*", "organizations:*", "sts:*", "account:*", "kms:*", "s3:GetAccountPublic*"],
                    "Resource": "*",
                    "Condition": {"StringEquals": {"aws:RequestedRegion": list(regions)}},
                }
            ],
        }
        policy = client.create_policy(
            Name=f"deny-{'-'.join(regions)}", Type="SERVICE_CONTROL_POLICY", Description="Region deny",
            Content=json.dumps(document),
        )["Policy"]["PolicySummary"]  # fmt: skip
        client.attach_policy(PolicyId=policy["Id"], TargetId=target or self.unit)
        return policy["Arn"]
