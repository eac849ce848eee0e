import AccessPlan

/// How accounts are named in findings, looked up once: a thousand accounts ask for it.
struct AccountWords {
    private let names: [String: String]

    init(_ plan: Plan) {
        var names = Dictionary(
            plan.accounts.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        names[plan.emergencyAccount] = "emergency access"
        self.names = names
    }

    /// "111122223333 (production)".
    func callAsFunction(_ id: String) -> String {
        names[id].map { "\(id) (\($0))" } ?? id
    }
}
