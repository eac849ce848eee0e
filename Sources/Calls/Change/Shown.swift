import Text

extension String {
    /// A value as a line of an alert has room for it: at most 160 bytes, no password of a URL.
    var shown: String {
        let text = withoutUserInfo
        return text.utf8.count > 160 ? text.beginning(157) + "..." : text
    }
}

extension [String] {
    /// Values in one line: the first five of them, and how many there are besides; `nil` if there are
    /// none.
    var shownList: String? {
        guard !isEmpty else { return nil }
        let rest = count > 5 ? " and \(count - 5) more" : ""
        return prefix(5).map(\.shown).joined(separator: ", ") + rest
    }

    /// The same without repetitions, in order.
    var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
