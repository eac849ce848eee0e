extension ARN {
    /// Whether an ARN is like this one, as IAM's `ArnLike` compares: part by part, where `*` stands
    /// for any text and `?` for one character. The first five parts end at their colons.
    ///
    /// Source: IAM User Guide, "Amazon Resource Name (ARN) condition operators".
    /// - Parameter text: the ARN of a request.
    /// - Returns: whether every part is like its counterpart; false for what is not an ARN.
    public func isLike(_ text: String) -> Bool {
        guard let other = try? ARN(text) else { return false }
        let pairs = [
            (partition, other.partition), (service, other.service), (region, other.region),
            (account, other.account), (resource, other.resource),
        ]
        return pairs.allSatisfy { Self.matches(Array($0.utf8), Array($1.utf8)) }
    }

    /// Goes back to the last star only: no pattern takes more than length times length steps.
    private static func matches(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
        var at = 0
        var next = 0
        var star: (pattern: Int, text: Int)?
        while at < text.count {
            if next < pattern.count, pattern[next] == UInt8(ascii: "*") {
                star = (next, at)
                next += 1
            } else if next < pattern.count,
                pattern[next] == text[at] || pattern[next] == UInt8(ascii: "?")
            {
                next += 1
                at += 1
            } else if let last = star {
                star = (last.pattern, last.text + 1)
                next = last.pattern + 1
                at = last.text + 1
            } else {
                return false
            }
        }
        return pattern[next...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
