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

    /// The plain values behind a key, be it one or a list.
    func all(_ key: String) -> [String] {
        if let value = self[key] { return [value] }
        return lists.first { $0.key.isSameName(as: key) }?.values ?? []
    }

    /// CloudTrail says that it left the members out because they were too long.
    var isOmitted: Bool { self["omitted"] == "true" }

    mutating func read(
        _ scanner: inout JSONScanner,
        nested: (inout JSONScanner, JSONScanner.Key) -> Void = { _, _ in }
    ) {
        guard scanner.next == UInt8(ascii: "{") else {
            malformed = scanner.next != UInt8(ascii: "n")
            return scanner.skipValue()
        }
        isPresent = true
        scanner.object { scanner, key in
            switch scanner.next {
            case UInt8(ascii: "{"): nested(&scanner, key)
            case UInt8(ascii: "["): readList(&scanner, key)
            default:
                guard !Self.isSecret(key) else { return }
                if members.count < Self.most, let value = scanner.text(limit: Self.longest + 1),
                    value.utf8.count <= Self.longest
                {
                    members.append((key.name, value))
                }
            }
        }
    }

    private mutating func readList(_ scanner: inout JSONScanner, _ key: JSONScanner.Key) {
        var values: [String] = []
        scanner.array { scanner in
            guard values.count < Self.most, let value = scanner.text(limit: Self.longest)
            else { return }
            values.append(value)
        }
        if !values.isEmpty, lists.count < Self.most { lists.append((key.name, values)) }
    }

    private static let most = 128
    private static let longest = 2_048

    private static func isSecret(_ key: JSONScanner.Key) -> Bool {
        switch key {
        case "sessionToken", "secretAccessKey", "password", "oldPassword", "newPassword",
            "SAMLAssertion", "sAMLAssertion", "webIdentityToken", "tokenCode",
            "authenticationCode1", "authenticationCode2", "assertion", "refreshToken",
            "accessToken", "idToken", "clientSecret", "code":
            true
        default: false
        }
    }
}
