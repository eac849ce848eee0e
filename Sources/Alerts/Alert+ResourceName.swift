import AccessPlan
import Text

extension Alert.Resource {
    /// The last part of the resource's ARN; a rule on a bus keeps both names apart.
    public var name: String? {
        guard let arn, !arn.isEmpty, !arn.hasSuffix("*") else { return nil }
        guard arn.hasPrefix("arn:") else { return arn }
        guard let last = arn.partOfARN(5), !last.isEmpty else { return nil }
        let colon = UInt8(ascii: ":")
        if type == .snsSubscription { return last.beforeFirst(colon) }
        // `stack/NAME/ID`, `stackset/NAME:ID`, `changeSet/NAME/ID`.
        if type == .stack || type == .stackSet {
            let parts = last.split(separator: "/")
            return String(parts.count > 1 ? parts[1] : parts[0]).beforeFirst(colon)
        }
        let tail = last.afterLast(UInt8(ascii: "/"))
        // `function:NAME:VERSION`, `alarm:NAME`, `log-group:NAME:*`.
        guard let index = tail.utf8.firstIndex(of: colon) else { return tail }
        return String(tail[tail.utf8.index(after: index)...]).beforeFirst(colon)
    }
}
