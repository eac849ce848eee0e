public import AccessPlan

extension PreflightAnswer {
    /// Which Regions get rules: an answer for each gap, and one for each account without any.
    /// - Parameters:
    ///   - matrix: the Regions of all accounts.
    ///   - notes: what could not be read: a sentence with a `hint:` line.
    ///   - plan: knows the accounts' names.
    ///   - until: the last day of the waiver that is proposed, `YYYY-MM-DD`.
    /// - Returns: answers; a gap stops nothing, since the other Regions can be deployed.
    public static func regions(
        _ matrix: RegionMatrix, notes: [String], plan: Plan, until: String
    ) -> [PreflightAnswer] {
        var answers: [PreflightAnswer] = []
        var incomplete: Set<String> = []
        for gap in matrix.gaps {
            let (fact, remedy) = gap.words(plan, until: until).factAndHint
            incomplete.formUnion(gap.accounts)
            answers.append(
                PreflightAnswer(
                    .regions, gap.waiver == nil ? .no : .yes, account: gap.accounts.first,
                    fact, remedy: gap.waiver == nil ? remedy : nil))
        }
        var covered: [String: Int] = [:]
        for cell in matrix.cells {
            guard case .covered = cell.state else { continue }
            covered[cell.account, default: 0] += 1
        }
        for account in plan.watchedAccounts where !incomplete.contains(account) {
            let count = covered[account] ?? 0
            answers.append(
                PreflightAnswer(
                    .regions, count > 0 ? .yes : .no, account: account,
                    count > 0 ? "\(count) Regions get rules" : "no Region gets rules"))
        }
        for note in notes {
            let (fact, remedy) = note.factAndHint
            answers.append(
                PreflightAnswer(
                    .regions, .unknown, account: plan.emergencyAccount, fact, remedy: remedy))
        }
        return answers
    }
}

extension String {
    /// A fact and the `hint:` lines after it, the latter on one line without the label.
    var factAndHint: (fact: String, hint: String?) {
        let lines = split(separator: "\n").map(String.init)
        let hints = lines.dropFirst().map { String($0.trimmingPrefix("hint: ")) }
        return (lines.first ?? "", hints.isEmpty ? nil : hints.joined(separator: " "))
    }
}
