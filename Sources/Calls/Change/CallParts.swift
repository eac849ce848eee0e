public import Text

/// What one event says about a call: the request and the answer.
public struct CallParts: Sendable {
    /// `requestParameters`.
    public let request: JSON

    /// `responseElements`.
    public let response: JSON

    /// The ARN of the changed resource, and its last part.
    public let arn: String?, name: String?

    /// The Region in which commands have to run; `nil` for a global service.
    public let region: String?

    /// What people call an account, by its id; `nil` for one that the plan does not name.
    public var accountName: @Sendable (String) -> String? = { _ in nil }

    /// Makes the parts of a call.
    public init(
        request: JSON = .null, response: JSON = .null, arn: String? = nil, name: String? = nil,
        region: String? = nil
    ) {
        self.request = request
        self.response = response
        self.arn = arn
        self.name = name
        self.region = region
    }

    /// The first text, number or flag at a path: `userName`, `state.value`, `response.accessKey.status`;
    /// `request.name` where `name` alone would be the resource's.
    /// Names are compared regardless of case. Lists are searched in order.
    public subscript(path: String) -> String? { texts(path).first }

    /// Every text, number or flag at a path, through lists.
    public func texts(_ path: String) -> [String] {
        values(path).compactMap(\.scalar)
    }

    /// Every value at a path, through lists.
    public func values(_ path: String) -> [JSON] {
        var keys = path.split(separator: ".").map(String.init)
        var found = [request]
        if keys.first == "response" { found = [response] }
        if keys.first == "response" || keys.first == "request" { keys.removeFirst() }
        for key in keys {
            found = found.flatMap { $0.elements }.compactMap { $0.member(key) }
        }
        return found.flatMap(\.elements)
    }

    /// The keys of tags, however a service writes them: members of an object, or pairs in a list.
    func tagKeys(_ path: String) -> [String] {
        values(path).flatMap { value -> [String] in
            let pair = ["key", "tagKey"].compactMap { value.member($0)?.scalar }
            return pair.isEmpty ? value.object.map { $0.keys.sorted() } ?? [] : pair
        }
    }
}

extension JSON {
    /// The elements of a list, through lists; else the value itself.
    fileprivate var elements: [JSON] { array.map { $0.flatMap(\.elements) } ?? [self] }

    /// The member of a name, in any case of letters. One that holds a secret is never read.
    fileprivate func member(_ key: String) -> JSON? {
        guard !Secrets.isMember(key) else { return nil }
        return self[key] ?? object?.first { $0.key.isSameName(as: key) }?.value
    }

    /// A text, a number or a flag, as text.
    fileprivate var scalar: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .bool(let flag): flag ? "true" : "false"
        default: nil
        }
    }
}
