public import System

extension AWS {
    /// One page of a list, as an operation's answer gives it.
    public struct Page<Item: Sendable>: Sendable {
        /// The items on it.
        public var items: [Item]

        /// The token for the next page; nil or empty on the last.
        public var next: String?

        /// Makes a page.
        public init(_ items: [Item], next: String? = nil) {
            self.items = items
            self.next = next
        }
    }

    /// A list as far as it could be read.
    public struct Pages<Item: Sendable>: Sendable {
        /// What was read.
        public var items: [Item] = []

        /// How many pages those are.
        public var count = 0

        /// Why the list is not complete; nil if it is.
        public var failure: Failure?
    }
}

extension AWS.ConcurrentClient {
    /// Reads a list page by page: the only place that follows a token.
    ///
    /// - Parameters:
    ///   - region: where.
    ///   - caller: whose credentials sign the call.
    ///   - deadline: when to return, with what was read until then.
    ///   - limit: most pages; a list that goes on is ``AWS/Failure/endless(_:pages:)``.
    ///   - page: the call for a page, the first one by `nil`. A token that comes twice would lead
    ///     to a loop: ``AWS/Failure/unreadable(_:reason:requestID:)``.
    /// - Returns: what was read and, if the list is not complete, why.
    public func list<Item>(
        in region: String, as caller: AWS.Caller, before deadline: Deadline, limit: Int = 1_000,
        page: (_ token: String?) -> AWS.Operation<AWS.Page<Item>>
    ) async -> AWS.Pages<Item> {
        var pages = AWS.Pages<Item>()
        var seen: Set<String> = []
        var token: String?
        do throws(AWS.Failure) {
            repeat {
                let operation = page(token)
                guard pages.count < limit else {
                    throw .endless(operation.call, pages: pages.count)
                }
                let answer = try await send(operation, in: region, as: caller, before: deadline)
                pages.items += answer.items
                pages.count += 1
                token = answer.next.flatMap { $0.isEmpty ? nil : $0 }
                if let token, !seen.insert(token).inserted {
                    throw .unreadable(
                        operation.call, reason: "names a page that was read before", requestID: nil)
                }
            } while token != nil
        } catch {
            pages.failure = error
        }
        return pages
    }
}
