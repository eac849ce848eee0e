import HTTP
import Time

extension AWS {
    /// Keeps credentials until shortly before they end.
    final class CredentialCache {
        /// Seconds before their end from which on new ones are asked for.
        private static let early: Int64 = 300

        /// Seconds before their end from which on they are not used any more.
        private static let late: Int64 = 30

        private let source: CredentialSource
        private var held: Credentials?

        init(_ source: CredentialSource) { self.source = source }

        /// Credentials that hold at this moment.
        func credentials(
            at now: Timestamp, before deadline: Deadline
        ) throws(CredentialsFailure) -> Credentials {
            if let held, hold(held, now.advanced(by: Self.early)) { return held }
            do throws(CredentialsFailure) {
                let fresh = try source.fetch(deadline)
                held = fresh
                return fresh
            } catch {
                // The source may fail for a while without harm as long as the old ones hold.
                if let held, hold(held, now.advanced(by: Self.late)) { return held }
                throw error
            }
        }

        /// Forgets credentials that the service refused, so that the next call asks for others.
        func drop() { held = nil }

        private func hold(_ credentials: Credentials, _ moment: Timestamp) -> Bool {
            credentials.expiration.map { $0 > moment } ?? true
        }
    }
}
