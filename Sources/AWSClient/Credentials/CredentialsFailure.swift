extension AWS {
    /// Why there are no credentials to sign with. Never holds one.
    public enum CredentialsFailure: Error, Sendable, Hashable {
        /// Neither the environment nor a profile has any.
        case none(searched: [String])

        /// The profile does not exist in this file.
        case noProfile(String, file: String)

        /// The profile is written in a way that cannot be followed.
        case badProfile(String, file: String, problem: String, hint: String?)

        /// A source was asked and did not give any.
        case source(String, problem: String, hint: String?)

        /// A role that was to be assumed was not.
        indirect case role(arn: String, Failure)
    }
}

extension AWS.CredentialsFailure: CustomStringConvertible {
    /// Where they were looked for, what is wrong, and where there is one, a next step.
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
