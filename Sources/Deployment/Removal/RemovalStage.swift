import AccessPlan

/// When something is deleted: a stage begins when the one before it is done.
///
/// | stage | because |
/// |---|---|
/// | stack sets | their stacks send to the hub, and StackSets need the organization |
/// | rules | the hub outlives whatever sends to it |
/// | access roles | roles go before the boundary and the provider that they name |
/// | access | nobody can use emergency access unheard: the hub's rules exist until here |
/// | hub | its functions come from the bucket of the code |
/// | code | – |
/// | evidence | only if it is asked for |
public enum RemovalStage: Int, Sendable, CaseIterable {
    case stackSets, rules, accessRoles, access, hub, code, evidence

    /// When a stack of this name is deleted.
    /// - Parameter name: e.g. `breakglass-hub`; `nil` comes of a name that no deployment gives.
    public init?(stack name: String) {
        guard name.hasPrefix(AlertPathNames.prefix) else { return nil }
        if Evidence.stacks.contains(name) {
            self = .evidence
            return
        }
        switch name.dropFirst(AlertPathNames.prefix.count) {
        case "organization": self = .stackSets
        case "region", "guard", "management", "guardrail", "workload": self = .rules
        case let name where name.hasPrefix("workload-roles-"): self = .rules
        case let name where name.hasPrefix("access-roles-"): self = .accessRoles
        case "access": self = .access
        case "hub": self = .hub
        case "code": self = .code
        default: return nil
        }
    }

    /// The order in which stack sets are deleted: rules forward by roles, so `region` goes last.
    /// - Parameter names: of all stack sets of ours.
    /// - Returns: groups; what is in one group can be deleted at the same time.
    public static func groups(ofStackSets names: [String]) -> [[String]] {
        let last = names.filter { $0 == "breakglass-region" }
        let first = names.filter { $0 != "breakglass-region" }.sorted()
        return [first, last].filter { !$0.isEmpty }
    }
}
