/// What reverts a call.
public enum Undo: Sendable, Hashable {
    /// Commands of the AWS CLI, without `aws` and without `--region`, in order.
    ///
    /// - `{userName}` stands for what ``CallParts`` has under that path, `{arn}` and `{name}` for the
    ///   changed resource. Root has no name: its keys and devices are changed by itself alone.
    /// - `{ids*}` stands for every value under that path, `{tags keys}` for the keys of tags.
    /// - `{status?Active:Inactive}` stands for the other one of two values, `{flag?true=no:false=yes}`
    ///   for what belongs to the one that the event states.
    /// - `[ --target-id {targetId}]` is left out if the event states no such part.
    case run([String])

    /// Commands that remove what a call put, written like those of ``run(_:)``. What had been there
    /// under the same name they do not restore: ours stands in the plan.
    case remove([String])

    /// What was there before stands in the plan only: `breakglass deploy` restores it.
    case deploy

    /// No command reverts it, and no deployment: what people have to do, as a sentence without a full
    /// stop, in the imperative. `{group}` and `[ {member} from]` stand for names that the event states.
    /// `root` is said instead where root's own key, device or password was changed.
    case byHand(String, root: String? = nil)

    /// Nothing reverts it: what people have to do instead, as a sentence without a full stop.
    case never(String)

    /// What people have to do, and the command that shows what to do it with, written like those of
    /// ``run(_:)``.
    case find(String, by: String)

    /// Commands as ``run(_:)`` has them; where an event does not state a part of them, what people have to do,
    /// as ``find(_:by:)`` has it.
    case runOrFind([String], String, by: String)

    /// Every command of it, as written.
    public var commands: [String] {
        switch self {
        case .run(let commands), .remove(let commands): commands
        case .find(_, let command): [command]
        case .runOrFind(let commands, _, let command): commands + [command]
        case .deploy, .byHand, .never: []
        }
    }

    /// One command.
    static func run(_ command: String) -> Undo { .run([command]) }

    /// One command that removes what was put.
    static func remove(_ command: String) -> Undo { .remove([command]) }
}

/// What reverts one act, as far as the event states it.
public enum Undoing: Sendable, Hashable {
    /// Commands of a shell, in order.
    case commands([String])

    /// `breakglass deploy`.
    case deploy

    /// Commands that remove what was put, in order. What had been there they do not restore.
    case removal([String])

    /// What people have to do: a sentence without a full stop.
    case byHand(String)

    /// Nothing reverts it: what people have to do instead.
    case never(String)
}

extension Undo {
    /// The commands for one event.
    /// - Returns: ``Undoing/deploy`` if the event does not state a part that a command needs, or states
    ///   something that a shell would interpret. What is root's own, only root can take back.
    public func undoing(_ parts: CallParts) -> Undoing {
        switch self {
        case .deploy: return .deploy
        case .byHand(let sentence, let root):
            return .byHand(parts.told(parts.isRoot ? root ?? sentence : sentence))
        case .never(let sentence): return .never(parts.told(sentence))
        case .run(let commands):
            return filled(commands, parts).map(Undoing.commands) ?? parts.otherwise
        case .remove(let commands):
            return filled(commands, parts).map(Undoing.removal) ?? parts.otherwise
        case .find(let sentence, let command):
            return filled([command], parts).map {
                .byHand("\(sentence): `\($0[0])` shows it")
            } ?? .deploy
        case .runOrFind(let commands, let sentence, let command):
            let undoing = Undo.run(commands).undoing(parts)
            return undoing == .deploy ? Undo.find(sentence, by: command).undoing(parts) : undoing
        }
    }

    private func filled(_ commands: [String], _ parts: CallParts) -> [String]? {
        guard let region = parts.regionOption else { return nil }
        var filled: [String] = []
        for command in commands {
            guard let text = parts.fill(command) else { return nil }
            filled.append("aws \(text)\(region)")
        }
        return filled
    }
}
