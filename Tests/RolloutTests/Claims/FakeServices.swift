import FakeAWS
import HTTP
import Synchronization
import Templates
import Text

@testable import Deployment
@testable import Rollout

/// Services that have what a stack made, except for what a test took away.
final class FakeServices: Sendable {
    struct State {
        var gone: Set<String> = []
        /// What a service says instead of the template, by logical id: a state, a target.
        var changed: [String: String] = [:]
        var denied: Set<String> = []
    }

    let stack: WantedStack
    let resources: [TemplateStack.Resource]
    let state = Mutex(State())

    init(_ stack: WantedStack) throws {
        self.stack = stack
        resources = try stack.resolved().resources()
    }

    var cloud: FakeCloud { FakeCloud { self.answer($0) } }

    func set(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }

    func answer(_ call: FakeCloud.Call) -> Response {
        let state = state.withLock { $0 }
        if state.denied.contains(call.service) {
            return .text(403, #"{"__type": "AccessDeniedException"}"#)
        }
        let asked = Asked(call, self, state)
        return switch call.service {
        case "cloudformation": asked.stackResources
        case "events": asked.events
        case "lambda": asked.functions
        case "scheduler": asked.schedules
        case "sns", "iam", "monitoring": asked.queryServices
        default: asked.jsonServices
        }
    }
}

/// A call, and what is there when it arrives.
struct Asked {
    let call: FakeCloud.Call
    let state: FakeServices.State
    let all: [TemplateStack.Resource]
    let there: [TemplateStack.Resource]

    init(_ call: FakeCloud.Call, _ services: FakeServices, _ state: FakeServices.State) {
        self.call = call
        self.state = state
        all = services.resources
        there = services.resources.filter { !state.gone.contains($0.id) }
    }

    func of(_ type: String) -> [TemplateStack.Resource] { there.filter { $0.type == type } }

    /// The resource of a type that a call names.
    func named(_ name: String?, _ type: String) -> TemplateStack.Resource? {
        of(type).first { $0.physical == name || $0.physical.hasSuffix("/\(name ?? "?")") }
    }

    /// What the service says: the template's word, unless a test changed it.
    func word(_ resource: TemplateStack.Resource, _ word: String) -> String {
        state.changed[resource.id] ?? word
    }

    /// A field of a JSON body.
    subscript(_ name: String) -> String? { JSON(Array(call.body.utf8))?[name]?.string }

    /// A field of a form.
    func form(_ name: String) -> String? {
        call.body.split(separator: "&").first { $0.hasPrefix("\(name)=") }
            .flatMap { PercentEncoding.decode(String($0.dropFirst(name.count + 1))) }
    }

    /// A policy with the statements that the policies of a subject name.
    func policy(_ type: String, _ property: String, of subject: String) -> String? {
        let policies = of(type).filter {
            $0.properties[property]?.string == subject
                || $0.properties[property]?.list?.contains(.text(subject)) == true
        }
        guard !policies.isEmpty else { return nil }
        let ids = policies.flatMap { policy in
            (policy.properties["PolicyDocument"]?["Statement"]?.list ?? [])
                .compactMap { $0["Sid"]?.string }
                .filter { state.changed[policy.id] != $0 }
                + [policy.properties["StatementId"]?.string].compactMap { $0 }
        }
        let statements = ids.map { #"{"Sid": "\#($0)", "Effect": "Allow"}"# }
        return #"{"Statement": [\#(statements.joined(separator: ","))]}"#
    }
}

extension TemplateStack.Resource {
    /// What the service knows it by.
    var physical: String {
        let arn = "arn:aws"
        let place = "eu-west-1:123456789012"
        func text(_ name: String) -> String { properties[name]?.string ?? "breakglass-\(id)" }
        return switch type {
        case "AWS::Events::Rule":
            (properties["EventBusName"]?.string.map { $0 + "|" } ?? "") + text("Name")
        case "AWS::Events::EventBus", "AWS::Scheduler::Schedule", "AWS::Scheduler::ScheduleGroup":
            text("Name")
        case "AWS::Events::Archive": text("ArchiveName")
        case "AWS::Lambda::Function": text("FunctionName")
        case "AWS::SNS::Topic": "\(arn):sns:\(place):\(text("TopicName"))"
        case "AWS::SQS::Queue":
            "https://sqs.eu-west-1.amazonaws.com/123456789012/\(text("QueueName"))"
        case "AWS::DynamoDB::Table": text("TableName")
        case "AWS::KMS::Key": "1234abcd-12ab-34cd-56ef-1234567890ab"
        case "AWS::KMS::Alias": text("AliasName")
        case "AWS::Logs::LogGroup": text("LogGroupName")
        case "AWS::S3::Bucket": text("BucketName")
        case "AWS::S3::BucketPolicy": text("Bucket")
        case "AWS::CloudTrail::Trail": text("TrailName")
        case "AWS::IAM::Role": text("RoleName")
        case "AWS::IAM::User": text("UserName")
        case "AWS::IAM::ManagedPolicy":
            "\(arn):iam::123456789012:policy/\(text("ManagedPolicyName"))"
        case "AWS::IAM::SAMLProvider": "\(arn):iam::123456789012:saml-provider/\(text("Name"))"
        case "AWS::CloudWatch::Alarm": text("AlarmName")
        case "AWS::CloudWatch::Dashboard": text("DashboardName")
        case "AWS::Organizations::Policy": "p-\(id.lowercased())"
        default: "breakglass-\(id)-1A2B3C"
        }
    }
}

extension Response {
    static func json(_ body: String) -> Response { text(200, body) }

    static func text(_ status: Int, _ text: String) -> Response {
        Response(status: status, body: Array(text.utf8))
    }

    static let notFound = text(404, #"{"__type": "ResourceNotFoundException"}"#)

    static func xmlError(_ code: String) -> Response {
        text(404, "<ErrorResponse><Error><Code>\(code)</Code></Error></ErrorResponse>")
    }
}
