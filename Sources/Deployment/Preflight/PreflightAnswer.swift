/// What was found out about one question, in one place, before a deployment.
public struct PreflightAnswer: Sendable, Hashable {
    /// How a question is answered.
    public enum Verdict: String, Sendable, CaseIterable {
        /// Nothing is in the way.
        case yes
        /// Something is in the way.
        case no
        /// It could not be asked.
        case unknown
        /// The plan does not depend on it.
        case notNeeded = "not needed"
    }

    /// The question.
    public let question: PreflightQuestion

    /// The account that it is about, twelve digits; `nil` where it is about none.
    public let account: String?

    /// The Region that it is about; `nil` where it is about the whole account.
    public let region: String?

    /// The answer.
    public let verdict: Verdict

    /// What was found, as a sentence without a period.
    public let fact: String

    /// What to do about it: a command where there is one.
    public let remedy: String?

    /// Whether nothing can be deployed before it is fixed.
    public let stops: Bool

    /// Makes an answer.
    /// - Parameters:
    ///   - question: what was asked.
    ///   - verdict: the answer.
    ///   - account: twelve digits.
    ///   - region: its name.
    ///   - fact: what was found.
    ///   - remedy: what to do about it.
    ///   - stops: whether a deployment is impossible; only a "no" stops one.
    public init(
        _ question: PreflightQuestion, _ verdict: Verdict, account: String? = nil,
        region: String? = nil, _ fact: String, remedy: String? = nil, stops: Bool = false
    ) {
        self.question = question
        self.verdict = verdict
        self.account = account
        self.region = region
        self.fact = fact
        self.remedy = remedy
        self.stops = stops && verdict == .no
    }
}

/// What is asked before a deployment, in the order in which people read it.
public enum PreflightQuestion: String, Sendable, CaseIterable {
    case account
    case permissions
    case identities
    case stacks
    case rules
    case concurrency
    case archive
    case sms
    case patterns
    case trail
    case regions
    case stackSetAccess = "stack-set-access"
    case serviceRoles = "service-roles"
    case policyType = "policy-type"
    case policySlots = "policy-slots"

    /// What has to be true for the answer yes.
    public var title: String {
        switch self {
        case .account: "The credentials are of the planned account and partition"
        case .permissions: "The caller may do what a deployment does"
        case .identities: "IAM has room for the roles, policies, and users"
        case .stacks: "CloudFormation has room for the stacks"
        case .rules: "The default bus has room for the rules"
        case .concurrency: "Lambda can reserve executions for the publisher"
        case .archive: "EventBridge has archives"
        case .sms: "Text messages reach every number"
        case .patterns: "EventBridge takes the pattern of every rule"
        case .trail: "A trail delivers all management events to EventBridge"
        case .regions: "Every enabled Region gets rules or is waived"
        case .stackSetAccess: "StackSets reach the accounts of the organization"
        case .serviceRoles: "The roles that AWS services need are there"
        case .policyType: "Service control policies are enabled"
        case .policySlots: "Each target has room for the guardrail's policies"
        }
    }
}
