/// What CloudFormation replaces a resource for, by its type: properties that can only be set at
/// creation.
///
/// Source: `createOnlyProperties` and `conditionalCreateOnlyProperties` of CloudFormation's resource
/// schemas. `Tests/Integration/template/test_replacement.py` compares both.
/// <https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html>
struct Replacement: Sendable {
    /// A change of one of these always replaces the resource.
    let always: Set<String>

    /// A change of one of these may replace the resource.
    let sometimes: Set<String>

    /// The property with the name. CloudFormation makes the new resource before it deletes the old one:
    /// a replacement under the same name fails.
    let name: String?

    private init(name: String? = nil, always: Set<String> = [], sometimes: Set<String> = []) {
        self.name = name
        self.always = always
        self.sometimes = sometimes
    }

    /// Every type that occurs in our templates.
    static let all: [String: Replacement] = [
        "AWS::CloudFormation::StackSet": .init(
            name: "StackSetName", always: ["PermissionModel", "StackSetName"]),
        "AWS::CloudTrail::Trail": .init(name: "TrailName", always: ["TrailName"]),
        "AWS::CloudWatch::Alarm": .init(name: "AlarmName", always: ["AlarmName"]),
        "AWS::CloudWatch::Dashboard": .init(name: "DashboardName", always: ["DashboardName"]),
        "AWS::DynamoDB::Table": .init(
            name: "TableName", always: ["ImportSourceSpecification", "TableName"],
            sometimes: ["KeySchema"]),
        "AWS::Events::Archive": .init(name: "ArchiveName", always: ["ArchiveName", "SourceArn"]),
        "AWS::Events::EventBus": .init(name: "Name", always: ["Name"]),
        "AWS::Events::EventBusPolicy": .init(
            name: "StatementId", always: ["EventBusName", "StatementId"]),
        "AWS::Events::Rule": .init(name: "Name", always: ["Name"], sometimes: ["EventBusName"]),
        "AWS::IAM::ManagedPolicy": .init(
            name: "ManagedPolicyName", always: ["Description", "ManagedPolicyName", "Path"]),
        "AWS::IAM::Role": .init(name: "RoleName", always: ["Path", "RoleName"]),
        "AWS::IAM::RolePolicy": .init(always: ["PolicyName", "RoleName"]),
        "AWS::IAM::SAMLProvider": .init(
            name: "Name", always: ["AddPrivateKey", "Name", "RemovePrivateKey"]),
        "AWS::IAM::User": .init(name: "UserName", always: ["UserName"]),
        "AWS::KMS::Alias": .init(name: "AliasName", always: ["AliasName"]),
        "AWS::KMS::Key": .init(),
        "AWS::Lambda::EventInvokeConfig": .init(always: ["FunctionName", "Qualifier"]),
        "AWS::Lambda::EventSourceMapping": .init(
            always: [
                "EventSourceArn", "SelfManagedEventSource", "StartingPosition",
                "StartingPositionTimestamp",
            ]),
        "AWS::Lambda::Function": .init(
            name: "FunctionName", always: ["FunctionName", "PackageType", "TenancyConfig"],
            sometimes: ["DurableConfig"]),
        "AWS::Lambda::Permission": .init(
            always: [
                "Action", "EventSourceToken", "FunctionName", "FunctionUrlAuthType",
                "InvokedViaFunctionUrl", "Principal", "PrincipalOrgID", "SourceAccount",
                "SourceArn",
            ]),
        "AWS::Logs::LogGroup": .init(name: "LogGroupName", always: ["LogGroupName"]),
        "AWS::Organizations::Policy": .init(always: ["Type"]),
        "AWS::S3::Bucket": .init(
            name: "BucketName", always: ["BucketName", "BucketNamePrefix", "BucketNamespace"]),
        "AWS::S3::BucketPolicy": .init(always: ["Bucket"]),
        "AWS::SNS::Subscription": .init(
            always: ["Endpoint", "Protocol", "TopicArn"], sometimes: ["Region"]),
        "AWS::SNS::Topic": .init(name: "TopicName", always: ["FifoTopic", "TopicName"]),
        "AWS::SNS::TopicPolicy": .init(),
        "AWS::SQS::Queue": .init(name: "QueueName", always: ["FifoQueue", "QueueName"]),
        "AWS::SQS::QueuePolicy": .init(),
        "AWS::Scheduler::Schedule": .init(name: "Name", always: ["Name"]),
        "AWS::Scheduler::ScheduleGroup": .init(name: "Name", always: ["Name"]),
    ]
}
