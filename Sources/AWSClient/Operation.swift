public import Text

extension AWS {
    /// One API operation with its parameters, as a pure value: what to ask, how to read the answer.
    public struct Operation<Output: Sendable>: Sendable {
        /// The service it belongs to.
        public let service: Service

        /// Its name in the API, e.g. `Publish`.
        public let name: String

        /// Its parameters.
        public let input: Input

        /// Whether the request is signed. A few operations use another proof, or need none.
        public let isSigned: Bool

        /// How long one attempt may take, if the client's own limit is too short for this operation.
        let attemptLimit: Duration?

        /// Reads the answer to a call that succeeded.
        let read: @Sendable (Answer) throws(Unreadable) -> Output

        /// Reads an error that is a regular outcome of this operation; nil if it is a failure.
        let readError: @Sendable (ServiceError, Answer) -> Output?

        init(
            _ service: Service, _ name: String, _ input: Input, isSigned: Bool = true,
            attemptLimit: Duration? = nil,
            read: @escaping @Sendable (Answer) throws(Unreadable) -> Output,
            readError: @escaping @Sendable (ServiceError, Answer) -> Output? = { _, _ in nil }
        ) {
            self.service = service
            self.name = name
            self.input = input
            self.isSigned = isSigned
            self.attemptLimit = attemptLimit
            self.read = read
            self.readError = readError
        }
    }

    /// The parameters of a call.
    public enum Input: Sendable, Hashable {
        /// Fields of the Query protocol, without `Action` and `Version`.
        case form([String: String])

        /// The document of a JSON protocol.
        case json(JSON)

        /// A `GET` with query fields and header fields.
        case get(path: String, query: [String: String], headers: [String: String])

        /// A `HEAD` with header fields.
        case head(path: String, headers: [String: String])

        /// A `POST` of a JSON document to a path.
        case post(path: String, JSON)

        /// A `POST` of plain bytes.
        case postBytes(
            path: String, query: [String: String], headers: [String: String], body: [UInt8])

        /// A `DELETE` with header fields.
        case delete(path: String, headers: [String: String])

        /// A `PUT` of plain bytes.
        case put(path: String, headers: [String: String], body: [UInt8])
    }

    /// A successful answer lacks what the operation promises.
    public struct Unreadable: Error, Sendable, Hashable {
        /// What is wrong with it, to follow "the answer".
        public let reason: String

        init(_ reason: String) { self.reason = reason }
    }
}

extension AWS.Operation: CustomStringConvertible, CustomReflectable {
    /// `sns Publish`: parameters may be secret.
    public var description: String { "\(call)" }

    /// Keeps `dump` and test failures from looking inside.
    public var customMirror: Mirror { Mirror(self, children: ["call": "\(call)"]) }

    /// Its name in messages.
    var call: AWS.Call { AWS.Call(service: service.name, operation: name) }
}
