public import AccessPlan

extension RegionMatrix {
    /// A Region that should have rules and gets none, in one account or in several.
    public struct Gap: Sendable, Hashable {
        /// The Region; `*` for those of an account that are not known.
        public let region: String
        /// The accounts, all for the same reason.
        public let accounts: [String]
        /// Why, as a sentence without subject: "policy p-1 denies it".
        public let reason: String
        /// What would close it, if that is not in the policy's hands alone.
        public let remedy: String
        /// Whether sign-ins at the global endpoint are recorded there.
        public let isLoud: Bool
        /// The waiver that accepts it.
        public let waiver: Plan.Waiver?

        /// The resource that a waiver names.
        public var resource: String {
            "\(accounts.count == 1 ? accounts[0] : "*")/\(region)"
        }
    }

    /// What is missing in the accounts that the plan watches: the loudest first.
    public var gaps: [Gap] {
        struct Key: Hashable {
            let region: String
            let reason: String
            let remedy: String
            let waiver: Plan.Waiver?
        }
        let watched = Set(plan.watchedAccounts)
        var order: [Key] = []
        var accounts: [Key: [String]] = [:]
        for cell in cells where watched.contains(cell.account) {
            guard let (reason, remedy) = cell.state.gap else { continue }
            var region = cell.region
            // One line an account, not one for each Region that nobody could ask about.
            if case .unknown = cell.state { region = "*" }
            if case .unreached = cell.state { region = "*" }
            let key = Key(
                region: region, reason: reason, remedy: remedy,
                waiver: plan.regionWaiver(cell.account, region, on: day))
            if accounts[key] == nil { order.append(key) }
            if accounts[key]?.contains(cell.account) != true {
                accounts[key, default: []].append(cell.account)
            }
        }
        let loud = plan.globalSignInRegions
        return order.map { key in
            Gap(
                region: key.region, accounts: accounts[key] ?? [], reason: key.reason,
                remedy: key.remedy, isLoud: loud.contains(key.region), waiver: key.waiver)
        }.sorted { one, other in
            (one.isLoud ? 0 : 1, one.region, one.accounts[0])
                < (other.isLoud ? 0 : 1, other.region, other.accounts[0])
        }
    }
}

extension RegionMatrix.State {
    /// Why it is a gap, and what closes it; `nil` if it is none.
    fileprivate var gap: (reason: String, remedy: String)? {
        switch self {
        case .covered, .skipped, .off: nil
        case .waived: ("the plan leaves it out", "remove the waiver")
        case .enabling: ("it is being enabled", "run this again when it is")
        case .denied(let policy):
            (
                "\(policy) denies it",
                "exempt arn:*:iam::*:role/stacksets-exec-* there by aws:PrincipalArn"
            )
        case .unknown(let why):
            (
                "its opt-in Regions are not known: \(why)",
                "aws organizations enable-aws-service-access --service-principal account.amazonaws.com"
            )
        case .unreached(let why): (why, "put the account within reach")
        }
    }
}

extension RegionMatrix.Gap {
    /// What is missing, and what to do: a fact and a `hint:` line.
    /// - Parameters:
    ///   - plan: knows the accounts' names.
    ///   - until: an example of a last day.
    /// - Returns: lines without a line feed at their end.
    public func words(_ plan: Plan, until: String) -> String {
        let names = Dictionary(plan.accounts.map { ($0.id, $0.name) }) { first, _ in first }
        let few = accounts.prefix(3).map { id in names[id].map { "\(id) (\($0))" } ?? id }
        let whose =
            few.joined(separator: ", ")
            + (accounts.count > few.count ? " and \(accounts.count - few.count) more" : "")
        let place = region == "*" ? "account \(whose)" : "\(region) of \(whose)"
        let fact =
            isLoud
            ? "NOBODY HEARS SIGN-INS recorded in \(place): \(reason)"
            : "\(place) gets no rules: \(reason)"
        if let waiver { return "\(fact); waived until \(waiver.until): \(waiver.reason)" }
        return """
            \(fact)
            hint: \(remedy), or accept it in the plan:
            hint: waivers: [ { check: \(Plan.regionCheck), resource: "\(resource)", \
            reason: "…", until: \(until) } ]
            """
    }
}
