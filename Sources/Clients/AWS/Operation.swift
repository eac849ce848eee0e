extension AWS {
    /// One API operation with its parameters, as a pure value: what to ask, how to read the answer.
    public struct Operation<Output: Sendable>: Sendable {
        /// The service it belongs to.
        public let service: Service

        /// Its name in the API, e.g. `Publish`.
        public let name: String

        /// Its parameters.
        public let input: Input

        /// Reads the answer to a call that went well.
        let read: @Sendable (Answer) throws(Unreadable) -> Output

        /// Reads an error that is a regular outcome of this operation; nil where it is a failure.
        let readError: @Sendable (ServiceError, Answer) -> Output?

        init(
            _ service: Service, _ name: String, _ input: Input,
            read: @escaping @Sendable (Answer) throws(Unreadable) -> Output,
            readError: @escaping @Sendable (ServiceError, Answer) -> Output? = { _, _ in nil }
        ) {
            self.service = service
            self.name = name
            self.input = input
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
    }

    /// A successful answer lacks what the operation promises.
    public struct Unreadable: Error, Sendable, Hashable {
        /// What is wrong with it, to follow "the answer".
        public let reason: String

        init(_ reason: String) { self.reason = reason }
    }
}
