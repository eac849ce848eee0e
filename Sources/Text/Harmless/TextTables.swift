/// What clients make links or mentions of.
enum TextTables {
    /// Schemes that work without `//`.
    static let schemes: [StaticString] = ["mailto", "javascript", "vbscript", "data", "tel", "sms"]

    /// Mentions that notify many people at once in Slack, Teams and similar products.
    static let mentions: [StaticString] = ["channel", "here", "everyone"]

    /// Endings that clients make a link of even without a scheme; not a list of all, but of those
    /// that are registered in quantity, file name endings left out.
    static let topLevelDomains: Set<String> = [
        "app", "biz", "br", "cc", "ch", "click", "cn", "co", "com", "cyou", "de", "dev", "edu",
        "es", "eu", "example", "fr", "fun", "gg", "gl", "gov", "icu", "in", "info", "io", "it",
        "jp", "link", "live", "lol", "ly", "ml", "mobi", "net", "nl", "online", "org", "page",
        "pl", "pro", "pw", "ru", "shop", "site", "store", "tech", "tk", "to", "top", "tv", "uk",
        "us", "vip", "website", "work", "ws", "xyz", "zip",
    ]

    /// AWS's own names, which events are full of.
    static let own: [StaticString] = [
        ".amazonaws.com", ".amazon.com", ".amazonaws.com.cn", ".amazonaws.eu", ".aws.internal",
    ]

    /// Whether the full stop at `index` is the last one of a host name that a client may link.
    static func isHostDot(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard ByteSet.alphanumerics.contains(text.byte(index - 1)) else { return false }
        var end = index + 1
        while end < text.count, ByteSet.letters.contains(text[end]) { end += 1 }
        guard end - index > 2, !ByteSet.hosts.contains(text.byte(end)) || isEnd(text, end) else {
            return false
        }
        var start = index
        while start > 0, index - start < 255, ByteSet.hosts.contains(text[start - 1]) { start -= 1 }
        let hasPath =
            ByteSet.afterHost.contains(text.byte(end)) && end + 1 < text.count
            && ByteSet.alphanumerics.contains(text.byte(end + 1))
        let isAddress = text.byte(start - 1) == UInt8(ascii: "@")
        if isAddress, !hasPath { return false }
        if isOwn(text, from: start, to: end) { return false }
        if hasPath || text.equals("www.", at: start) { return true }
        let ending = String(decoding: text[index + 1..<end], as: UTF8.self).lowercased()
        return topLevelDomains.contains(ending)
    }

    /// Whether the host ends at `end` although a full stop or hyphen follows: the end of a sentence.
    private static func isEnd(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
        text.byte(end) == UInt8(ascii: ".") && !ByteSet.alphanumerics.contains(text.byte(end + 1))
    }

    private static func isOwn(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int)
        -> Bool
    {
        own.contains { name in
            let begin = end - name.utf8CodeUnitCount
            return begin >= start && text.equals(name, at: begin)
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the full stop at `index` belongs to a host name that a client may link.
    func isHostDot(at index: Int) -> Bool {
        TextTables.isHostDot(self, at: index)
    }
}
