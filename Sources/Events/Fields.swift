import Text

/// The plain members of one JSON object: `requestParameters` and its like, whose keys differ from
/// one API to the next.
///
/// Bounded: 128 members of 2,048 bytes (an ARN's limit), lists of 128 (DeleteAlarms takes 100);
/// longer values are documents that nothing here reads, such as SAML metadata. Members that hold
/// secrets are never kept. Names are matched case-insensitively: AWS writes `regionName` and
/// `RegionName`.
struct Fields: Sendable {
    private var members: [(key: String, value: String)] = []

    /// Values of members that are lists of plain values, by key: `alarmNames`.
    private(set) var lists: [(key: String, values: [String])] = []

    /// The object was there, but as something else than an object or null.
    private(set) var malformed = false

    /// The object was there.
    private(set) var isPresent = false

    subscript(_ key: String) -> String? {
        members.first { $0.key.isSameName(as: key) }?.value
    }

    /// All values, for a search by value.
    var values: [String] { members.map(\.value) + lists.flatMap(\.values) }

    /// Texts further inside, without their keys.
    private var nested: [String] = []

    /// All values at any depth.
    var everyValue: [String] { values + nested }

    /// The plain values behind a key, be it one or a list.
    func all(_ key: String) -> [String] {
        if let value = self[key] { return [value] }
        return lists.first { $0.key.isSameName(as: key) }?.values ?? []
    }

    /// CloudTrail says that it left the members out because they were too long.
    var isOmitted: Bool { self["omitted"] == "true" }

    /// Reads the object. With `inside`, texts inside of its members are kept, without their keys; else
    /// `nested` reads or leaves a member that is an object.
    mutating func read(
        _ scanner: inout JSONScanner, inside: Bool = false,
        nested: (inout JSONScanner, JSONScanner.Key) -> Void = { _, _ in }
    ) {
        guard scanner.next == UInt8(ascii: "{") else {
            malformed = scanner.next != UInt8(ascii: "n")
            return scanner.skipValue()
        }
        isPresent = true
        scanner.object { scanner, key in
            switch scanner.next {
            case UInt8(ascii: "{") where inside: readNested(&scanner)
            case UInt8(ascii: "{"): nested(&scanner, key)
            case UInt8(ascii: "["): readList(&scanner, key, inside: inside)
            default:
                guard !Secrets.isMember(key) else { return }
                if members.count < Self.most, let value = scanner.text(limit: Self.longest + 1),
                    value.utf8.count <= Self.longest
                {
                    members.append((key.name, value))
                }
            }
        }
    }

    private mutating func readList(
        _ scanner: inout JSONScanner, _ key: JSONScanner.Key, inside: Bool
    ) {
        var values: [String] = []
        scanner.array { scanner in
            if inside, scanner.next == UInt8(ascii: "{") { return readNested(&scanner) }
            guard values.count < Self.most, let value = scanner.text(limit: Self.longest)
            else { return }
            values.append(value)
        }
        if !values.isEmpty, lists.count < Self.most { lists.append((key.name, values)) }
    }

    /// What is deeper than AWS nests its requests is left out.
    private mutating func readNested(_ scanner: inout JSONScanner, depth: Int = 1) {
        guard depth <= Self.deepest, nested.count < Self.most else { return }
        scanner.object { scanner, key in
            switch scanner.next {
            case UInt8(ascii: "{"): readNested(&scanner, depth: depth + 1)
            case UInt8(ascii: "["):
                scanner.array { scanner in
                    if scanner.next == UInt8(ascii: "{") {
                        readNested(&scanner, depth: depth + 2)
                    } else {
                        keepNested(scanner.text(limit: Self.longest))
                    }
                }
            default:
                if !Secrets.isMember(key) { keepNested(scanner.text(limit: Self.longest)) }
            }
        }
    }

    private mutating func keepNested(_ value: String?) {
        if let value, nested.count < Self.most { nested.append(value) }
    }

    private static let most = 128
    private static let longest = 2_048
    private static let deepest = 8
}
