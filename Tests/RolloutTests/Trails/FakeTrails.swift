import FakeAWS
import HTTP
import Synchronization

@testable import Rollout

/// CloudTrail, IAM, Organizations and CloudFormation of several accounts, as far as trails need them.
final class FakeTrails: Sendable {
    /// A trail as CloudTrail has it.
    struct Trail: Sendable {
        var arn: String
        var isMultiRegion = true
        var isOrganization = false
        var isLogging = true
        var readWriteType = "All"
    }

    struct State: Sendable {
        /// What each account sees.
        var trails: [String: [Trail]] = [:]
        /// Accounts that answer nothing.
        var denied: Set<String> = []
        /// Whether the management account is ready for a trail of the organization.
        var isReady = true
        /// The status of the stack breakglass-trail.
        var stack: String?
    }

    let state: Mutex<State>

    init(_ state: State) { self.state = Mutex(state) }

    /// Credentials for an account. Its calls carry the account in the name of the operation's Region.
    func site(_ account: String) -> (Site, FakeCloud) {
        let cloud = FakeCloud { [self] call in answer(call, account) }
        return (
            Site(
                account: account, arn: "arn:aws:iam::\(account):user/rollout", client: cloud.client,
                caller: FakeCloud.caller()), cloud
        )
    }

    private func answer(_ call: FakeCloud.Call, _ account: String) -> Response {
        state.withLock { state in
            if state.denied.contains(account) {
                return .json(#"{"__type": "AccessDeniedException", "message": "no"}"#, status: 400)
            }
            let trails = state.trails[account] ?? []
            let named = trails.first { call.body.contains($0.arn) }
            switch call.action {
            case "DescribeTrails":
                return .json(#"{"trailList": ["# + trails.map(\.json).joined(separator: ",") + "]}")
            case "GetTrailStatus":
                return .json(#"{"IsLogging": \#(named?.isLogging ?? false)}"#)
            case "GetEventSelectors":
                return .json(
                    """
                    {"EventSelectors": [{"IncludeManagementEvents": true,
                    "ReadWriteType": "\(named?.readWriteType ?? "All")"}]}
                    """)
            case "ListAWSServiceAccessForOrganization":
                let service = state.isReady ? "cloudtrail.amazonaws.com" : "sso.amazonaws.com"
                return .json(
                    #"{"EnabledServicePrincipals": [{"ServicePrincipal": "\#(service)"}]}"#)
            case "GetRole":
                return state.isReady ? .role : .refused("NoSuchEntity", status: 404)
            case "DescribeStacks":
                return .stack(state.stack)
            default:
                return .json("{}")
            }
        }
    }
}

extension FakeTrails.Trail {
    fileprivate var json: String {
        """
        {"TrailARN": "\(arn)", "IsMultiRegionTrail": \(isMultiRegion), "HomeRegion": "us-east-1",
        "IsOrganizationTrail": \(isOrganization)}
        """
    }
}

extension Response {
    fileprivate static func json(_ text: String, status: Int = 200) -> Response {
        Response(status: status, body: Array(text.utf8))
    }

    fileprivate static let role = Response(
        status: 200,
        body: Array(
            """
            <R><GetRoleResult><Role><Arn>arn:aws:iam::123456789012:role/R</Arn>\
            <AssumeRolePolicyDocument>%7B%7D</AssumeRolePolicyDocument></Role></GetRoleResult></R>
            """.utf8))

    fileprivate static func stack(_ status: String?) -> Response {
        guard let status else {
            return Response(
                status: 400,
                body: Array(
                    """
                    <ErrorResponse><Error><Code>ValidationError</Code><Message>Stack with id \
                    breakglass-trail does not exist</Message></Error></ErrorResponse>
                    """.utf8))
        }
        return Response(
            status: 200,
            body: Array(
                """
                <R><DescribeStacksResult><Stacks><member><StackName>breakglass-trail</StackName>\
                <StackStatus>\(status)</StackStatus></member></Stacks></DescribeStacksResult></R>
                """.utf8))
    }
}
