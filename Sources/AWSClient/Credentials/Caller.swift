import HTTP
import Synchronization
public import System
import Time

extension AWS {
    /// The caller of operations: credentials that any number of tasks share, fetched once and
    /// kept until shortly before they expire.
    public final class Caller: Sendable {
        /// Gives credentials that are valid for a while.
        public typealias Fetch =
            @Sendable (Deadline) async throws(CredentialsFailure) -> Credentials

        /// A name that distinguishes callers, e.g. the account: throttling is per caller.
        public let name: String

        private let fetch: Fetch
        private let state = Mutex(State())

        private typealias Fetching = Task<Result<Credentials, CredentialsFailure>, Never>

        private struct State {
            var cache = CredentialCache()
            var fetching: Fetching?
            var keys: [Scope: [UInt8]] = [:]
        }

        /// What a signing key is valid for.
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
        ///   - fetch: called when credentials are needed and again before they expire, never twice
        ///     at a time.
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
    /// Credentials that are valid now. They are refreshed before they expire, once for all tasks
    /// that ask; while that fails, the old ones are used as long as they are valid.
    func credentials(
        at now: Timestamp, before deadline: Deadline
    ) async throws(AWS.CredentialsFailure) -> AWS.Credentials {
        let step: Step = state.withLock { state in
            switch state.cache.step(at: now) {
            case .use(let held): return .use(held)
            case .fail(let reason): return .fail(reason)
            case .fetch(let held):
                let task = state.fetching ?? Task { await self.refresh(at: now, before: deadline) }
                state.fetching = task
                return .wait(task, meanwhile: held)
            }
        }
        switch step {
        case .use(let held): return held
        case .fail(let reason): throw reason
        case .wait(let task, let held):
            let result = await task.value
            if case .failure = result, let held { return held }
            return try result.get()
        }
    }

    private enum Step {
        case use(AWS.Credentials)
        case fail(AWS.CredentialsFailure)
        case wait(Fetching, meanwhile: AWS.Credentials?)
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
            state.cache.keep(result, at: now)
            if case .success = result { state.keys = [:] }
        }
        return result
    }

    /// Drops credentials that the service rejected, so that the next call asks for others.
    func drop(_ credentials: AWS.Credentials) {
        state.withLock { $0.cache.drop(credentials) }
    }

    /// Signs, with a key that is derived once for a day, Region and service.
    ///
    /// - Returns: nil if the URL cannot be used.
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
                    // A thousand callers in seventeen Regions: each keeps only what it needs at the
                    // moment.
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
