import AccessPlan

extension RemovalTable {
    /// What stays, and until when.
    /// - Parameter day: the day on which a key goes that is deleted today, `YYYY-MM-DD`.
    /// - Returns: a line each; none where nothing stays.
    public func stays(keysUntil day: String) -> [String] {
        unknown + evidence + keys(until: day) + trail
    }

    /// Stacks that no deployment makes under their names.
    private var unknown: [String] {
        stacks.filter { $0.stage == nil }.map { stack in
            "\(stack.account)  \(stack.region)  \(stack.name): no deployment makes a stack of this "
                + "name; whoever made it has to delete it"
        }
    }

    private var evidence: [String] {
        guard !withEvidence else { return [] }
        return stacks.filter { $0.stage == .evidence }.flatMap { stack in
            let place = "\(stack.account)  \(stack.region)"
            guard stack.name == AlertPathNames.trail else {
                return [
                    "\(place)  \(stack.name): the archive \(AlertPathNames.archive) with its bus, "
                        + Self.period(stack.parameters["ArchiveDays"], of: "events"),
                    "\(place)  \(stack.name): the functions' logs, "
                        + Self.period(stack.parameters["LogDays"], of: "entries"),
                ]
            }
            return [
                "\(place)  \(stack.name): goes on logging into "
                    + "\(AlertPathNames.trailBucket(account: stack.account)), "
                    + Self.period(stack.parameters["LogDays"], of: "files")
            ]
        }
    }

    private static func period(_ days: String?, of things: String) -> String {
        switch days {
        case nil: "\(things) as long as its stack says"
        case "0": "\(things) forever"
        case let days?: "\(things) for \(days) days"
        }
    }

    private func keys(until day: String) -> [String] {
        let account = plan.emergencyAccount
        let now = stacks(in: .hub).map { $0.keyLine(until: day) }
        let before = keys.compactMap { key in
            key.day.map { "\(account)  \(key.region)  key \(key.id): pending deletion until \($0)" }
        }
        return now + before
    }

    private var trail: [String] {
        plan.trail.map { ["\($0.text): it is not ours, and stays as it is"] } ?? []
    }
}

extension FoundStack {
    /// The key of a hub, once its stack is deleted.
    /// - Parameter day: when AWS deletes it, `YYYY-MM-DD`.
    /// - Returns: a line for people.
    public func keyLine(until day: String) -> String {
        "\(account)  \(region)  the key of \(name): pending deletion until \(day)"
    }
}
