import Templates

/// A stack or stack set that is there, and that the plan does not ask for.
public struct UnwantedStack: Sendable, Hashable {
    /// Its name.
    public let name: String

    /// It is deleted before this stage; nil is after the last one.
    public let stage: Int?
}

extension Wanted {
    /// The stacks of a former plan that this one does not ask for.
    ///
    /// What every plan needs stays: only what a plan adds can be taken out of it.
    /// - Parameters:
    ///   - deployed: the names of the stacks that are there.
    ///   - account: whose they are.
    ///   - region: where they are.
    ///   - management: the management account, if there are credentials for it.
    /// - Returns: in the order of the names.
    public func unwanted(
        _ deployed: some Sequence<String>, account: String, region: String, management: String?
    ) -> [UnwantedStack] {
        let wanted = Set(
            stacks.filter { $0.place.account == account && $0.place.region == region }.map(\.name))
        return Set(deployed).subtracting(wanted).sorted().compactMap { name in
            switch name {
            case "breakglass-workload":
                guard account == management else { return nil }
                // The stack management has the audit role again after that.
                return UnwantedStack(name: name, stage: Stage.access)
            case "breakglass-guard", "breakglass-guardrail": break
            case _ where name.hasPrefix("breakglass-access-roles-"): break
            case _ where name.hasPrefix("breakglass-workload-roles-"): break
            default: return nil
            }
            return UnwantedStack(name: name, stage: nil)
        }
    }

    /// The stacks of a plan whose hubs were in other Regions: the names of their roles and users exist
    /// once in an account, so they have to go before new ones are made.
    /// - Parameters:
    ///   - deployed: the names of the stacks that are there.
    ///   - account: whose they are: the emergency access account.
    ///   - region: where they are.
    /// - Returns: names, in order.
    public func ofFormerHub(
        _ deployed: some Sequence<String>, account: String, region: String
    ) -> [String] {
        let wanted = stacks.filter { $0.place.account == account && $0.place.region == region }
        return Set(deployed).intersection(["breakglass-hub", "breakglass-access"])
            .subtracting(wanted.map(\.name)).sorted()
    }

    /// The stack sets of a former plan that this one does not ask for.
    /// - Parameter deployed: the names of the stack sets that are there.
    /// - Returns: names, in order.
    public func unwantedSets(_ deployed: some Sequence<String>) -> [String] {
        let wanted = Set(sets.map(\.name))
        return Set(deployed).filter { $0.hasPrefix("breakglass-") && !wanted.contains($0) }.sorted()
    }

    /// The stacks of a deployment without organization that stack sets create by now: they have to
    /// be deleted first.
    /// - Parameters:
    ///   - deployed: the names of the stacks that are there.
    ///   - account: whose they are: the emergency access account.
    /// - Returns: names, in order; none where stacks of these names are wanted there.
    public func inTheWay(_ deployed: some Sequence<String>, account: String) -> [String] {
        guard !sets.isEmpty else { return [] }
        let wanted = Set(stacks.filter { $0.place.account == account }.map(\.name))
        return Set(sets.map(\.name)).subtracting(wanted).intersection(deployed).sorted()
    }
}

/// Which stacks hold evidence: they outlive a deployment.
public enum Evidence {
    /// Their names.
    public static let stacks: Set<String> = ["breakglass-evidence", "breakglass-trail"]
}
