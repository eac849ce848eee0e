public import Alerts

/// What an event stores about the access key that it issued, for the next event with that key.
///
/// It is stored in a table that others may have written to. An entry that no event could have
/// stored is not a link.
public struct SessionLink: Sendable, Hashable {
    /// The key that was issued, or the id of the sign-in session: an identifier, not a secret.
    public let accessKeyID: String

    /// The thread of the sign-in that the new session belongs to.
    public let thread: String

    /// Who signed in. A name that nobody vouches for says so.
    public let person: Alert.Person?

    /// When the key was issued: seconds since 1970.
    public let began: Int

    /// When the key expires: seconds since 1970.
    public let ends: Int

    /// Creates a link; `nil` if AWS would not write one of the parts.
    public init?(
        accessKeyID: String, thread: String, person: Alert.Person?, began: Int, ends: Int
    ) {
        guard Self.isKey(accessKeyID), Self.isThread(thread),
            (0...Self.lastSecond).contains(began), ends >= began, ends - began <= Self.longest
        else { return nil }
        if let person, !Self.isKept(person) { return nil }
        self.accessKeyID = accessKeyID
        self.thread = thread
        self.person = person
        self.began = began
        self.ends = ends
    }

    /// Whether a person may stand in a link: a name that somebody vouches for, or one that a caller chose.
    static func isKept(_ person: Alert.Person) -> Bool {
        guard let name = person.name, let source = person.source, !name.isEmpty,
            name.utf8.count <= longestName
        else { return false }
        return person.vouched || [.sessionName, .sourceIdentity, .federatedUser].contains(source)
    }

    /// Whether the key worked at a time.
    func covers(_ time: Int) -> Bool {
        time >= began - Self.slack && time <= ends + Self.slack
    }

    /// Whether a session that began then may be this one: CloudTrail's two times differ slightly.
    func began(near time: Int) -> Bool {
        time >= began - Self.slack && time <= began + Self.slack
    }

    /// Seconds.
    private static let slack = 5

    /// A federation token's 36 hours; a role's session lasts 12 at most.
    private static let longest = 36 * 3_600

    private static let longestName = 512

    /// The end of the year 9999.
    private static let lastSecond = 253_402_300_799

    /// `ASIA…`: 16 to 128 letters and digits.
    static func isKey(_ text: String) -> Bool {
        (16...128).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    }

    /// `ID@2026-07-01`.
    static func isThread(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (12...longestName).contains(bytes.count) else { return false }
        return bytes[bytes.count - 11] == UInt8(ascii: "@")
            && bytes.suffix(10).enumerated().allSatisfy { index, byte in
                index == 4 || index == 7
                    ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
            }
    }
}

/// The sign-in that an event belongs to.
public struct SessionOrigin: Sendable, Hashable {
    /// The thread of all its alerts.
    public var thread: String

    /// Who signed in. A name that nobody vouches for says so.
    public var person: Alert.Person?

    /// Makes an origin.
    public init(thread: String, person: Alert.Person? = nil) {
        self.thread = thread
        self.person = person
    }

    /// What a link of exactly this key states.
    public init(_ link: SessionLink) {
        self.init(thread: link.thread, person: link.person)
    }
}
