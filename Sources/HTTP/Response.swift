public import HTTPTypes

/// One HTTP response, whole.
public struct Response: Sendable, Hashable {
    /// The status code, e.g. 200.
    public var status: Int

    /// The header fields of the final response.
    public var headers: HTTPFields

    /// The body, content coding removed.
    public var body: [UInt8]

    /// Makes a response value.
    public init(status: Int, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
