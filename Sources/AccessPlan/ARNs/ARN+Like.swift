import Text

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
        return pairs.allSatisfy { pattern, part in
            part.matches(wildcards: pattern, ignoringCase: false)
        }
    }
}
