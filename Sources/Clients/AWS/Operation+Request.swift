public import HTTP
import HTTPTypes

extension AWS.Operation {
    /// The call as an HTTP request, not yet signed.
    ///
    /// - Parameter url: of the service, without a path.
    /// - Returns: a request that depends on nothing but the operation and the URL.
    public func request(to url: String) -> Request {
        var request = Request(method: .post, url: url.hasSuffix("/") ? url : url + "/")
        request.headers[.userAgent] = "break-glass"
        if case .json(let version, let target) = service.wire {
            request.headers[.contentType] = "application/x-amz-json-\(version)"
            request.headers[.amzTarget] = "\(target).\(name)"
        }
        switch input {
        case .json(let document):
            request.body = document.bytes
        case .form(let fields):
            request.headers[.contentType] = "application/x-www-form-urlencoded; charset=utf-8"
            request.body = form(fields)
        }
        return request
    }

    private func form(_ fields: [String: String]) -> [UInt8] {
        var form = "Action=\(name)"
        if case .query(let version) = service.wire { form += "&Version=\(version)" }
        for (field, value) in fields.sorted(by: { $0.key < $1.key }) {
            form += "&\(PercentEncoding.encode(field))=\(PercentEncoding.encode(value))"
        }
        return Array(form.utf8)
    }
}
