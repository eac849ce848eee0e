import AccessPlan
import Deployment
import FakeAWS
import HTTP
import Synchronization
import Templates

@testable import Rollout

/// One account in which nothing stands in the way, but for what a test changes.
final class FakeAccount: Sendable {
    static let number = "123456789012"

    static let plan: Plan = {
        var plan = Plan(organization: "example", emergencyAccount: number, home: "eu-west-1")
        plan.breakGlassUsers = ["BreakglassUser1"]
        return plan
    }()

    let cloud: FakeCloud

    /// Answers by operation; `nil` leaves the one of an account in order.
    init(_ change: @escaping @Sendable (FakeCloud.Call) -> Response? = { _ in nil }) {
        cloud = FakeCloud { call in change(call) ?? Self.inOrder(call) }
    }

    func site(_ account: String = number, arn: String? = nil) -> Site {
        Site(
            account: account, arn: arn ?? "arn:aws:sts::\(account):assumed-role/Rollout/jane",
            client: cloud.client, caller: FakeCloud.caller(account))
    }

    /// Five Regions of it, asked everything.
    func answers(
        _ plan: Plan = plan, arn: String? = nil
    ) async throws -> [PreflightAnswer] {
        let sites = Sites(emergency: site(arn: arn))
        return await Preflight(plan, sites, planned: try Self.planned(plan, sites), known: []).run()
    }

    static func planned(_ plan: Plan, _ sites: Sites) throws -> PlannedResources {
        let regions = ["ap-southeast-2", "eu-north-1", "eu-west-1", "us-east-1", "us-east-2"]
        var covered: [String: [String]] = [:]
        for site in sites.all { covered[site.account] = regions }
        var facts = DeploymentFacts(sites, covered: covered)
        facts.addUnbuiltCode()
        return try Preflight.planned(try source(plan), facts, sites)
    }

    static func source(_ plan: Plan) throws -> DeploySource {
        try DeploySource(plan, plan.templates(PlanAttachments()), [])
    }

    private static func inOrder(_ call: FakeCloud.Call) -> Response {
        switch call.action {
        case "GetRole":
            return .xml(
                "GetRole",
                """
                <Role><Arn>arn:aws:iam::\(number):role/path/Rollout</Arn>\
                <AssumeRolePolicyDocument>%7B%7D</AssumeRolePolicyDocument></Role>
                """)
        case "SimulatePrincipalPolicy":
            return simulation(call) { _ in "<EvalDecision>allowed</EvalDecision>" }
        case "GetAccountSummary":
            return summary(roles: 12)
        case "GetServiceQuota": return .item(#"{"Quota": {"Value": 300.0}}"#)
        case "ListStacks": return .xml("ListStacks", "<StackSummaries/>")
        case "ListRules": return .item(#"{"Rules": []}"#)
        case "ListArchives": return .item(#"{"Archives": []}"#)
        case "TestEventPattern": return .item(#"{"Result": \#(expected(call.body))}"#)
        case "GET /2016-08-19/account-settings":
            return .item(#"{"AccountLimit": {"UnreservedConcurrentExecutions": 1000}}"#)
        case _ where call.action.hasSuffix("/concurrency"):
            return .error("ResourceNotFoundException", status: 404)
        default: return .error("UnexpectedInATest")
        }
    }

    /// The simulator's answer for each action of a call.
    static func simulation(
        _ call: FakeCloud.Call, _ decision: (_ action: String) -> String
    ) -> Response {
        let actions = call.body.split(separator: "&").filter { $0.hasPrefix("ActionNames") }
            .compactMap {
                $0.split(separator: "=").last.map { String($0).replacing("%3A", with: ":") }
            }
        return .xml(
            "SimulatePrincipalPolicy",
            "<EvaluationResults>"
                + actions.map { action in
                    "<member><EvalActionName>\(action)</EvalActionName>"
                        + "<EvalResourceName>*</EvalResourceName>\(decision(action))</member>"
                }.joined() + "</EvaluationResults>")
    }

    static func summary(roles: Int) -> Response {
        let numbers = [
            "Roles": roles, "RolesQuota": 1_000, "Policies": 3, "PoliciesQuota": 1_500, "Users": 2,
            "UsersQuota": 5_000,
        ]
        return .xml(
            "GetAccountSummary",
            "<SummaryMap>"
                + numbers.map { "<entry><key>\($0)</key><value>\($1)</value></entry>" }.joined()
                + "</SummaryMap>")
    }

    /// What EventBridge answers for our sample events: those that no rule may match say so.
    private static func expected(_ body: String) -> Bool {
        !["custom.signin", "DescribeInstances", "employee", "Other"].contains(where: body.contains)
    }
}

extension Response {
    /// An error of a JSON protocol.
    static func error(_ code: String, status: Int = 400, message: String = "no") -> Response {
        Response(
            status: status, body: Array(#"{"__type": "\#(code)", "message": "\#(message)"}"#.utf8))
    }
}
