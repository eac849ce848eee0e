public import HTTP
import HTTPTypes
import Text

extension AWS.Operation {
    /// The call as an HTTP request, not yet signed.
    ///
    /// - Parameter url: of the service, without a path.
    /// - Returns: a request that depends on nothing but the operation and the URL.
    public func request(to url: String) -> Request {
        let base = url.hasSuffix("/") ? String(url.dropLast()) : url
        var request = Request(method: .post, url: base + "/")
        request.headers[.userAgent] = "break-glass"
        if case .json(let version, let target, let replacesQuery) = service.wire {
            if replacesQuery { request.headers[.amznQueryMode] = "true" }
            request.headers[.contentType] = "application/x-amz-json-\(version)"
            request.headers[.amzTarget] = "\(target).\(name)"
        }
        switch input {
        case .json(let document):
            request.body = document.bytes
        case .form(let fields):
            request.headers[.contentType] = "application/x-www-form-urlencoded; charset=utf-8"
            request.body = form(fields)
        case .post(let path, let document):
            request.url = base + path
            request.headers[.contentType] = "application/json"
            request.body = document.bytes
        case .get(let path, let query, let headers):
            request.method = .get
            request.url = base + path + (query.isEmpty ? "" : "?" + encode(query))
            Self.add(headers, to: &request)
        case .head(let path, let headers):
            request.method = .head
            request.url = base + path
            Self.add(headers, to: &request)
        case .postBytes(let path, let query, let headers, let body):
            request.url = base + path + (query.isEmpty ? "" : "?" + encode(query))
            request.body = body
            Self.add(headers, to: &request)
        case .delete(let path, let headers):
            request.method = .delete
            request.url = base + path
            Self.add(headers, to: &request)
        case .put(let path, let headers, let body):
            request.method = .put
            request.url = base + path
            request.body = body
            Self.add(headers, to: &request)
        }
        return request
    }

    private static func add(_ headers: [String: String], to request: inout Request) {
        for (field, value) in headers {
            if let field = HTTPField.Name(field) { request.headers[field] = value }
        }
    }

    private func form(_ fields: [String: String]) -> [UInt8] {
        var form = "Action=\(name)"
        if case .query(let version) = service.wire { form += "&Version=\(version)" }
        return Array((fields.isEmpty ? form : form + "&" + encode(fields)).utf8)
    }

    private func encode(_ fields: [String: String]) -> String {
        fields.sorted { $0.key < $1.key }
            .map { "\(PercentEncoding.encode($0.key))=\(PercentEncoding.encode($0.value))" }
            .joined(separator: "&")
    }
}
