/// Roles that give one kind of access: each name in each account.
///
/// A thousand accounts make three such groups a kind of access instead of thousands of entries.
public struct WatchedRoles: Sendable, Hashable {
    /// The plan's word, e.g. `RO`, or ``breakGlass``.
    public let access: String

    /// Role names without path, sorted regardless of case.
    public let names: [String]

    /// Account ids, sorted.
    public let accounts: [String]

    /// The access word of ``RoleNames/breakGlass``.
    public static let breakGlass = "BreakGlass"

    /// Makes a group; order and repetition do not matter.
    public init(access: String, names: [String], accounts: [String]) {
        self.access = access
        self.names = Self.sorted(names)
        self.accounts = Self.sorted(accounts)
    }

    /// Whether the group has that role. Names are compared as IAM does, regardless of case.
    public func contains(role name: String, in account: String) -> Bool {
        Self.search(accounts, account) && Self.search(names, name)
    }

    /// Sorts only what is not sorted yet: `plan.json` is, and reading it is part of a cold start.
    private static func sorted(_ words: [String]) -> [String] {
        let inOrder = zip(words, words.dropFirst()).allSatisfy { isBefore($0, $1) }
        guard !inOrder else { return words }
        return words.sorted(by: isBefore).reduce(into: []) { kept, word in
            if kept.last.map({ isBefore($0, word) }) ?? true { kept.append(word) }
        }
    }

    private static func search(_ words: [String], _ word: String) -> Bool {
        var low = 0
        var high = words.count
        while low < high {
            let middle = low + (high - low) / 2
            if isBefore(words[middle], word) { low = middle + 1 } else { high = middle }
        }
        return low < words.count && !isBefore(word, words[low])
    }

    /// Order by bytes with A to Z folded.
    private static func isBefore(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8) { $0.folded < $1.folded }
    }
}

extension WatchedRoles: Codable {
    private enum Keys: String, CodingKey { case access, names, accounts }

    /// Reads `{"access":…,"names":[…],"accounts":[…]}`.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Keys.self)
        self.init(
            access: try values.decode(String.self, forKey: .access),
            names: try values.decode([String].self, forKey: .names),
            accounts: try values.decode([String].self, forKey: .accounts))
    }

    /// Writes what ``init(from:)`` reads.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Keys.self)
        try values.encode(access, forKey: .access)
        try values.encode(names, forKey: .names)
        try values.encode(accounts, forKey: .accounts)
    }
}
