import AccessPlan
import Snapshots

extension Plan {
    /// The ids of the emergency groups, each once.
    var emergencyGroups: [String] { Set(accounts.flatMap(\.groups.values)).sorted() }

    /// The control group, by which a reader shows that it would see members.
    /// - Parameter read: reads a group by its id.
    /// - Returns: the group, or that the plan names none.
    func controlGroup(
        _ read: (_ id: String) async -> Observed<Snapshot.Group>
    ) async -> Observed<Snapshot.Group> {
        guard let id = identityProvider?.controlGroup else {
            return .unavailable(
                Unavailable("the control group", .notConfigured, detail: "the plan names none"))
        }
        return await read(id)
    }

    /// What the names of all emergency groups begin with, and no others: the groups of everyday work
    /// may be named alike, but lead to other roles.
    var groupNamePrefix: String {
        let name = (identityProvider?.groupName ?? "").replacing(
            "{account}", with: emergencyAccount)
        guard let role = name.firstRange(of: "{role}") else { return name }
        return name[..<role.lowerBound] + RoleNames.workload("")
    }
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
