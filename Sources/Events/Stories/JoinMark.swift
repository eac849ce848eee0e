public import Alerts

/// What an event leaves under a ``JoinKey`` for the next event of its session.
///
/// It is stored in a table that others may have written to. What no event could have left is not a
/// mark.
public struct JoinMark: Sendable, Hashable {
    /// The thread of the sign-in.
    public let thread: String

    /// Who signed in. A name that nobody vouches for says so.
    public var person: Alert.Person?

    /// The access key that the event issued: an identifier, not a secret.
    public var accessKeyID: String?

    /// Whether the session uses no other key than that one, unless it goes to the console.
    public var isOnlyKey = false

    /// Whether the event is the console's, which uses keys that no event states.
    public var isConsole = false

    /// The id of the event whose alert tells this act.
    public var act: String?

    /// Makes a mark; `nil` if no event would leave one of the parts.
    public init?(
        thread: String, person: Alert.Person? = nil, accessKeyID: String? = nil,
        isOnlyKey: Bool = false, isConsole: Bool = false, act: String? = nil
    ) {
        guard Self.isThread(thread), person.map(Self.isKept) ?? true,
            accessKeyID.map(Self.isKey) ?? true, (act?.utf8.count ?? 0) <= Self.longestName
        else { return nil }
        self.thread = thread
        self.person = person
        self.accessKeyID = accessKeyID
        self.isOnlyKey = isOnlyKey
        self.isConsole = isConsole
        self.act = act
    }

    /// Whether a person may stand in a mark: a name that somebody vouches for, or one that a caller chose.
    static func isKept(_ person: Alert.Person) -> Bool {
        guard let name = person.name, let source = person.source, !name.isEmpty,
            name.utf8.count <= longestName
        else { return false }
        return person.vouched || [.sessionName, .sourceIdentity, .federatedUser].contains(source)
    }

    /// `ASIA…`: 16 to 128 letters and digits.
    static func isKey(_ text: String) -> Bool {
        (16...128).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    }

    /// `ID@2026-07-01T12:00:00Z`.
    static func isThread(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (22...longestName).contains(bytes.count) else { return false }
        let form = Array("@0000-00-00T00:00:00Z".utf8)
        return zip(bytes.suffix(form.count), form).allSatisfy { byte, expected in
            expected == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == expected
        }
    }

    /// When a thread began, as its name has it: threads of one sign-in are told under the earliest.
    static func start(of thread: String) -> String {
        String(decoding: thread.utf8.suffix(20), as: UTF8.self)
    }

    private static let longestName = 512
}
