import AccessPlan

/// One row of the table of severities: under which condition an alert is how urgent, and why.
struct SeverityRow: Sendable {
    /// What was done.
    let deeds: [Deed]

    /// By whom.
    let doers: [Doer]

    /// Whether it was expected.
    let standings: [Standing]

    /// How urgent it is; `nil` if the alert came with its severity.
    let severity: Severity?

    /// How urgent it is if it failed.
    let ifFailed: Severity?

    /// Why.
    let reason: String

    init(
        _ deeds: [Deed], by doers: [Doer] = Doer.allCases,
        when standings: [Standing] = Standing.allCases,
        _ severity: Severity?, failed ifFailed: Severity?, _ reason: String
    ) {
        self.deeds = deeds
        self.doers = doers
        self.standings = standings
        self.severity = severity
        self.ifFailed = ifFailed
        self.reason = reason
    }

    /// Whether it is the row of an act.
    func holds(_ deed: Deed, by doer: Doer, _ standing: Standing) -> Bool {
        deeds.contains(deed) && doers.contains(doer) && standings.contains(standing)
    }

    /// The row of an act. Exactly one holds, which a test proves; without it an alert is critical.
    static func of(_ deed: Deed, by doer: Doer, _ standing: Standing) -> SeverityRow? {
        all.first { $0.holds(deed, by: doer, standing) }
    }
}
