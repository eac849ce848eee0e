/// One way emergency access can be used, abused or weakened, as AWS records it.
///
/// Each is a value in a file of its own under `Kinds/`; ``EventKind/all`` is the catalogue.
struct EventKind: Sendable {
    /// What happens, as a sentence without a full stop.
    let title: String

    /// CloudTrail's `eventSource`.
    let source: String

    /// CloudTrail's `eventName`s, without the version that Lambda's carry.
    let names: [String]

    /// Adds what this kind of event states, and decides whether it is watched.
    let read: @Sendable (inout Reading) -> Void

    /// All of them.
    static let all: [EventKind] =
        [signIn, identityCenterSignIn, switchRole, assumeRole, assumeRoleWithSAML]
        + [temporaryCredentials, assumeRoot]
        + tampering

    /// The kind that an event is of, by source and name.
    static func of(_ record: CloudTrailRecord) -> EventKind? {
        guard let source = record.eventSource, let name = record.eventName else { return nil }
        // An unlisted step of signing in counts as well.
        return index[Key(source: source, name: unversioned(name))]
            ?? (SignIn.isSignIn(record) ? signIn : nil)
    }

    private struct Key: Hashable {
        let source: String
        let name: String
    }

    private static let index = Dictionary(
        all.flatMap { kind in kind.names.map { (Key(source: kind.source, name: $0), kind) } },
        uniquingKeysWith: { first, _ in first })

    /// `UpdateFunctionCode20150331v2` is `UpdateFunctionCode`: Lambda writes the API's date.
    static func unversioned(_ name: String) -> String {
        let bytes = Array(name.utf8)
        var end = bytes.count
        if end >= 2, isDigit(bytes[end - 1]), bytes[end - 2] == UInt8(ascii: "v") { end -= 2 }
        guard end > 8, bytes[end - 8..<end].allSatisfy(isDigit), !isDigit(bytes[end - 9]) else {
            return name
        }
        return String(decoding: bytes[..<(end - 8)], as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
