import Text

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
            let order = compare(words[middle], word)
            if order == 0 { return true }
            if order < 0 { low = middle + 1 } else { high = middle }
        }
        return false
    }

    private static func isBefore(_ one: String, _ other: String) -> Bool {
        compare(one, other) < 0
    }

    /// Order by bytes with A to Z folded: negative where `one` comes first, 0 where they are the same.
    private static func compare(_ one: String, _ other: String) -> Int {
        let order = one.utf8.withContiguousStorageIfAvailable { one in
            other.utf8.withContiguousStorageIfAvailable { other in compare(one, other) }
        }
        // Strings of Swift's own are contiguous; this is for whatever is not.
        return (order ?? nil) ?? compare(Array(one.utf8), Array(other.utf8))
    }

    private static func compare(
        _ one: some RandomAccessCollection<UInt8>, _ other: some RandomAccessCollection<UInt8>
    ) -> Int {
        for (left, right) in zip(one, other) where left.folded != right.folded {
            return left.folded < right.folded ? -1 : 1
        }
        return one.count - other.count
    }
}
