import FakeAWS
import Foundation
import HTTP
import Synchronization

@testable import Rollout

/// SNS, IAM and the state table of one account, as far as people need them. Remembers changes.
final class FakePeople: Sendable {
    /// A subscription as SNS has it; without an ARN it is pending.
    struct Subscription: Sendable, Hashable {
        var topic: String
        var transport: String
        var endpoint: String
        var arn: String?
        var attributes: [String: String] = [:]
        var isDeleted = false
    }

    struct State: Sendable {
        /// By Region.
        var subscriptions: [String: [Subscription]] = [:]
        /// Users with a password.
        var passwords: Set<String> = []
        /// How many MFA devices each user has.
        var devices: [String: Int] = [:]
        /// ARNs of SAML providers.
        var providers: [String] = []
        /// Ids of items of the state table.
        var items: Set<String> = []
        /// Operations that are refused.
        var denied: Set<String> = []
    }

    private let state: Mutex<State>
    /// What it was asked for.
    let asked = Mutex<[FakeCloud.Call]>([])

    init(_ state: State = State()) { self.state = Mutex(state) }

    var now: State { state.withLock { $0 } }

    /// The names of all calls.
    var actions: [String] { asked.withLock { $0 }.map(\.action) }

    /// The calls that changed something at SNS.
    var changes: [String] {
        actions.filter { $0 == "Subscribe" || $0.hasPrefix("Set") }
    }

    var site: Site {
        let cloud = FakeCloud { [self] call in
            asked.withLock { $0.append(call) }
            return state.withLock { answer(call, &$0) }
        }
        return Site(
            account: "123456789012", arn: "arn:aws:iam::123456789012:user/rollout",
            client: cloud.client, caller: FakeCloud.caller())
    }

    private func answer(_ call: FakeCloud.Call, _ state: inout State) -> Response {
        if state.denied.contains(call.action) { return .refused("AccessDenied", status: 403) }
        let fields = call.fields
        let all = state.subscriptions[call.region] ?? []
        let index = all.firstIndex { $0.arn != nil && $0.arn == fields["SubscriptionArn"] }
        switch call.action {
        case "ListSubscriptionsByTopic":
            return .result(
                call.action,
                "<Subscriptions>"
                    + all.filter { fields["TopicArn"]?.hasSuffix(":\($0.topic)") == true }
                    .map(\.xml).joined() + "</Subscriptions>")
        case "GetSubscriptionAttributes":
            guard let index else { return .refused("NotFound", status: 404) }
            let entries = all[index].attributes.map {
                "<entry><key>\($0)</key><value>\($1.replacing("\"", with: "&quot;"))</value></entry>"
            }
            return .result(
                call.action,
                "<Attributes><entry><key>Owner</key><value>1</value></entry>"
                    + entries.joined() + "</Attributes>")
        case "SetSubscriptionAttributes":
            guard let index, let name = fields["AttributeName"] else {
                return .refused("NotFound", status: 404)
            }
            state.subscriptions[call.region]?[index].attributes[name] = fields["AttributeValue"]
            return .result(call.action, "")
        case "Subscribe":
            var made = Subscription(
                topic: fields["TopicArn"]?.split(separator: ":").last.map(String.init) ?? "",
                transport: fields["Protocol"] ?? "", endpoint: fields["Endpoint"] ?? "")
            let mustConfirm = ["email", "https"].contains(made.transport)
            if !mustConfirm {
                made.arn = "arn:aws:sns:\(call.region):123456789012:\(made.topic):\(all.count)"
            }
            if let name = fields["Attributes.entry.1.key"] {
                made.attributes[name] = fields["Attributes.entry.1.value"]
            }
            state.subscriptions[call.region, default: []].append(made)
            return .result(
                call.action,
                "<SubscriptionArn>\(made.arn ?? "pending confirmation")</SubscriptionArn>")
        case "GetLoginProfile":
            guard state.passwords.contains(fields["UserName"] ?? "") else {
                return .refused("NoSuchEntity", status: 404)
            }
            return .result(call.action, "<LoginProfile><UserName>u</UserName></LoginProfile>")
        case "ListMFADevices":
            let count = state.devices[fields["UserName"] ?? ""] ?? 0
            let device = "<member><SerialNumber>GAHT1</SerialNumber></member>"
            return .result(
                call.action,
                "<MFADevices>\(String(repeating: device, count: count))</MFADevices>")
        case "ListSAMLProviders":
            let members = state.providers.map { "<member><Arn>\($0)</Arn></member>" }
            return .result(
                call.action, "<SAMLProviderList>\(members.joined())</SAMLProviderList>")
        case "GetItem":
            let isThere = state.items.contains { call.body.contains("\"\($0)\"") }
            return .item(isThere ? #"{"Item": {"time": {"N": "1780000000"}}}"# : "{}")
        case "PutItem": return .item("{}")
        default:
            return .refused("InvalidAction")
        }
    }
}

extension FakePeople.Subscription {
    fileprivate var xml: String {
        let word = isDeleted ? "Deleted" : arn ?? "PendingConfirmation"
        return """
            <member><SubscriptionArn>\(word)</SubscriptionArn><Protocol>\(transport)</Protocol>\
            <Endpoint>\(endpoint)</Endpoint></member>
            """
    }
}

extension FakeCloud.Call {
    /// The fields of a form.
    var fields: [String: String] {
        body.split(separator: "&").reduce(into: [:]) { fields, pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return }
            fields[String(parts[0])] = String(parts[1]).removingPercentEncoding
        }
    }
}

extension Response {
    /// An answer of the Query protocol.
    static func result(_ operation: String, _ content: String) -> Response {
        Response(
            status: 200,
            body: Array("<R><\(operation)Result>\(content)</\(operation)Result></R>".utf8))
    }
}
