/// An absolute `http` or `https` URL, taken apart as it goes on the wire.
public struct Address: Sendable, Hashable {
    /// `http` or `https`.
    public let scheme: String

    /// Host name in lower case, with the port unless it is the scheme's default: the value of
    /// `Host`.
    public let authority: String

    /// From the first slash to the query, percent-encoded; `/` when the URL has none.
    public let path: String

    /// After the question mark, percent-encoded; empty when the URL has none.
    public let query: String

    /// Takes a URL apart.
    ///
    /// - Returns: nil if it is not an http(s) URL, has no host, has a user name (which belongs
    ///   in no URL here), or contains a space, a control character or anything beyond ASCII.
    public init?(_ url: String) {
        // By bytes: they are ASCII, and every call passes here.
        guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        let whole = url.utf8.prefix { $0 != UInt8(ascii: "#") }
        guard let colon = whole.firstIndex(of: UInt8(ascii: ":")),
            whole[colon...].starts(with: "://".utf8)
        else { return nil }
        scheme = Self.text(whole[..<colon]).lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let rest = whole[colon...].dropFirst(3)
        let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        guard let host = Address.authority(Self.text(authority).lowercased(), scheme: scheme)
        else { return nil }
        self.authority = host
        let target = rest[authority.endIndex...]
        let path = target.prefix { $0 != UInt8(ascii: "?") }
        self.path = path.isEmpty ? "/" : Self.text(path)
        query = Self.text(target[path.endIndex...].dropFirst())
    }

    private static func text(_ bytes: Substring.UTF8View) -> String { String(Substring(bytes)) }

    /// The whole URL again, host in lower case, without a fragment.
    public var url: String { "\(scheme)://\(authority)\(path)\(query.isEmpty ? "" : "?" + query)" }

    /// The host alone, without brackets or port.
    public var host: String {
        guard authority.hasPrefix("[") else { return String(authority.prefix { $0 != ":" }) }
        return String(authority.dropFirst().prefix { $0 != "]" })
    }

    private static func authority(_ text: String, scheme: String) -> String? {
        let bracketed = text.hasPrefix("[")
        guard let end = bracketed ? text.firstIndex(of: "]") : text.startIndex else { return nil }
        let colon = text[end...].firstIndex(of: ":")
        let host = colon.map { text[..<$0] } ?? text[...]
        guard host.count > (bracketed ? 2 : 0), !text.contains("@") else { return nil }
        guard let colon else { return text }
        guard let port = UInt16(text[text.index(after: colon)...]), port > 0 else { return nil }
        let usual = scheme == "https" ? 443 : 80
        return port == usual ? String(host) : "\(host):\(port)"
    }
}
