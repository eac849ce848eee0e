extension ResourceChange {
    /// What goes with a resource of a type when it is deleted; nil where it can be made again as it was.
    static func contents(of type: String) -> String? {
        switch type {
        case "AWS::SNS::Topic": "subscriptions, and that they were confirmed"
        case "AWS::DynamoDB::Table": "sent alerts, session links, the declaration, arrived canaries"
        case "AWS::KMS::Key": "everything that it encrypted"
        case "AWS::SQS::Queue": "messages that nobody has looked at"
        case "AWS::S3::Bucket": "objects"
        case "AWS::Events::EventBus": "the archive and the rules on it"
        case "AWS::Events::Archive": "archived events"
        case "AWS::Logs::LogGroup": "logs"
        case "AWS::IAM::User": "password, MFA devices"
        case "AWS::IAM::SAMLProvider":
            "sign-in by the identity provider, until roles trust the new one"
        case "AWS::CloudTrail::Trail": "events that nothing records until there is another trail"
        default: nil
        }
    }

    /// Whether a policy of the template keeps what CloudFormation would delete.
    static func retains(_ policy: String?) -> Bool {
        policy == "Retain" || policy == "RetainExceptOnCreate"
    }
}
