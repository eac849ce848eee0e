import Text

/// Where a call came from, coarsely: people's addresses change within their network.
enum Network {
    /// `198.51.100.0/24`, `2001:db8:0/48`, a service's host name, or `unknown`.
    static func of(_ address: String?) -> String {
        guard let address, !address.isEmpty, address.utf8.count <= 255 else { return "unknown" }
        let parts = address.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 4, parts.allSatisfy({ UInt8($0) != nil }) {
            return parts.prefix(3).joined(separator: ".") + ".0/24"
        }
        guard address.contains(":") else { return address.lowercased() }
        let groups = address.lowercased().split(
            separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
        // `2001:db8::1`: what is left out is zeros.
        var first: [Substring] = []
        for group in groups.prefix(3) {
            first.append(group.isEmpty ? "0" : group)
            if group.isEmpty { break }
        }
        while first.count < 3 { first.append("0") }
        return first.joined(separator: ":") + "/48"
    }
}
