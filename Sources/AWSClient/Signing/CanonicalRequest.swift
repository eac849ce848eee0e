import HTTP
import HTTPTypes
import Text

/// A request in the form that client and service both can compute: steps 1 and 2 of
/// Signature Version 4.
struct CanonicalRequest {
    /// The names of the headers that are signed, in lower case, sorted, joined by `;`.
    let signedHeaders: String

    /// The whole canonical request, lines joined by line feeds.
    let text: String

    init(
        _ request: Request, address: Address, path: AWS.SignatureV4.PathRule, bodyDigest: String
    ) {
        let headers = Self.headers(request.headers, authority: address.authority)
        signedHeaders = headers.map(\.name).joined(separator: ";")
        text = [
            request.method.rawValue,
            path == .asSent
                ? address.path
                : PercentEncoding.encodePath(Self.normalized(address.path)),
            Self.query(address.query),
            headers.map { "\($0.name):\($0.value)\n" }.joined(),
            signedHeaders,
            bodyDigest,
        ].joined(separator: "\n")
    }

    /// Headers that a proxy or the connection may change on the way.
    private static let unsigned: Set<String> = [
        "connection", "expect", "transfer-encoding", "user-agent", "x-amzn-trace-id",
    ]

    private static func headers(
        _ fields: HTTPFields, authority: String
    ) -> [(name: String, value: String)] {
        var values = ["host": authority]
        for field in fields {
            let name = field.name.canonicalName
            guard !unsigned.contains(name), name != "host" else { continue }
            // Most values hold no space, and a session token is long.
            let hasSpace = field.value.utf8.contains(UInt8(ascii: " "))
            let value =
                hasSpace ? field.value.split(separator: " ").joined(separator: " ") : field.value
            values[name] = values[name].map { "\($0),\(value)" } ?? value
        }
        return values.sorted { bytewise($0.key, $1.key) }.map { ($0.key, $0.value) }
    }

    private static func query(_ query: String) -> String {
        if query.isEmpty { return query }
        return query.split(separator: "&").map { pair in
            let name = pair.prefix { $0 != "=" }
            let value = pair[name.endIndex...].dropFirst()
            return (PercentEncoding.normalize(name), PercentEncoding.normalize(value))
        }
        .sorted { $0.0 == $1.0 ? bytewise($0.1, $1.1) : bytewise($0.0, $1.0) }
        .map { "\($0.0)=\($0.1)" }
        .joined(separator: "&")
    }

    /// RFC 3986 section 5.2.4, and empty segments dropped with the dots. As AWS's SDKs do, but not
    /// the RFC, dots at the very end leave no slash.
    private static func normalized(_ path: String) -> String {
        if path == "/" { return path }
        var kept: [Substring] = []
        for segment in path.split(separator: "/") where segment != "." {
            if segment == ".." { _ = kept.popLast() } else { kept.append(segment) }
        }
        let last = path.hasSuffix("/") && !kept.isEmpty ? "/" : ""
        return "/" + kept.joined(separator: "/") + last
    }

    /// By bytes, as the service sorts; Swift's `<` on text uses Unicode.
    private static func bytewise(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }
}
