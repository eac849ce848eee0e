extension AWS {
    /// Why no credentials are available. Never contains one.
    public enum CredentialsFailure: Error, Sendable, Hashable {
        /// Neither the environment nor a profile has any.
        case none(searched: [String])

        /// The profile does not exist in this file.
        case noProfile(String, file: String)

        /// The profile has settings that cannot be used.
        case badProfile(String, file: String, problem: String, hint: String?)

        /// A source gave no credentials.
        case source(String, problem: String, hint: String?)

        /// A role could not be assumed.
        indirect case role(arn: String, Failure)
    }
}

extension AWS.CredentialsFailure: CustomStringConvertible {
    /// Where they were searched, what is wrong and, if there is one, a next step.
    public var description: String {
        switch self {
        case .none(let searched):
            "no credentials in \(searched.joined(separator: ", "))"
                + "\nhint: set AWS_PROFILE, or sign in with aws sso login"
        case .noProfile(let profile, let file):
            "profile \"\(profile)\" does not exist in \(file)"
                + "\nhint: check AWS_PROFILE, or run aws configure --profile \(profile)"
        case .badProfile(let profile, let file, let problem, let hint):
            "profile \"\(profile)\" in \(file) \(problem)" + (hint.map { "\nhint: \($0)" } ?? "")
        case .role(let arn, let failure):
            "\(arn) cannot be assumed: \(failure)"
        case .source(let source, let problem, let hint):
            "\(source) \(problem)" + (hint.map { "\nhint: \($0)" } ?? "")
        }
    }
}
