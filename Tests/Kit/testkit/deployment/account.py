"""The plan and the Regions of the deployment tests, and an inventory of an account."""

import boto3

from testkit.templates import stacks

EMERGENCY = "123456789012"
HOME, STANDBY = "us-east-1", "us-east-2"
REGIONS = {
    HOME: "ENABLED_BY_DEFAULT",
    STANDBY: "ENABLED_BY_DEFAULT",
    "eu-north-1": "ENABLED_BY_DEFAULT",
    "ap-southeast-2": "ENABLED_BY_DEFAULT",
    "ap-east-1": "DISABLED",
}
ENABLED = [name for name, status in REGIONS.items() if status != "DISABLED"]

# Ten lines, as the README has it.
PLAN = """\
organization: example
emergencyAccount: "123456789012"
regions: { home: us-east-1, standby: us-east-2 }
breakGlassUsers: [BreakglassUser1, BreakglassUser2]
subscribers:
  - { protocol: email, endpoint: security@example.com }
"""


def rules_of_template(account, region, provider=""):
    """Names of the rules on the default bus, by the conditions of the templates."""
    buses = {"HomeBusArn": stacks.bus(HOME), "StandbyBusArn": stacks.bus(STANDBY)}
    made = [stacks.region(account, region, SAMLProviderName=provider, **buses)]
    if account == EMERGENCY and region in (HOME, STANDBY):
        made.append(stacks.hub(region, HomeRegion=HOME, StandbyRegion=STANDBY, CheckerCode="", PartnerEventSource=""))
    return {
        rule["Name"]
        for stack in made
        for rule in stack.resources("AWS::Events::Rule").values()
        if rule.get("EventBusName", "default") == "default"
    }


def service_role(account):
    """CloudTrail's role for trails of an organization, by the name that AWS gives it and moto does not."""
    account.client("iam").create_role(
        RoleName="AWSServiceRoleForCloudTrail", Path="/aws-service-role/cloudtrail.amazonaws.com/",
        AssumeRolePolicyDocument="{}",
    )  # fmt: skip


class Account:
    """The resources of one account, as the services list them."""

    def __init__(self, url, credentials):
        self.url, self.session = url, boto3.Session(**credentials)

    def client(self, service, region=HOME):
        return self.session.client(service, endpoint_url=self.url, region_name=region)

    def names(self, service, operation, query, region=HOME, **parameters):
        client = self.client(service, region)
        pages = [client]
        if client.can_paginate(operation):
            pages = client.get_paginator(operation).paginate(**parameters)
        else:
            pages = [getattr(client, operation)(**parameters)]
        result, key = query.split(".")
        found = [item for page in pages for item in page.get(result, [])]
        return sorted(item[key] if key else item for item in found)

    def inventory(self, region):
        """Everything that a deployment creates in one Region, by kind."""
        rules = self.names("events", "list_rules", "Rules.Name", region, NamePrefix="breakglass-")
        kinds = {
            "stacks": self.names("cloudformation", "describe_stacks", "Stacks.StackName", region),
            "rules": rules,
            "queues": self.names("sqs", "list_queues", "QueueUrls.", region),
            "topics": self.names("sns", "list_topics", "Topics.TopicArn", region),
            "subscriptions": self.names("sns", "list_subscriptions", "Subscriptions.Endpoint", region),
            "functions": self.names("lambda", "list_functions", "Functions.FunctionName", region),
            "tables": self.names("dynamodb", "list_tables", "TableNames.", region),
            "keys": self.names("kms", "list_aliases", "Aliases.AliasName", region),
            "buses": self.names("events", "list_event_buses", "EventBuses.Name", region),
            "archives": self.names("events", "list_archives", "Archives.ArchiveName", region),
            "logs": self.names("logs", "describe_log_groups", "logGroups.logGroupName", region),
        }
        kinds["keys"] = [name for name in kinds["keys"] if not name.startswith("alias/aws/")]
        kinds["buses"].remove("default")
        return kinds

    def identities(self):
        """Resources of IAM and S3, which have no Region."""
        return {
            "roles": [
                name
                for name in self.names("iam", "list_roles", "Roles.RoleName")
                # An organization makes the first in its accounts, and a service its own.
                if name != "OrganizationAccountAccessRole" and not name.startswith("AWSServiceRoleFor")
            ],
            "users": self.names("iam", "list_users", "Users.UserName"),
            "policies": self.names("iam", "list_policies", "Policies.PolicyName", Scope="Local"),
            "buckets": self.names("s3", "list_buckets", "Buckets.Name"),
        }
