import AWSClient
import Deployment

/// How services are asked for the claims of some types, in as few calls as they allow.
struct ClaimQuestion: Sendable {
    /// `AWS::Events::Rule`, ….
    let types: Set<String>

    /// Asks, and says what is not as claimed.
    let ask: @Sendable (ClaimedStack) async throws(AWS.Failure) -> [ClaimFault]

    init(
        _ types: String...,
        ask: @escaping @Sendable (ClaimedStack) async throws(AWS.Failure) -> [ClaimFault]
    ) {
        self.types = Set(types)
        self.ask = ask
    }

    /// All of them.
    static let all = [
        ClaimQuestion("AWS::Events::Rule") { stack throws(AWS.Failure) in
            try await stack.rules()
        },
        ClaimQuestion("AWS::Events::EventBus", "AWS::Events::EventBusPolicy") {
            stack throws(AWS.Failure) in try await stack.buses()
        },
        ClaimQuestion("AWS::Events::Archive") { stack throws(AWS.Failure) in
            try await stack.archives()
        },
        ClaimQuestion("AWS::Lambda::Function") { stack throws(AWS.Failure) in
            try await stack.functions()
        },
        ClaimQuestion("AWS::Lambda::EventInvokeConfig") { stack throws(AWS.Failure) in
            try await stack.outcomes()
        },
        ClaimQuestion("AWS::Lambda::EventSourceMapping") { stack throws(AWS.Failure) in
            try await stack.mappings()
        },
        ClaimQuestion("AWS::Lambda::Permission") { stack throws(AWS.Failure) in
            try await stack.permissions()
        },
        ClaimQuestion("AWS::SNS::Topic", "AWS::SNS::TopicPolicy") { stack throws(AWS.Failure) in
            try await stack.topics()
        },
        ClaimQuestion("AWS::SNS::Subscription") { stack throws(AWS.Failure) in
            try await stack.subscriptions()
        },
        ClaimQuestion("AWS::SQS::Queue", "AWS::SQS::QueuePolicy") { stack throws(AWS.Failure) in
            try await stack.queues()
        },
        ClaimQuestion("AWS::DynamoDB::Table") { stack throws(AWS.Failure) in
            try await stack.tables()
        },
        ClaimQuestion("AWS::KMS::Key", "AWS::KMS::Alias") { stack throws(AWS.Failure) in
            try await stack.keys()
        },
        ClaimQuestion("AWS::Logs::LogGroup") { stack throws(AWS.Failure) in
            try await stack.logGroups()
        },
        ClaimQuestion("AWS::S3::Bucket", "AWS::S3::BucketPolicy") { stack throws(AWS.Failure) in
            try await stack.buckets()
        },
        ClaimQuestion("AWS::CloudTrail::Trail") { stack throws(AWS.Failure) in
            try await stack.trails()
        },
        ClaimQuestion("AWS::IAM::Role") { stack throws(AWS.Failure) in try await stack.roles() },
        ClaimQuestion("AWS::IAM::RolePolicy") { stack throws(AWS.Failure) in
            try await stack.rolePolicies()
        },
        ClaimQuestion("AWS::IAM::ManagedPolicy") { stack throws(AWS.Failure) in
            try await stack.managedPolicies()
        },
        ClaimQuestion("AWS::IAM::User") { stack throws(AWS.Failure) in try await stack.users() },
        ClaimQuestion("AWS::IAM::SAMLProvider") { stack throws(AWS.Failure) in
            try await stack.providers()
        },
        ClaimQuestion("AWS::CloudWatch::Alarm") { stack throws(AWS.Failure) in
            try await stack.alarms()
        },
        ClaimQuestion("AWS::CloudWatch::Dashboard") { stack throws(AWS.Failure) in
            try await stack.dashboards()
        },
        ClaimQuestion("AWS::Scheduler::Schedule", "AWS::Scheduler::ScheduleGroup") {
            stack throws(AWS.Failure) in try await stack.schedules()
        },
        ClaimQuestion("AWS::Organizations::Policy") { stack throws(AWS.Failure) in
            try await stack.controlPolicies()
        },
    ]
}
