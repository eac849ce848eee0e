"""Creates the resources of a stack in moto with boto3, since moto's CloudFormation supports half of them.

Types that no check reads are listed in LEFT_OUT. An unknown type fails the test.
"""

import itertools
import json

import boto3

LEFT_OUT = {
    "AWS::CloudWatch::Dashboard", "AWS::Events::Archive", "AWS::Lambda::EventSourceMapping", "AWS::Logs::LogGroup",
    "AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy",
}  # fmt: skip

# What others of the same template refer to comes first.
ORDER = [
    "AWS::S3::Bucket", "AWS::KMS::Key", "AWS::KMS::Alias", "AWS::SQS::Queue", "AWS::SNS::Topic",
    "AWS::SNS::TopicPolicy", "AWS::SNS::Subscription", "AWS::DynamoDB::Table", "AWS::IAM::SAMLProvider", "AWS::IAM::ManagedPolicy",
    "AWS::IAM::Role", "AWS::IAM::RolePolicy", "AWS::IAM::User", "AWS::Lambda::Function", "AWS::Lambda::Permission",
    "AWS::Lambda::EventInvokeConfig", "AWS::Events::EventBus", "AWS::Events::EventBusPolicy", "AWS::Events::Rule",
    "AWS::CloudWatch::Alarm", "AWS::CloudTrail::Trail", "AWS::Scheduler::ScheduleGroup",
    "AWS::Scheduler::Schedule",
]  # fmt: skip


def document(value):
    return json.dumps(value)


