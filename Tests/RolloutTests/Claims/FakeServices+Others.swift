import FakeAWS
import HTTP
import Templates
import Text

extension Asked {
    /// Services with the Query protocol: a form in, XML out.
    var queryServices: Response {
        let policyText = #"{"Statement": []}"#
        switch call.action {
        case "GetTopicAttributes":
            guard let topic = named(form("TopicArn"), "AWS::SNS::Topic") else {
                return .xmlError("NotFound")
            }
            let own = policy("AWS::SNS::TopicPolicy", "Topics", of: topic.physical)
            return .xml(
                call.action,
                "<Attributes><entry><key>Policy</key><value>\(own ?? policyText)</value></entry>"
                    + "</Attributes>")
        case "GetSubscriptionAttributes":
            guard let one = named(form("SubscriptionArn"), "AWS::SNS::Subscription") else {
                return .xmlError("NotFound")
            }
            let filter = one.properties["FilterPolicy"]?.encoded(indentation: 1) ?? []
            let text = word(one, String(decoding: filter, as: UTF8.self))
            return .xml(
                call.action,
                "<Attributes><entry><key>FilterPolicy</key><value>\(text)</value></entry>"
                    + "</Attributes>")
        case "DescribeAlarms":
            let members = of("AWS::CloudWatch::Alarm").map { alarm in
                let action = alarm.properties["AlarmActions"]?.list?.first?.string ?? ""
                let isOn = state.changed[alarm.id] != "disabled"
                return """
                    <member><AlarmName>\(alarm.physical)</AlarmName><StateValue>OK</StateValue>\
                    <ActionsEnabled>\(isOn)</ActionsEnabled><AlarmActions><member>\
                    \(isOn ? word(alarm, action) : action)</member></AlarmActions></member>
                    """
            }
            return .xml(call.action, "<MetricAlarms>\(members.joined())</MetricAlarms>")
        case "ListDashboards":
            let members = of("AWS::CloudWatch::Dashboard").map {
                "<member><DashboardName>\($0.physical)</DashboardName></member>"
            }
            return .xml(call.action, "<DashboardEntries>\(members.joined())</DashboardEntries>")
        default: return iam
        }
    }

    private var iam: Response {
        let trust = "<AssumeRolePolicyDocument>%7B%7D</AssumeRolePolicyDocument>"
        let answer: String?
        switch call.action {
        case "ListRoles":
            let members = of("AWS::IAM::Role").map {
                "<member><RoleName>\($0.physical)</RoleName></member>"
            }
            answer = "<Roles>\(members.joined())</Roles>"
        case "GetRole":
            answer = named(form("RoleName"), "AWS::IAM::Role").map { _ in
                "<Role><Arn>arn</Arn>\(trust)</Role>"
            }
        case "GetRolePolicy":
            let found = of("AWS::IAM::RolePolicy").contains {
                $0.properties["PolicyName"]?.string == form("PolicyName")
                    && $0.properties["RoleName"]?.string == form("RoleName")
            }
            answer = found ? "<PolicyDocument>%7B%7D</PolicyDocument>" : nil
        case "GetPolicy":
            answer = named(form("PolicyArn"), "AWS::IAM::ManagedPolicy").map { _ in
                "<Policy><DefaultVersionId>v1</DefaultVersionId></Policy>"
            }
        case "GetUser":
            answer = named(form("UserName"), "AWS::IAM::User").map { _ in
                "<User><Arn>arn</Arn></User>"
            }
        default:
            answer = named(form("SAMLProviderArn"), "AWS::IAM::SAMLProvider").map { _ in
                "<SAMLMetadataDocument>x</SAMLMetadataDocument>"
            }
        }
        return answer.map { .xml(call.action, $0) } ?? .xmlError("NoSuchEntity")
    }

    /// Services with JSON, and S3.
    var jsonServices: Response {
        switch call.service {
        case "sqs":
            guard let queue = named(self["QueueUrl"], "AWS::SQS::Queue") else {
                return .text(400, #"{"__type": "com.amazonaws.sqs#QueueDoesNotExist"}"#)
            }
            let name = queue.properties["QueueName"]?.string ?? ""
            let own = policy("AWS::SQS::QueuePolicy", "Queues", of: name)
            return .json(
                JSON.object(["Attributes": .members(["Policy": own.map(JSON.string)])]).text)
        case "dynamodb":
            guard let table = named(self["TableName"], "AWS::DynamoDB::Table") else {
                return .notFound
            }
            return .json(#"{"Table": {"TableStatus": "\#(word(table, "ACTIVE"))"}}"#)
        case "kms":
            let key = named(self["KeyId"], "AWS::KMS::Key")
            let alias = named(self["KeyId"], "AWS::KMS::Alias")
            guard let found = key ?? alias else {
                return .text(400, #"{"__type": "NotFoundException"}"#)
            }
            let target =
                alias.flatMap { state.changed[$0.id] } ?? "1234abcd-12ab-34cd-56ef-1234567890ab"
            let word = key == nil ? "Enabled" : word(found, "Enabled")
            return .json(
                #"{"KeyMetadata": {"Arn": "arn:aws:kms:key/\#(target)", "KeyState": "\#(word)"}}"#)
        case "logs":
            let names = of("AWS::Logs::LogGroup").map(\.physical)
                .filter { $0.hasPrefix(self["logGroupNamePrefix"] ?? "") }
            let members = names.map { #"{"logGroupName": "\#($0)"}"# }
            return .json(#"{"logGroups": [\#(members.joined(separator: ","))]}"#)
        case "s3":
            let bucket = call.action.dropFirst("GET /".count).prefix { $0 != "?" }
            guard named(String(bucket), "AWS::S3::Bucket") != nil else {
                return .xmlS3("NoSuchBucket")
            }
            return policy("AWS::S3::BucketPolicy", "Bucket", of: String(bucket))
                .map { .json($0) } ?? .xmlS3("NoSuchBucketPolicy")
        case "cloudtrail":
            guard let trail = named(self["Name"], "AWS::CloudTrail::Trail") else {
                return .text(400, #"{"__type": "TrailNotFoundException"}"#)
            }
            return .json(#"{"IsLogging": \#(word(trail, "true"))}"#)
        default:
            guard let policy = named(self["PolicyId"], "AWS::Organizations::Policy") else {
                return .text(400, #"{"__type": "PolicyNotFoundException"}"#)
            }
            if call.action == "DescribePolicy" {
                return .json(#"{"Policy": {"Content": "{}"}}"#)
            }
            let targets = (policy.properties["TargetIds"]?.list ?? []).compactMap(\.string)
                .filter { state.changed[policy.id] != $0 }
            let members = targets.map { #"{"TargetId": "\#($0)", "Type": "ROOT"}"# }
            return .json(#"{"Targets": [\#(members.joined(separator: ","))]}"#)
        }
    }
}

extension Response {
    fileprivate static func xmlS3(_ code: String) -> Response {
        text(404, "<Error><Code>\(code)</Code></Error>")
    }
}
