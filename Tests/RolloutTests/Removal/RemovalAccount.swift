import AWSClient
import FakeAWS
import FakeWorld
import Foundation
import HTTP
import Synchronization

@testable import Rollout

/// One account with the stacks of a deployment, as far as a removal needs it.
final class RemovalAccount: Sendable {
    struct State: Sendable {
        /// Names of stacks, by Region.
        var stacks: [String: Set<String>] = [:]
        /// Passwords by user.
        var passwords: Set<String> = []
        /// Versions in each bucket.
        var buckets: [String: Int] = [:]
        /// Versions of each policy.
        var policies: [String: Int] = [:]
        /// Log groups, archives and buses, as `REGION NAME`.
        var retained: Set<String> = []
        /// What is refused: an operation, or an operation and a word of its request.
        var denied: [String: String] = [:]
        /// Changes, in order.
        var log: [String] = []
    }

    private let state: Mutex<State>
    let board: Board

    init(_ state: State) {
        self.state = Mutex(state)
        let said = Said()
        board = Board(
            Narrator(say: { said.add($0) }, note: { _ in }, progress: { _ in }),
            in: FakeWorld(shortWait: .seconds(60)).world)
        lines = said
    }

    private let lines: Said

    /// What a person was told.
    var told: [String] { lines.all }

    private final class Said: Sendable {
        private let lines = Mutex<[String]>([])
        func add(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }

    var now: State { state.withLock { $0 } }
    func change(_ body: @Sendable (inout State) -> Void) { state.withLock { body(&$0) } }

    /// Credentials for it.
    var site: Site {
        let cloud = FakeCloud { [self] call in state.withLock { answer(call, &$0) } }
        return Site(
            account: "123456789012", arn: "arn:aws:iam::123456789012:user/rollout",
            client: cloud.client, caller: FakeCloud.caller())
    }

