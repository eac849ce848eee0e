import Text

/// The summary of a run with which the next run compares: facts, not judgments.
public struct RunDigest: Sendable, Hashable {
    /// Version of the JSON form.
    public static let schema = "breakglass.digest/1"

    /// When that run began: seconds since 1970.
    public var takenAt: Int

    /// When a report last raised an alert: seconds since 1970; `nil` when none ever did.
    public var toldAt: Int?

    /// How many runs in a row found nothing.
    public var cleanRuns: Int

    /// When groups and app were last changed, by their id: seconds since 1970.
    public var changes: [String: Int]

    /// What was found, `CHECK|STATE|RESOURCE`, sorted.
    public var found: [String]

    /// Makes a digest.
    public init(
        takenAt: Int, toldAt: Int? = nil, cleanRuns: Int = 0, changes: [String: Int] = [:],
        found: [String] = []
    ) {
        self.takenAt = takenAt
        self.toldAt = toldAt
        self.cleanRuns = cleanRuns
        self.changes = changes
        self.found = found
    }
}

extension RunDigest {
    /// The digest as one line of JSON.
    public var json: [UInt8] {
        var out = JSONWriter(capacity: 4096)
        out.openObject()
        out.member("schema", Self.schema)
        out.member("takenAt", takenAt)
        out.member("toldAt", toldAt)
        out.member("cleanRuns", cleanRuns)
        out.key("changes")
        out.openObject()
        for (id, time) in changes.sorted(by: { $0.key < $1.key }) {
            out.key(id)
            out.value(time)
        }
        out.closeObject()
        out.member("found", found)
        out.closeObject()
        return out.bytes
    }

    /// Why bytes are not a digest.
    public struct Malformed: Error, Sendable, Hashable, CustomStringConvertible {
        /// E.g. "it is not a digest".
        public let description: String
    }

    /// Reads a digest.
    /// - Parameter json: what ``json`` wrote.
    /// - Throws: ``Malformed`` when it is not a digest, or is one of another version.
    public init(json: [UInt8]) throws(Malformed) {
        var scanner = JSONScanner(json)
        var schema: String?
        var digest = RunDigest(takenAt: 0)
        var hasTime = false
        scanner.object { scanner, key in
            switch key {
            case "schema": schema = scanner.text()
            case "takenAt":
                if let time = scanner.number() {
                    digest.takenAt = time
                    hasTime = true
                }
            case "toldAt": digest.toldAt = scanner.number()
            case "cleanRuns": digest.cleanRuns = max(0, scanner.number() ?? 0)
            case "changes":
                scanner.object { scanner, key in
                    if let time = scanner.number() { digest.changes[key.name] = time }
                }
            case "found":
                scanner.array { scanner in
                    if let text = scanner.text() { digest.found.append(text) }
                }
            default: break
            }
        }
        guard scanner.fault == nil, hasTime else {
            throw Malformed(description: "it is not a digest")
        }
        guard schema == Self.schema else {
            throw Malformed(description: "its schema is \(schema ?? "not stated")")
        }
        self = digest
    }
}

extension JSONScanner {
    /// A whole number; `nil` for anything else.
    fileprivate mutating func number() -> Int? {
        text(limit: 32).flatMap { Int($0) }
    }
}