class Planter:
    """Creates resources in one account, without the proxy: `aws` records only the checker's calls."""

    def __init__(self, moto, account):
        self.moto, self.account = moto, account
        own = {"aws_access_key_id": "testing", "aws_secret_access_key": "testing"}
        sts = boto3.client("sts", endpoint_url=moto, region_name="us-east-1", **own)
        role = f"arn:aws:iam::{account}:role/Planter"
        issued = sts.assume_role(RoleArn=role, RoleSessionName="planter")["Credentials"]
        self.session = boto3.Session(
            issued["AccessKeyId"], issued["SecretAccessKey"], issued["SessionToken"]
        )
        self.clients, self.numbers = {}, itertools.count()
        self.on_change = lambda service: None

    def client(self, service, region="us-east-1"):
        if (service, region) not in self.clients:
            client = self.session.client(service, endpoint_url=self.moto, region_name=region)
            client.meta.events.register("before-call", self.changing)
            self.clients[service, region] = client
        return self.clients[service, region]

    def changing(self, model, **_):
        """Calls `on_change` with the service, before a call that changes something."""
        if not model.name.startswith(("Describe", "Get", "List")):
            self.on_change(model.service_model.signing_name)

    def plant(self, stack):
        """Creates a stack's resources, and an empty stack of that name."""
        kinds = {about["Type"] for about in stack.template["Resources"].values()}
        assert kinds <= LEFT_OUT | set(ORDER), kinds - LEFT_OUT - set(ORDER)
        for kind in ORDER:
            for about in stack.resources(kind).values():
                getattr(self, kind.split("::", 1)[1].replace("::", "_"))(stack.region, about)
        self.cloudformation_stack(stack.name, stack.region)

    def cloudformation_stack(self, name, region):
        nothing = {"Resources": {"Nothing": {"Type": "AWS::CloudFormation::WaitConditionHandle"}}}
        self.client("cloudformation", region).create_stack(
            StackName=name, TemplateBody=document(nothing)
        )

    def S3_Bucket(self, region, about):
        self.client("s3").create_bucket(Bucket=about["BucketName"])

    def KMS_Key(self, region, about):
        pass  # Made before its stack, which needs its ARN.

    def KMS_Alias(self, region, about):
        self.client("kms", region).create_alias(
            AliasName=about["AliasName"], TargetKeyId=about["TargetKeyId"]
        )

    def key(self, region):
        return self.client("kms", region).create_key()["KeyMetadata"]["Arn"]

    def SQS_Queue(self, region, about):
        self.client("sqs", region).create_queue(QueueName=about["QueueName"])

    def SNS_Topic(self, region, about):
        attributes = {k: about[k] for k in ["KmsMasterKeyId"] if k in about}
        self.client("sns", region).create_topic(Name=about["TopicName"], Attributes=attributes)

    def SNS_TopicPolicy(self, region, about):
        for topic in about["Topics"]:
            self.client("sns", region).set_topic_attributes(
                TopicArn=topic, AttributeName="Policy", AttributeValue=document(about["PolicyDocument"])
            )

    def SNS_Subscription(self, region, about):
        attributes = {k: document(about[k]) for k in ["FilterPolicy", "RawMessageDelivery"]}
        self.client("sns", region).subscribe(
            TopicArn=about["TopicArn"], Protocol=about["Protocol"], Endpoint=about["Endpoint"],
            Attributes=attributes,
        )  # fmt: skip

    def DynamoDB_Table(self, region, about):
        wanted = ["TableName", "AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes", "BillingMode"]
        self.client("dynamodb", region).create_table(**{k: about[k] for k in wanted})

    def IAM_SAMLProvider(self, region, about):
        self.client("iam").create_saml_provider(
            Name=about["Name"], SAMLMetadataDocument=about["SamlMetadataDocument"]
        )

    def IAM_ManagedPolicy(self, region, about):
        self.client("iam").create_policy(
            PolicyName=about["ManagedPolicyName"], PolicyDocument=document(about["PolicyDocument"])
        )

    def IAM_Role(self, region, about):
        iam, name = self.client("iam"), about.get("RoleName", f"unnamed-{next(self.numbers)}")
        more = {k: about[k] for k in ["MaxSessionDuration", "PermissionsBoundary"] if k in about}
        iam.create_role(
            RoleName=name, AssumeRolePolicyDocument=document(about["AssumeRolePolicyDocument"]), **more
        )
        for arn in about.get("ManagedPolicyArns", []):
            iam.attach_role_policy(RoleName=name, PolicyArn=arn)
        for policy in about.get("Policies", []):
            self.IAM_RolePolicy(region, policy | {"RoleName": name})

    def IAM_RolePolicy(self, region, about):
        self.client("iam").put_role_policy(
            RoleName=about["RoleName"],
            PolicyName=about["PolicyName"],
            PolicyDocument=document(about["PolicyDocument"]),
        )

    def IAM_User(self, region, about):
        iam, name = self.client("iam"), about["UserName"]
        iam.create_user(UserName=name, PermissionsBoundary=about["PermissionsBoundary"])
        for arn in about["ManagedPolicyArns"]:
            iam.attach_user_policy(UserName=name, PolicyArn=arn)

    def Lambda_Function(self, region, about):
        self.client("lambda", region).create_function(
            FunctionName=about["FunctionName"], Runtime=about["Runtime"], Handler=about["Handler"],
            Role=about["Role"], Code={"ZipFile": b"PK\x05\x06" + bytes(18)},
        )  # fmt: skip

    def Lambda_Permission(self, region, about):
        wanted = {k: about[k] for k in ["FunctionName", "Action", "Principal", "SourceArn"] if k in about}
        self.client("lambda", region).add_permission(StatementId="s", **wanted)

    def Lambda_EventInvokeConfig(self, region, about):
        wanted = {k: about[k] for k in ["FunctionName", "DestinationConfig"] if k in about}
        self.client("lambda", region).put_function_event_invoke_config(**wanted)

    def Events_EventBus(self, region, about):
        self.client("events", region).create_event_bus(Name=about["Name"])

    def Events_EventBusPolicy(self, region, about):
        events = self.client("events", region)
        known = events.describe_event_bus(Name=about["EventBusName"]).get("Policy")
        policy = json.loads(known) if known else {"Version": "2012-10-17", "Statement": []}
        policy["Statement"].append(about["Statement"] | {"Sid": about["StatementId"]})
        events.put_permission(EventBusName=about["EventBusName"], Policy=document(policy))

    def Events_Rule(self, region, about):
        events, bus = self.client("events", region), about.get("EventBusName", "default")
        when = {"ScheduleExpression": about["ScheduleExpression"]} if "ScheduleExpression" in about else {
            "EventPattern": document(about["EventPattern"])
        }  # fmt: skip
        events.put_rule(Name=about["Name"], State=about["State"], EventBusName=bus, **when)
        events.put_targets(Rule=about["Name"], EventBusName=bus, Targets=about["Targets"])

    def CloudWatch_Alarm(self, region, about):
        known = {
            "AlarmName", "ActionsEnabled", "AlarmActions", "OKActions", "MetricName", "Namespace", "Statistic",
            "Dimensions", "Period", "EvaluationPeriods", "Threshold", "ComparisonOperator", "TreatMissingData",
        }  # fmt: skip
        wanted = {k: v for k, v in about.items() if k in known}
        self.client("cloudwatch", region).put_metric_alarm(**wanted)
        self.client("cloudwatch", region).set_alarm_state(
            AlarmName=about["AlarmName"], StateValue="OK", StateReason="planted"
        )

    def CloudTrail_Trail(self, region, about):
        trail = self.client("cloudtrail", region)
        trail.create_trail(
            Name=about["TrailName"], S3BucketName=about["S3BucketName"],
            IsMultiRegionTrail=about["IsMultiRegionTrail"], IncludeGlobalServiceEvents=True,
        )  # fmt: skip
        trail.put_event_selectors(TrailName=about["TrailName"], EventSelectors=about["EventSelectors"])
        if about["IsLogging"]:
            trail.start_logging(Name=about["TrailName"])

    def Scheduler_ScheduleGroup(self, region, about):
        self.client("scheduler", region).create_schedule_group(Name=about["Name"])

    def Scheduler_Schedule(self, region, about):
        self.client("scheduler", region).create_schedule(**about)
