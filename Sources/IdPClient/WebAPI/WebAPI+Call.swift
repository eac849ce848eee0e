import HTTP
import Text

extension WebAPI {
    /// One request with one answer, as a pure value.
    public struct Call<Output: Sendable>: Sendable {
        let target: Target
        let read: @Sendable (Response) throws(Unreadable) -> Output

        /// A request that is answered by one JSON object.
        static func json(
            _ path: String, query: [(String, String)] = [],
            read: @escaping @Sendable (Fields) throws(Unreadable) -> Output
        ) -> Call {
            Call(target: Target(path: path, query: query)) { response throws(Unreadable) in
                guard let document = JSON(response.body), document.object != nil else {
                    throw Unreadable("is not a JSON object")
                }
                return try read(Fields(document))
            }
        }

        /// A request that is answered by another kind of document.
        static func document(
            _ path: String, query: [(String, String)], accept: String
        ) -> Call<[UInt8]> {
            let target = Target(path: path, query: query, accept: accept)
            return Call<[UInt8]>(target: target) { response throws(Unreadable) in
                guard !response.body.isEmpty else { throw Unreadable("is empty") }
                return response.body
            }
        }
    }

    /// A request whose answer comes in pages, as a pure value.
    public struct List<Item: Sendable>: Sendable {
        let target: Target
        let read: @Sendable (Fields) throws(Unreadable) -> Item

        init(
            _ path: String, query: [(String, String)] = [],
            read: @escaping @Sendable (Fields) throws(Unreadable) -> Item
        ) {
            target = Target(path: path, query: query)
            self.read = read
        }
    }

    /// Where a `GET` goes.
    struct Target: Sendable {
        /// Percent-encoded, from the first slash on.
        let path: String
        let query: [(name: String, value: String)]
        let accept: String

        init(path: String, query: [(String, String)] = [], accept: String = "application/json") {
            self.path = path
            self.query = query.map { (name: $0.0, value: $0.1) }
            self.accept = accept
        }

        /// Path and query.
        var text: String {
            query.isEmpty ? path : path + "?" + PercentEncoding.form(query)
        }
    }

    /// What was read of a list.
    public struct Pages<Item: Sendable>: Sendable {
        /// The items, in the order they came.
        public var items: [Item] = []

        /// How many pages were read.
        public var count = 0

        /// Why the list is not complete; nil if it is.
        public var failure: Failure?
    }
}

extension WebAPI.Pages: Equatable where Item: Equatable {}

extension PercentEncoding {
    /// The fields of a query or a form, in this order.
    static func form(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(encode($0.name))=\(encode($0.value))" }.joined(separator: "&")
    }
}
