/// What a deployment may have to do in an account, as actions of IAM: the one table from which the
/// permissions are asked.
///
/// CloudFormation makes the resources of a stack with the caller's own permissions. Source of what
/// each type of resource takes: the handlers in its schema in the CloudFormation registry.
public enum DeploymentActions {
    /// What the program itself does in an account.
    public enum Duty: String, Sendable, CaseIterable {
        /// It creates stacks.
        case stacks
        /// It stores the functions' code, subscribes people, and proves that alerts are heard.
        case hubs
        /// It creates stack sets.
        case stackSets = "stack sets"
        /// It reads the organization.
        case organization
    }

    /// Actions that are tried on one resource.
    struct Row: Sendable {
        /// An example of what is made: `{p}`, `{r}` and `{a}` are partition, Region and account.
        let resource: String
        let actions: [String]

        init(_ resource: String, _ service: String, _ names: String) {
            self.resource = resource
            actions = names.split(separator: " ").map { "\(service):\($0)" }
        }
    }

    /// The calls of the program itself.
    static let calls: [Duty: [Row]] = [
        .stacks: [
            Row(
                stack, "cloudformation",
                "CreateStack UpdateStack DeleteStack DescribeStacks DescribeStackEvents "
                    + "GetTemplate ListStackResources ContinueUpdateRollback"),
            Row("*", "cloudformation", "ListStacks"),
            Row("*", "account", "ListRegions"),
            Row("*", "events", "ListRules ListRuleNamesByTarget"),
            Row("*", "iam", "ListRoles"),
        ],
        .hubs: [
            Row(
                "arn:{p}:s3:::breakglass-code-{a}-{r}/event-enricher/0.zip", "s3",
                "PutObject GetObject GetObjectVersion"),
            Row(function, "lambda", "GetFunctionConfiguration InvokeFunction UpdateFunctionCode"),
            Row(
                topic, "sns",
                "Subscribe ListSubscriptionsByTopic SetSubscriptionAttributes "
                    + "GetSubscriptionAttributes"),
            Row(table, "dynamodb", "PutItem GetItem BatchGetItem"),
            Row("arn:{p}:iam::{a}:user/BreakglassUser1", "iam", "GetLoginProfile ListMFADevices"),
            Row("*", "iam", "ListSAMLProviders"),
            Row("*", "cloudwatch", "ListDashboards"),
            Row(
                "arn:{p}:sqs:{r}:{a}:breakglass-canaries", "sqs",
                "GetQueueUrl ReceiveMessage DeleteMessage"),
        ],
        .stackSets: [
            Row(
                "arn:{p}:cloudformation:{r}:{a}:stackset/breakglass-region:"
                    + "00000000-0000-0000-0000-000000000000", "cloudformation",
                "CreateStackSet UpdateStackSet DeleteStackSet CreateStackInstances "
                    + "DeleteStackInstances UpdateStackInstances DescribeStackSet "
                    + "DescribeStackSetOperation ListStackInstances ListStackSetOperations "
                    + "ListStackSetOperationResults"),
            Row("*", "cloudformation", "ListStackSets"),
        ],
        .organization: [
            Row(
                "*", "organizations",
                "DescribeOrganization ListRoots ListChildren ListAccounts ListPolicies "
                    + "ListTargetsForPolicy ListPoliciesForTarget DescribePolicy "
                    + "ListAWSServiceAccessForOrganization ListDelegatedAdministrators")
        ],
    ]

    static let stack =
        "arn:{p}:cloudformation:{r}:{a}:stack/breakglass-hub/00000000-0000-0000-0000-000000000000"
    static let function = "arn:{p}:lambda:{r}:{a}:function:breakglass-event-enricher"
    static let topic = "arn:{p}:sns:{r}:{a}:breakglass-alerts"
    static let table = "arn:{p}:dynamodb:{r}:{a}:table/breakglass-state"
    static let role = "arn:{p}:iam::{a}:role/breakglass-event-enricher"
}

/// Actions to be tried on one resource.
public struct PermissionRequest: Sendable, Hashable {
    /// An ARN, or `*`.
    public let resource: String

    /// E.g. `iam:CreateRole`; no action twice.
    public let actions: [String]
}

extension DeploymentActions {
    /// What to ask the policy simulator for one account.
    /// - Parameters:
    ///   - types: the types of resource that stacks create there, e.g. `AWS::IAM::Role`.
    ///   - duties: what the program itself does there.
    ///   - account: twelve digits.
    ///   - region: the Region in the examples.
    ///   - partition: the partition in the examples.
    /// - Returns: a request for each resource; empty if nothing is done there.
    public static func requests(
        types: Set<String>, duties: Set<Duty>, account: String, region: String, partition: String
    ) -> [PermissionRequest] {
        let rows =
            Duty.allCases.filter(duties.contains).flatMap { calls[$0] ?? [] }
            + types.sorted().flatMap { made[$0] ?? [] }
        var order: [String] = []
        var actions: [String: [String]] = [:]
        for row in rows {
            let resource = row.resource.replacing("{p}", with: partition)
                .replacing("{r}", with: region).replacing("{a}", with: account)
            if actions[resource] == nil { order.append(resource) }
            for action in row.actions where actions[resource]?.contains(action) != true {
                actions[resource, default: []].append(action)
            }
        }
        return order.map { PermissionRequest(resource: $0, actions: actions[$0] ?? []) }
    }
}
