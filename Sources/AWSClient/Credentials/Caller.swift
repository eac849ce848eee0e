import HTTP
import Synchronization
public import System
import Time

extension AWS {
    /// In whose name calls are made: credentials that any number of tasks share, fetched once and
    /// kept until shortly before they end.
    public final class Caller: Sendable {
        /// Gives credentials that hold for a while.
        public typealias Fetch =
            @Sendable (Deadline) async throws(CredentialsFailure) -> Credentials

        /// A name to tell callers apart by, e.g. the account: throttling is the caller's own.
        public let name: String

        private let fetch: Fetch
        private let state = Mutex(State())

        private struct State {
            var held: Credentials?
            var fetching: Task<Result<Credentials, CredentialsFailure>, Never>?
            var refusal: (why: CredentialsFailure, until: Timestamp)?
            var keys: [Scope: [UInt8]] = [:]
        }

        /// What a signing key is good for.
        private struct Scope: Hashable {
            let keyID: String
            let date: String
            let region: String
            let service: String
        }

        /// Makes a caller.
        ///
        /// - Parameters:
        ///   - name: tells callers apart.
        ///   - fetch: asked when credentials are needed and again when they end, never twice at a
        ///     time.
        public init(name: String, fetch: @escaping Fetch) {
            self.name = name
            self.fetch = fetch
        }

        /// A caller whose credentials a blocking source gives, such as a profile.
        public convenience init(name: String, source: sending CredentialSource) {
            let shared = SharedSource(source)
            self.init(name: name) { deadline throws(CredentialsFailure) in
                try shared.fetch(before: deadline)
            }
        }
    }
}

extension AWS.Caller {
    /// Credentials that hold at this moment.
    ///
    /// A refusal is remembered for a minute: whoever may not take a role may not take it for the
    /// next call either.
    func credentials(
        at now: Timestamp, before deadline: Deadline
    ) async throws(AWS.CredentialsFailure) -> AWS.Credentials {
        let step: Step = state.withLock { state in
            if let held = state.held, held.areFresh(at: now) { return .use(held) }
            let held = state.held.flatMap { $0.hold(at: now) ? $0 : nil }
            if let refusal = state.refusal, now < refusal.until {
                return held.map { .use($0) } ?? .giveUp(refusal.why)
            }
            let task = state.fetching ?? Task { await self.refresh(at: now, before: deadline) }
            state.fetching = task
            return .wait(task, meanwhile: held)
        }
        switch step {
        case .use(let held): return held
        case .giveUp(let why): throw why
        case .wait(let task, let held):
            let result = await task.value
            // The source may fail for a while without harm as long as the old ones hold.
            if case .failure = result, let held { return held }
            return try result.get()
        }
    }

    private enum Step {
        case use(AWS.Credentials)
        case giveUp(AWS.CredentialsFailure)
        case wait(
            Task<Result<AWS.Credentials, AWS.CredentialsFailure>, Never>,
            meanwhile: AWS.Credentials?)
    }

    private func refresh(
        at now: Timestamp, before deadline: Deadline
    ) async -> Result<AWS.Credentials, AWS.CredentialsFailure> {
        let result: Result<AWS.Credentials, AWS.CredentialsFailure>
        do throws(AWS.CredentialsFailure) {
            result = .success(try await fetch(deadline))
        } catch {
            result = .failure(error)
        }
        state.withLock { state in
            state.fetching = nil
            switch result {
            case .success(let fresh):
                state.held = fresh
                state.refusal = nil
                state.keys = [:]
            case .failure(let why):
                state.refusal = (why, now.advanced(by: 60))
            }
        }
        return result
    }

    /// Forgets credentials that the service refused, so that the next call asks for others.
    func drop(_ credentials: AWS.Credentials) {
        state.withLock { if $0.held == credentials { $0.held = nil } }
    }

    /// Signs, with a key that is derived once for a day, Region and service.
    ///
    /// - Returns: nil where the URL is none that can be sent.
    func sign(
        _ request: Request, with credentials: AWS.Credentials, for service: AWS.Service,
        in region: String, at time: Timestamp
    ) -> Request? {
        let region = service.home(for: region)
        let signer = AWS.SignatureV4(
            credentials: credentials, region: region, service: service.name)
        let scope = Scope(
            keyID: credentials.accessKeyID, date: time.date, region: region, service: service.name)
        let key =
            state.withLock { $0.keys[scope] }
            ?? {
                let key = signer.signingKey(at: time)
                state.withLock { state in
                    // A thousand callers in seventeen Regions: each keeps what it needs just now.
                    if state.keys.count >= 32 { state.keys = [:] }
                    state.keys[scope] = key
                }
                return key
            }()
        return signer.sign(request, at: time, key: key)
    }
}

/// A blocking source, one task at a time.
private final class SharedSource: Sendable {
    private let source: Mutex<AWS.CredentialSource>

    init(_ source: sending AWS.CredentialSource) { self.source = Mutex(source) }

    func fetch(before deadline: Deadline) throws(AWS.CredentialsFailure) -> AWS.Credentials {
        try source.withLock { source throws(AWS.CredentialsFailure) in
            try source.fetch(deadline)
        }
    }
}
