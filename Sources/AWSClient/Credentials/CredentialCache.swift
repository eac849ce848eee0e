import System
import Time

extension AWS {
    /// Keeps credentials until shortly before they end.
    final class CredentialCache {
        private let source: CredentialSource
        private var held: Credentials?

        init(_ source: CredentialSource) { self.source = source }

        /// Credentials that hold at this moment.
        func credentials(
            at now: Timestamp, before deadline: Deadline
        ) throws(CredentialsFailure) -> Credentials {
            if let held, held.areFresh(at: now) { return held }
            do throws(CredentialsFailure) {
                let fresh = try source.fetch(deadline)
                held = fresh
                return fresh
            } catch {
                // The source may fail for a while without harm as long as the old ones hold.
                if let held, held.hold(at: now) { return held }
                throw error
            }
        }

        /// Forgets credentials that the service refused, so that the next call asks for others.
        func drop() { held = nil }
    }
}

extension AWS.Credentials {
    /// Whether they last a while: with less than five minutes left, new ones are asked for.
    func areFresh(at now: Timestamp) -> Bool { last(until: now.advanced(by: 300)) }

    /// Whether a call that begins now ends before they do, by half a minute.
    func hold(at now: Timestamp) -> Bool { last(until: now.advanced(by: 30)) }

    private func last(until moment: Timestamp) -> Bool { expiration.map { $0 > moment } ?? true }
}
