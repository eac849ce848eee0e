import HTTP
import HTTPTypes
public import System
import Text

extension WebAPI {
    /// Calls the API of one identity provider. For any number of tasks at a time.
    public final class Client: Sendable {
        private let base: String
        private let dialect: Dialect
        private let sender: Sender
        private let access: Access
        private let tokens: TokenHolder?

        /// Most pages of one list that are read.
        static let pageLimit = 1_000

        /// Makes a client; `base` is scheme and host, e.g. `https://example.okta.com`.
        init(
            base: String, dialect: Dialect, access: Access, retry: RetryPolicy,
            world: World, transport: @escaping Transport
        ) {
            self.base = base
            self.dialect = dialect
            self.access = access
            sender = Sender(transport: transport, world: world, retry: retry)
            tokens =
                if case .granted(let grant) = access {
                    TokenHolder(grant, sender, code: dialect.code)
                } else {
                    nil
                }
        }

        /// The scopes of the current token; nil if it is a stored one.
        public func scopes(before deadline: Deadline) async throws(Failure) -> [String]? {
            try await tokens?.token(before: deadline).scopes
        }

        /// Makes one call.
        public func get<Output>(
            _ call: Call<Output>, before deadline: Deadline
        ) async throws(Failure) -> Output {
            let response = try await answer(
                to: base + call.target.text, accept: call.target.accept, before: deadline)
            do throws(Unreadable) {
                return try call.read(response)
            } catch {
                throw .unreadable(reason: error.reason)
            }
        }

        /// Reads a list to its end, or as far as possible.
        public func list<Item>(
            _ list: List<Item>, before deadline: Deadline
        ) async -> Pages<Item> {
            var pages = Pages<Item>()
            var seen: Set<String> = []
            var url: String? = base + list.target.text
            do throws(Failure) {
                while let page = url {
                    guard seen.insert(page).inserted else {
                        throw .unreadable(reason: "leads back to a page that was read before")
                    }
                    guard pages.count < Self.pageLimit else {
                        throw .unreadable(reason: "has more than \(Self.pageLimit) pages")
                    }
                    let response = try await answer(
                        to: page, accept: list.target.accept, before: deadline)
                    url = try pages.add(response, list, dialect)
                    pages.count += 1
                    if let next = url { try stays(next) }
                }
            } catch {
                pages.failure = error
            }
            return pages
        }

        /// A token is sent only to the host it was issued for.
        private func stays(_ url: String) throws(Failure) {
            guard let next = Address(url), let home = Address(base), next.scheme == home.scheme,
                next.authority == home.authority
            else { throw .unreadable(reason: "names a next page on another host") }
        }

        private func answer(
            to url: String, accept: String, before deadline: Deadline
        ) async throws(Failure) -> Response {
            let session = Session(url: url, accept: accept, access: access, tokens: tokens)
            let response = try await sender.send(
                bucket: dialect.bucket(Address(url)?.path ?? ""), before: deadline,
                request: { () async throws(Failure) in try await session.request(deadline) },
                learn: { await session.learn(from: $0) })
            guard response.status == 200 else {
                let code = WebAPI.word(JSON(response.body).flatMap(dialect.code))
                if response.status == 404, let code, dialect.missing.contains(code) {
                    throw .missing(code: code)
                }
                throw .refused(status: response.status, code: code)
            }
            return response
        }
    }
}

extension WebAPI.Pages {
    /// Takes the items of a page.
    /// - Returns: the URL of the next one.
    fileprivate mutating func add(
        _ response: Response, _ list: WebAPI.List<Item>, _ dialect: WebAPI.Dialect
    ) throws(WebAPI.Failure) -> String? {
        guard let body = JSON(response.body), let page = dialect.items(body) else {
            throw .unreadable(reason: "is not a page of a list")
        }
        do throws(WebAPI.Unreadable) {
            for item in page {
                guard item.object != nil else {
                    throw WebAPI.Unreadable("lists something that is not an object")
                }
                items.append(try list.read(WebAPI.Fields(item)))
            }
            return try dialect.next(response, body)
        } catch {
            throw .unreadable(reason: error.reason)
        }
    }
}
