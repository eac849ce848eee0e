import BreakGlass

extension Plan {
    /// The ids of the emergency groups, each once.
    var emergencyGroups: [String] { Set(accounts.flatMap(\.groups.values)).sorted() }

    /// Whether some role's group can only be found by its name.
    var hasGroupWithoutID: Bool {
        accounts.contains { account in account.roles.contains { account.groups[$0] == nil } }
    }

    /// What the names of all emergency groups begin with.
    var groupNamePrefix: String {
        String(
            (identityProvider?.groupName ?? "").replacing("{account}", with: emergencyAccount)
                .split(separator: "{role}", maxSplits: 1, omittingEmptySubsequences: false)
                .first ?? "")
    }
}

extension Listing<Snapshot.GroupName> {
    /// Names matter only where the plan stores no id.
    static let notNeeded = Listing(
        [],
        unread: Unavailable(
            "the names of groups", .notConfigured, detail: "the plan stores every group's id"))
}

/// Puts many questions, a few at a time.
///
/// - Parameters:
///   - keys: what to ask about.
///   - width: how many at a time, so that an API's limit of concurrent calls is not met.
///   - ask: one question.
/// - Returns: the answers by key.
func askEach<Answer: Sendable>(
    _ keys: [String], width: Int = 8, _ ask: @escaping @Sendable (String) async -> Answer
) async -> [String: Answer] {
    await withTaskGroup(of: (String, Answer).self) { group in
        var answers: [String: Answer] = [:]
        var rest = keys[...]
        for key in rest.prefix(width) { group.addTask { (key, await ask(key)) } }
        rest = rest.dropFirst(width)
        for await (key, answer) in group {
            answers[key] = answer
            if let next = rest.popFirst() { group.addTask { (next, await ask(next)) } }
        }
        return answers
    }
}
