/// What the policy simulator says of one action.
public struct PermissionVerdict: Sendable, Hashable {
    /// E.g. `iam:CreateRole`.
    public let action: String

    /// Whether it is allowed.
    public let isAllowed: Bool

    /// Whether the organization's policies do not allow it.
    public let isOutsideOrganization: Bool

    /// Condition keys that the simulation had no value for: the answer may be another one in truth.
    public let missingContext: [String]

    /// Makes a verdict.
    public init(
        action: String, isAllowed: Bool, isOutsideOrganization: Bool = false,
        missingContext: [String] = []
    ) {
        self.action = action
        self.isAllowed = isAllowed
        self.isOutsideOrganization = isOutsideOrganization
        self.missingContext = missingContext
    }
}

extension PreflightAnswer {
    /// Whether a caller has the permissions of a deployment.
    /// - Parameters:
    ///   - account: whose credentials.
    ///   - caller: the ARN that was simulated.
    ///   - verdicts: one for each action and resource.
    ///   - unread: why some could not be simulated; `nil` if all could.
    /// - Returns: yes only if everything was simulated and allowed.
    public static func permissions(
        account: String, caller: String, _ verdicts: [PermissionVerdict], unread: String?
    ) -> PreflightAnswer {
        let refused = verdicts.filter { !$0.isAllowed }
        let certain = refused.filter {
            $0.isOutsideOrganization || $0.missingContext.isEmpty
        }
        if !certain.isEmpty {
            let names = certain.map(\.action).inOrder
            let policies = certain.contains(where: \.isOutsideOrganization)
            return PreflightAnswer(
                .permissions, .no, account: account,
                "\(caller) may not \(names.few)"
                    + (policies ? ": a service control policy is in the way" : ""),
                remedy: "allow \(names.joined(separator: ", ")) to \(caller)", stops: true)
        }
        if let doubt = refused.first {
            return PreflightAnswer(
                .permissions, .unknown, account: account,
                "whether \(caller) may \(refused.map(\.action).inOrder.few) depends on "
                    + doubt.missingContext.joined(separator: ", ")
                    + ", which the simulation cannot know")
        }
        if let unread {
            return PreflightAnswer(
                .permissions, .unknown, account: account,
                "the permissions of \(caller) cannot be simulated: \(unread)",
                remedy: "allow iam:SimulatePrincipalPolicy and iam:GetRole to \(caller)")
        }
        let count = Set(verdicts.map(\.action)).count
        return PreflightAnswer(
            .permissions, .yes, account: account,
            "\(caller) may do all \(count) actions, by simulation")
    }
}

extension [String] {
    /// Each once, in order of appearance.
    fileprivate var inOrder: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }

    /// The first few, and how many more.
    fileprivate var few: String {
        prefix(5).joined(separator: ", ") + (count > 5 ? " and \(count - 5) more" : "")
    }
}
