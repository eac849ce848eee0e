"""Names and ARNs of resources by CloudFormation type."""

NAMED_BY = {
    "AWS::IAM::Role": ["RoleName"],
    "AWS::IAM::User": ["UserName"],
    "AWS::IAM::ManagedPolicy": ["ManagedPolicyName"],
    "AWS::IAM::SAMLProvider": ["Name"],
    "AWS::SNS::Topic": ["TopicName"],
    "AWS::SQS::Queue": ["QueueName"],
    "AWS::KMS::Key": [],
    "AWS::KMS::Alias": ["AliasName"],
    "AWS::Lambda::Function": ["FunctionName"],
    "AWS::Lambda::EventSourceMapping": [],
    "AWS::Events::EventBus": ["Name"],
    "AWS::Events::Rule": ["Name"],
    "AWS::Events::Archive": ["ArchiveName"],
    "AWS::DynamoDB::Table": ["TableName"],
    "AWS::S3::Bucket": ["BucketName"],
    "AWS::Logs::LogGroup": ["LogGroupName"],
    "AWS::Scheduler::ScheduleGroup": ["Name"],
    "AWS::CloudTrail::Trail": ["TrailName"],
    "AWS::CloudFormation::StackSet": ["StackSetName"],
    "AWS::Organizations::Policy": ["Name"],
}

REFERENCED_BY_ARN = {"AWS::SNS::Topic", "AWS::IAM::ManagedPolicy", "AWS::IAM::SAMLProvider"}

_ARNS = {
    "AWS::IAM::Role": "iam:role/{name}",
    "AWS::IAM::User": "iam:user/{name}",
    "AWS::IAM::ManagedPolicy": "iam:policy/{name}",
    "AWS::IAM::SAMLProvider": "iam:saml-provider/{name}",
    "AWS::SNS::Topic": "sns:{name}",
    "AWS::SQS::Queue": "sqs:{name}",
    "AWS::KMS::Key": "kms:key/{name}",
    "AWS::Lambda::Function": "lambda:function:{name}",
    "AWS::Lambda::EventSourceMapping": "lambda:event-source-mapping:{name}",
    "AWS::Events::EventBus": "events:event-bus/{name}",
    "AWS::Events::Rule": "events:rule/{name}",
    "AWS::Events::Archive": "events:archive/{name}",
    "AWS::DynamoDB::Table": "dynamodb:table/{name}",
    "AWS::Logs::LogGroup": "logs:log-group:{name}:*",
    "AWS::Scheduler::ScheduleGroup": "scheduler:schedule-group/{name}",
    "AWS::CloudTrail::Trail": "cloudtrail:trail/{name}",
    "AWS::CloudFormation::StackSet": "cloudformation:stackset/{name}",
}

# Attributes of Fn::GetAtt that are a name and not an ARN.
NAME_ATTRIBUTES = {"QueueName", "TopicName", "RoleId", "Name"}


def is_name(kind, attribute):
    """Whether an attribute is the resource's name and not its ARN; `None` stands for Ref."""
    if attribute is None:
        return kind not in REFERENCED_BY_ARN
    return attribute in NAME_ATTRIBUTES


def arn(kind, name, partition, region, account):
    """The ARN of a resource of that type and name."""
    if kind == "AWS::S3::Bucket":
        return f"arn:{partition}:s3:::{name}"
    service, _, resource = _ARNS[kind].format(name=name).partition(":")
    region = "" if service == "iam" else region
    return f"arn:{partition}:{service}:{region}:{account}:{resource}"
