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

    private init(always: Set<String> = [], sometimes: Set<String> = []) {
        self.always = always
        self.sometimes = sometimes
    }

    /// Every type that occurs in our templates.
    static let all: [String: Replacement] = [
        "AWS::CloudFormation::StackSet": .init(always: ["PermissionModel", "StackSetName"]),
        "AWS::CloudTrail::Trail": .init(always: ["TrailName"]),
        "AWS::CloudWatch::Alarm": .init(always: ["AlarmName"]),
        "AWS::CloudWatch::Dashboard": .init(always: ["DashboardName"]),
        "AWS::DynamoDB::Table": .init(
            always: ["ImportSourceSpecification", "TableName"], sometimes: ["KeySchema"]),
        "AWS::Events::Archive": .init(always: ["ArchiveName", "SourceArn"]),
        "AWS::Events::EventBus": .init(always: ["Name"]),
        "AWS::Events::EventBusPolicy": .init(always: ["EventBusName", "StatementId"]),
        "AWS::Events::Rule": .init(always: ["Name"], sometimes: ["EventBusName"]),
        "AWS::IAM::ManagedPolicy": .init(always: ["Description", "ManagedPolicyName", "Path"]),
        "AWS::IAM::Role": .init(always: ["Path", "RoleName"]),
        "AWS::IAM::RolePolicy": .init(always: ["PolicyName", "RoleName"]),
        "AWS::IAM::SAMLProvider": .init(always: ["AddPrivateKey", "Name", "RemovePrivateKey"]),
        "AWS::IAM::User": .init(always: ["UserName"]),
        "AWS::KMS::Alias": .init(always: ["AliasName"]),
        "AWS::KMS::Key": .init(),
        "AWS::Lambda::EventInvokeConfig": .init(always: ["FunctionName", "Qualifier"]),
        "AWS::Lambda::Function": .init(
            always: ["FunctionName", "PackageType", "TenancyConfig"], sometimes: ["DurableConfig"]),
        "AWS::Lambda::Permission": .init(
            always: [
                "Action", "EventSourceToken", "FunctionName", "FunctionUrlAuthType",
                "InvokedViaFunctionUrl", "Principal", "PrincipalOrgID", "SourceAccount",
                "SourceArn",
            ]),
        "AWS::Logs::LogGroup": .init(always: ["LogGroupName"]),
        "AWS::Organizations::Policy": .init(always: ["Type"]),
        "AWS::S3::Bucket": .init(always: ["BucketName", "BucketNamePrefix", "BucketNamespace"]),
        "AWS::S3::BucketPolicy": .init(always: ["Bucket"]),
        "AWS::SNS::Topic": .init(always: ["FifoTopic", "TopicName"]),
        "AWS::SNS::TopicPolicy": .init(),
        "AWS::SQS::Queue": .init(always: ["FifoQueue", "QueueName"]),
        "AWS::SQS::QueuePolicy": .init(),
        "AWS::Scheduler::Schedule": .init(always: ["Name"]),
        "AWS::Scheduler::ScheduleGroup": .init(always: ["Name"]),
    ]
}
