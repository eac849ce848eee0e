// HTTP: requests and responses as values, and the clients that send them: one for a thread, one for a
// few requests at a time, one for many. The only module that sets an option of libcurl or waits for a socket.

public import HTTPTypes

/// One HTTP request as a value: nothing is sent until a client takes it.
public struct Request: Sendable, Hashable {
    /// The method; `GET` by default.
    public var method: HTTPRequest.Method

    /// The absolute URL, percent-encoded as it goes on the wire.
    public var url: String

    /// The header fields, in the order they are sent.
    public var headers: HTTPFields

    /// The body; empty means that none is sent.
    public var body: [UInt8]

    /// Makes a request value.
    public init(
        method: HTTPRequest.Method = .get, url: String, headers: HTTPFields = [:],
        body: [UInt8] = []
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}
