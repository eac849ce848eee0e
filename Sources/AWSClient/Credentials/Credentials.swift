public import Time

extension AWS {
    /// What a request is signed with. Its secrets cannot be printed by accident.
    public struct Credentials: Sendable, Hashable {
        /// The access key's id: an identifier, not a secret.
        public let accessKeyID: String

        /// Signs; never leaves this module.
        let secretAccessKey: String

        /// Part of temporary credentials.
        let sessionToken: String?

        /// When they expire; nil if they do not, or do not say.
        public let expiration: Timestamp?

        /// Makes credentials.
        public init(
            accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil,
            expiration: Timestamp? = nil
        ) {
            self.accessKeyID = accessKeyID
            self.secretAccessKey = secretAccessKey
            self.sessionToken = sessionToken
            self.expiration = expiration
        }
    }
}

extension AWS.Credentials: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The access key's id and nothing else.
    public var description: String { "credentials of \(accessKeyID)" }

    /// The same: a debugger's log is a log.
    public var debugDescription: String { description }

    /// Keeps `dump` and test failures from looking inside.
    public var customMirror: Mirror { Mirror(self, children: ["accessKeyID": accessKeyID]) }
}
