/// What reverts a call.
public enum Undo: Sendable, Hashable {
    /// Commands of the AWS CLI, without `aws` and without `--region`, in order. `{userName}` stands for
    /// what ``CallParts`` has under that path, `{arn}` and `{name}` for the changed resource.
    case run([String])

    /// What was there before stands in the plan only: `breakglass deploy` restores it.
    case deploy

    /// One command.
    static func run(_ command: String) -> Undo { .run([command]) }
}

/// What reverts one act, as far as the event states it.
public enum Undoing: Sendable, Hashable {
    /// Commands of a shell, in order.
    case commands([String])

    /// `breakglass deploy`.
    case deploy
}

extension Undo {
    /// The commands for one event.
    /// - Returns: ``Undoing/deploy`` if the event does not state a part that a command needs, or states
    ///   something that a shell would interpret.
    public func undoing(_ parts: CallParts) -> Undoing {
        guard case .run(let commands) = self else { return .deploy }
        var filled: [String] = []
        for command in commands {
            guard let text = parts.fill(command) else { return .deploy }
            filled.append("aws \(text)\(parts.regionOption)")
        }
        return .commands(filled)
    }
}
