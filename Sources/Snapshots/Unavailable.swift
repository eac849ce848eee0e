/// Why a part of the snapshot could not be read: what is not known never counts as "as planned".
public struct Unavailable: Error, Sendable, Hashable {
    /// What could not be read, e.g. `group 00g1…`, `account 111122223333`.
    public var part: String

    /// Why.
    public var reason: Reason

    /// What the service answered, without secrets; empty when it gave no reason.
    public var detail: String

    /// Makes a reason.
    public init(_ part: String, _ reason: Reason, detail: String = "") {
        self.part = part
        self.reason = reason
        self.detail = detail
    }

    /// Why something could not be read.
    public enum Reason: String, Sendable, CaseIterable {
        /// 401, 403, `AccessDenied`.
        case denied
        /// 404, `NoSuchEntity`: the check of its existence reports it, the others cannot say.
        case notFound
        /// 429, `Throttling`, until no time was left.
        case throttled
        /// No answer in time.
        case timeout
        /// An answer that is not what the API describes.
        case malformed
        /// A list that ended before its last page.
        case partialPage
        /// The plan or this release does not support reading it.
        case notConfigured
        /// The run ended before it was its turn.
        case notReached
        /// 5xx, a connection that failed.
        case failed
    }
}

extension Unavailable: CustomStringConvertible {
    /// "group 00g1… could not be read: access was denied (E0000006)".
    public var description: String {
        let fact = "\(part) \(reason.words)"
        return detail.isEmpty ? fact : "\(fact) (\(detail))"
    }
}

extension Unavailable.Reason {
    /// The words after the name of the part.
    var words: String {
        switch self {
        case .denied: "could not be read: access was denied"
        case .notFound: "does not exist"
        case .throttled: "could not be read: too many requests"
        case .timeout: "could not be read: no answer in time"
        case .malformed: "could not be understood"
        case .partialPage: "was not read to its end"
        case .notConfigured: "cannot be read as things are set up"
        case .notReached: "could not be read: not reached in this run"
        case .failed: "could not be read: the service failed"
        }
    }
}