    private func answer(_ call: FakeCloud.Call, _ state: inout State) -> Response {
        let fields = call.fields
        if let word = state.denied[call.action], call.body.contains(word) {
            return .refused("AccessDenied", status: 403)
        }
        switch (call.service, call.action) {
        case (_, "DescribeStacks"):
            guard let name = fields["StackName"] else {
                let members = (state.stacks[call.region] ?? []).sorted().map(Self.member)
                return .result(call.action, "<Stacks>\(members.joined())</Stacks>")
            }
            guard state.stacks[call.region]?.contains(name) == true else { return .noStack }
            return .result(call.action, "<Stacks>\(Self.member(name))</Stacks>")
        case (_, "DescribeStackEvents"):
            return .result(
                call.action,
                """
                <StackEvents><member><EventId>1</EventId><LogicalResourceId>Thing\
                </LogicalResourceId><ResourceStatus>DELETE_FAILED</ResourceStatus>\
                <ResourceStatusReason>it is in use</ResourceStatusReason></member></StackEvents>
                """)
        case (_, "ListStackResources"):
            return .result(
                call.action,
                """
                <StackResourceSummaries><member><LogicalResourceId>User</LogicalResourceId>\
                <PhysicalResourceId>FormerUser</PhysicalResourceId>\
                <ResourceType>AWS::IAM::User</ResourceType><ResourceStatus>CREATE_COMPLETE\
                </ResourceStatus></member></StackResourceSummaries>
                """)
        case (_, "DeleteStack"):
            let name = fields["StackName"] ?? ""
            state.log.append("\(call.region) \(name)")
            let bucket = state.buckets["breakglass-code-123456789012-\(call.region)"]
            let isFull = name == "breakglass-code" && bucket.map { $0 > 0 } == true
            let isUsed = name == "breakglass-access" && !state.passwords.isEmpty
            if !isFull, !isUsed, state.denied["stack"] != name {
                state.stacks[call.region]?.remove(name)
            }
            return .result(call.action, "")
        case ("iam", _): return identity(call.action, fields, &state)
        case ("kms", "ListKeys"): return .item(#"{"Keys": [{"KeyId": "k1"}, {"KeyId": "k2"}]}"#)
        case ("kms", _):
            let isOurs = call.body.contains("k1")
            return .item(
                """
                {"KeyMetadata": {"Arn": "arn:k", "KeyState": "PendingDeletion", "DeletionDate": \
                1.7829E9, "Description": "\(isOurs ? "Encrypts what the breakglass topics of this "
                    + "Region carry" : "another")"}}
                """)
        case ("account", _):
            return .item(
                """
                {"Regions": [{"RegionName": "us-east-1", "RegionOptStatus": "ENABLED_BY_DEFAULT"},
                {"RegionName": "us-east-2", "RegionOptStatus": "ENABLED_BY_DEFAULT"},
                {"RegionName": "ap-east-1", "RegionOptStatus": "DISABLED"}]}
                """)
        case ("s3", _): return bucket(call, &state)
        case (_, "DeleteArchive"), (_, "DeleteEventBus"), (_, "DeleteLogGroup"):
            let name = call.body.split(separator: "\"").dropFirst(3).first.map(String.init) ?? ""
            guard state.retained.remove("\(call.region) \(call.action) \(name)") != nil else {
                return Response(
                    status: 400, body: Array(#"{"__type": "ResourceNotFoundException"}"#.utf8))
            }
            return .item("{}")
        default: return .refused("InvalidAction")
        }
    }

    private func identity(
        _ action: String, _ fields: [String: String], _ state: inout State
    ) -> Response {
        let arn = fields["PolicyArn"] ?? ""
        let name = arn.split(separator: "/").last.map(String.init) ?? ""
        switch action {
        case "ListMFADevices": return .result(action, "<MFADevices/>")
        case "ListAccessKeys": return .result(action, "<AccessKeyMetadata/>")
        case "DeleteLoginProfile":
            guard state.passwords.remove(fields["UserName"] ?? "") != nil else {
                return .refused("NoSuchEntity", status: 404)
            }
            return .result(action, "")
        case "ListPolicies":
            let members = state.policies.keys.sorted().map {
                "<member><Arn>arn:aws:iam::123456789012:policy/\($0)</Arn></member>"
            }
            return .result(action, "<Policies>\(members.joined())</Policies>")
        case "ListPolicyVersions":
            let members = (1...(state.policies[name] ?? 1)).map {
                """
                <member><VersionId>v\($0)</VersionId><IsDefaultVersion>\($0 == 1)\
                </IsDefaultVersion></member>
                """
            }
            return .result(action, "<Versions>\(members.joined())</Versions>")
        case "DeletePolicyVersion":
            state.policies[name, default: 1] -= 1
            return .result(action, "")
        case "DeletePolicy":
            guard state.policies[name] == 1 else { return .refused("DeleteConflict", status: 409) }
            state.policies[name] = nil
            return .result(action, "")
        default: return .refused("InvalidAction")
        }
    }

    private func bucket(_ call: FakeCloud.Call, _ state: inout State) -> Response {
        let name =
            call.action.split(separator: "/").dropFirst().first?
            .split(separator: "?").first.map(String.init) ?? ""
        guard let count = state.buckets[name] else { return .refused("NoSuchBucket", status: 404) }
        switch call.action.prefix(4) {
        case "GET ":
            let versions = (0..<min(count, 1_000)).map {
                "<Version><Key>k\($0)</Key><VersionId>v</VersionId></Version>"
            }
            return Response(
                status: 200,
                body: Array("<ListVersionsResult>\(versions.joined())</ListVersionsResult>".utf8))
        case "POST":
            state.buckets[name] = count - call.body.components(separatedBy: "<Object>").count + 1
            return Response(status: 200, body: Array("<DeleteResult/>".utf8))
        default:
            state.buckets[name] = nil
            return Response(status: 204)
        }
    }

    private static func member(_ name: String) -> String {
        """
        <member><StackName>\(name)</StackName><StackStatus>CREATE_COMPLETE</StackStatus>\
        <Parameters><member><ParameterKey>LogDays</ParameterKey><ParameterValue>365\
        </ParameterValue></member></Parameters></member>
        """
    }
}
