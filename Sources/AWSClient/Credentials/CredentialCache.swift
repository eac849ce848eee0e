import Time

extension AWS {
    /// The credentials of one caller, and when to ask for others: a pure value that gets the time
    /// as a parameter. ``Client`` and ``Caller`` both keep theirs in one.
    struct CredentialCache: Sendable {
        /// What to do for a call that begins now.
        enum Step: Sendable, Hashable {
            /// Sign with these.
            case use(Credentials)
            /// Ask the source; if it fails, these are still valid.
            case fetch(meanwhile: Credentials?)
            /// The source failed a short while ago.
            case fail(CredentialsFailure)
        }

        private var held: Credentials?
        private var failure: (reason: CredentialsFailure, until: Timestamp)?

        /// Until when the source is not asked for better ones: it gave some that soon expire.
        private var pause: Timestamp?

        /// Returns what to do for a call that begins now.
        func step(at now: Timestamp) -> Step {
            if let held, held.areFresh(at: now) { return .use(held) }
            let valid = held.flatMap { $0.areValid(at: now) ? $0 : nil }
            if let pause, now < pause, let valid { return .use(valid) }
            if let failure, now < failure.until {
                return valid.map { .use($0) } ?? .fail(failure.reason)
            }
            return .fetch(meanwhile: valid)
        }

        /// Keeps what the source gave. A failure is kept for a minute: a caller that may not assume
        /// a role may not assume it for the next call either. One that may pass is kept for seconds.
        mutating func keep(_ result: Result<Credentials, CredentialsFailure>, at now: Timestamp) {
            switch result {
            case .success(let fresh):
                (held, failure) = (fresh, nil)
                pause = fresh.areFresh(at: now) ? nil : now.advanced(by: 30)
            case .failure(let reason):
                failure = (reason, now.advanced(by: reason.mayPass ? 3 : 60))
            }
        }

        /// Drops credentials that the service rejected, so that the next call asks for others.
        mutating func drop(_ credentials: Credentials) {
            if held == credentials { (held, pause) = (nil, nil) }
        }
    }
}

extension AWS.CredentialsFailure {
    /// Whether the source may give credentials a moment later.
    fileprivate var mayPass: Bool {
        switch self {
        case .source: true
        case .role(_, .outOfTime), .role(_, .credentials): true
        case .role(_, let failure): failure.mayPass
        case .none, .noProfile, .badProfile: false
        }
    }
}

extension AWS.Credentials {
    /// Whether they last a while: with less than five minutes left, new ones are asked for.
    fileprivate func areFresh(at now: Timestamp) -> Bool { last(until: now.advanced(by: 300)) }

    /// Whether a call that begins now ends at least half a minute before they do.
    fileprivate func areValid(at now: Timestamp) -> Bool { last(until: now.advanced(by: 30)) }

    private func last(until moment: Timestamp) -> Bool { expiration.map { $0 > moment } ?? true }
}
