public import Snapshots
import Text

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

    /// Reads a digest.
    /// - Parameter json: what ``json`` wrote.
    /// - Throws: when it is none, or one of another version.
    public init(json: [UInt8]) throws(Unavailable) {
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
        let part = "the last run"
        guard scanner.fault == nil, hasTime else {
            throw Unavailable(part, .malformed, detail: "it is no digest")
        }
        guard schema == Self.schema else {
            throw Unavailable(part, .malformed, detail: "its schema is \(schema ?? "not stated")")
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
