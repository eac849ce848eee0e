import Synchronization

extension AWS {
    /// Sessions of one role in many accounts, each started when it is first needed.
    public final class RoleSessions: Sendable {
        private let client: ConcurrentClient
        private let own: Caller
        private let region: String
        private let sessionName: String
        private let roleARN: @Sendable (_ account: String) -> String
        private let callers = Mutex<[String: Caller]>([:])

        /// Makes sessions; nothing is sent yet.
        ///
        /// - Parameters:
        ///   - client: calls STS.
        ///   - own: who assumes the role.
        ///   - region: the Region whose STS is called, so that all sessions are in one trail.
        ///   - sessionName: 2 to 64 of `A-Z a-z 0-9 _ + = , . @ -`.
        ///   - roleARN: the role in an account.
        public init(
            client: ConcurrentClient, own: Caller, region: String, sessionName: String,
            roleARN: @escaping @Sendable (_ account: String) -> String
        ) {
            self.client = client
            self.own = own
            self.region = region
            self.sessionName = sessionName
            self.roleARN = roleARN
        }

        /// The caller in this account; nothing is sent until the first call.
        public func caller(in account: String) -> Caller {
            callers.withLock { callers in
                if let caller = callers[account] { return caller }
                let arn = roleARN(account)
                let operation = STS.assumeRole(roleARN: arn, sessionName: sessionName)
                let caller = Caller(name: account) {
                    [client, own, region] deadline throws(CredentialsFailure) in
                    do throws(Failure) {
                        let session = try await client.send(
                            operation, in: region, as: own, before: deadline)
                        return session.credentials
                    } catch {
                        throw .role(arn: arn, error)
                    }
                }
                callers[account] = caller
                return caller
            }
        }

        /// Deletes the session of an account after its last use.
        public func end(in account: String) {
            callers.withLock { $0[account] = nil }
        }
    }
}
