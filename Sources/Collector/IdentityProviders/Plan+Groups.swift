import AccessPlan
import Snapshots

extension Plan {
    /// The ids of the emergency groups, each once.
    var emergencyGroups: [String] { Set(accounts.flatMap(\.groups.values)).sorted() }

    /// The control group, which proves that a reader can see members.
    /// - Parameter read: reads a group by its id.
    /// - Returns: the group, or the reason that the plan does not name one.
    func controlGroup(
        _ read: (_ id: String) async -> Observed<Snapshot.Group>
    ) async -> Observed<Snapshot.Group> {
        guard let id = identityProvider?.controlGroup else {
            return .unavailable(
                Unavailable("the control group", .notConfigured, detail: "the plan names none"))
        }
        return await read(id)
    }

    /// The common prefix of the names of all emergency groups, and of no others: groups for
    /// everyday work may have similar names, but lead to other roles.
    var groupNamePrefix: String {
        let name = (identityProvider?.groupName ?? "").replacing(
            "{account}", with: emergencyAccount)
        guard let role = name.firstRange(of: "{role}") else { return name }
        return name[..<role.lowerBound] + RoleNames.workload("")
    }
}

/// Makes many calls, a few at a time.
///
/// - Parameters:
///   - keys: the argument of each call.
///   - width: how many at a time, below the API's limit of concurrent calls.
///   - ask: one call.
/// - Returns: the results by key.
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
