public import System

extension AWS {
    /// Where credentials come from; asked again before they expire.
    public struct CredentialSource {
        /// Gives credentials that are valid for a while.
        let fetch: (Deadline) throws(CredentialsFailure) -> Credentials

        /// Makes a source.
        public init(_ fetch: @escaping (Deadline) throws(CredentialsFailure) -> Credentials) {
            self.fetch = fetch
        }

        /// Always gives the same credentials.
        public static func fixed(_ credentials: Credentials) -> CredentialSource {
            CredentialSource { _ throws(CredentialsFailure) in credentials }
        }

        /// The environment's: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and
        /// `AWS_SESSION_TOKEN`, as Lambda sets them.
        ///
        /// - Parameter environment: the variables.
        /// - Returns: nil where no access key is set.
        public static func environment(_ environment: Environment) -> CredentialSource? {
            guard let key = environment["AWS_ACCESS_KEY_ID"] else { return nil }
            guard let secret = environment["AWS_SECRET_ACCESS_KEY"] else {
                return CredentialSource { _ throws(CredentialsFailure) in
                    throw .source(
                        "AWS_ACCESS_KEY_ID", problem: "is set without AWS_SECRET_ACCESS_KEY",
                        hint: "set both or neither")
                }
            }
            return .fixed(
                Credentials(
                    accessKeyID: key, secretAccessKey: secret,
                    sessionToken: environment["AWS_SESSION_TOKEN"]))
        }
    }
}

extension [String: String] {
    /// The setting's value; an empty one counts as not set.
    func value(_ name: String) -> String? {
        self[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether it is set to `true`.
    func isTrue(_ name: String) -> Bool { self[name]?.lowercased() == "true" }
}
