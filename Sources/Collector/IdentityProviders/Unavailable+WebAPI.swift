import HTTP
import IdPClient
import Snapshots
import System

extension Unavailable {
    /// Why a part could not be read, from the failure of its call.
    init(_ part: String, _ failure: WebAPI.Failure) {
        self.init(part, Reason(failure), detail: failure.description)
    }
}

extension Unavailable.Reason {
    fileprivate init(_ failure: WebAPI.Failure) {
        self =
            switch failure {
            case .missing: .notFound
            case .refused(let status, _), .noToken(let status, _):
                switch status {
                case 429: .throttled
                case 401, 403: .denied
                // A token endpoint that rejects the checker's credentials answers 400.
                case 400: if case .noToken = failure { .denied } else { .failed }
                case 404: .malformed
                default: .failed
                }
            case .unsigned: .denied
            case .unreachable(let error): error.kind == .timeout ? .timeout : .failed
            case .unreadable: .malformed
            case .notConfigured: .notConfigured
            case .outOfTime: .notReached
            }
    }
}

extension Listing {
    /// A list as far as it was read, with its items converted.
    init<Read>(_ part: String, _ pages: WebAPI.Pages<Read>, _ make: (Read) -> Item) {
        self.init(pages.items.map(make), unread: pages.unread(part))
    }
}

extension WebAPI.Pages {
    /// Why the list was not read to its end; `nil` if it was.
    func unread(_ part: String) -> Unavailable? {
        guard let failure else { return nil }
        // An incomplete list.
        return count == 0
            ? Unavailable(part, failure)
            : Unavailable(part, .partialPage, detail: "after page \(count): \(failure)")
    }
}

extension WebAPI.Client {
    /// One answer, or why it is missing.
    func observe<Output, Value>(
        _ part: String, _ call: WebAPI.Call<Output>, before deadline: Deadline,
        _ make: (Output) -> Value
    ) async -> Observed<Value> {
        do throws(WebAPI.Failure) {
            return .observed(make(try await get(call, before: deadline)))
        } catch {
            return .unavailable(Unavailable(part, error))
        }
    }

    /// A list as far as it goes.
    func observe<Output, Value>(
        _ part: String, _ list: WebAPI.List<Output>, before deadline: Deadline,
        _ make: (Output) -> Value
    ) async -> Listing<Value> {
        Listing(part, await self.list(list, before: deadline), make)
    }
}
