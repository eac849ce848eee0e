import Alerts
import Calls

/// One way in which emergency access can be used, attempted or weakened, as AWS records it.
///
/// Each is a value in a file of its own under `Kinds/`; ``EventKind/all`` is the catalog.
struct EventKind: Sendable {
    /// What happens, as a sentence without a full stop.
    let title: String

    /// CloudTrail's `eventSource`.
    let source: String

    /// CloudTrail's `eventName`s.
    let names: [String]

    /// Adds what this kind of event states, and decides whether it is watched.
    let read: @Sendable (inout Reading) -> Void

    /// All of them.
    static let all: [EventKind] =
        [signIn, identityCenterSignIn, switchRole, assumeRole, assumeRoleWithSAML]
        + [temporaryCredentials, assumeRoot]

    /// The kind that an event is of, by source and name.
    static func of(_ record: CloudTrailRecord) -> EventKind? {
        guard let source = record.eventSource, let name = record.eventName else { return nil }
        if let kind = index[Key(source: source, name: name)] { return kind }
        // A sign-in event that is not listed counts as well.
        return SignIn.isSignIn(record) && Call.classOf(.signIn, name) == nil ? signIn : nil
    }

    /// Whether a kind lists it by name.
    static func isListed(_ record: CloudTrailRecord) -> Bool {
        guard let source = record.eventSource, let name = record.eventName else { return false }
        return index[Key(source: source, name: name)] != nil
    }

    private struct Key: Hashable {
        let source: String
        let name: String
    }

    private static let index = Dictionary(
        all.flatMap { kind in kind.names.map { (Key(source: kind.source, name: $0), kind) } },
        uniquingKeysWith: { first, _ in first })
}
