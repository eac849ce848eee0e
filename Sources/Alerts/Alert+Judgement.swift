import AccessPlan

extension Alert {
    /// What kind of thing happened.
    public enum Kind: String, Sendable, CaseIterable {
        case consoleSignIn = "console_sign_in"
        case switchRole = "switch_role"
        case assumeRole = "assume_role"
        case assumeRoleWithSAML = "assume_role_with_saml"
        case sessionActivity = "session_activity"
        case tamper
        case idpChange = "idp_change"
        case drift
        case canary
        case other
    }

    /// The deployment that a canary belongs to: 16 hexadecimal digits; `nil` for the hourly canary and
    /// every other kind.
    public var run: String? {
        kind == .canary ? CanarySession.run(inName: role.sessionName) : nil
    }

    /// How the act ended: sign-in events contain it in `responseElements`, API calls have an error
    /// code.
    public struct Outcome: Sendable, Hashable {
        /// Success, failure, or not stated.
        public enum Result: String, Sendable { case success, failure, unknown }

        /// How it ended.
        public var result = Result.unknown

        /// The error code, e.g. `AccessDenied`.
        public var code: String?

        /// The error message.
        public var reason: String?

        /// Creates an outcome, unknown by default.
        public init(result: Result = Result.unknown, code: String? = nil, reason: String? = nil) {
            self.result = result
            self.code = code
            self.reason = reason
        }
    }

    /// Whether the act was declared.
    public struct Expected: Sendable, Hashable {
        /// Unexpected, within a declared emergency, or within a drill.
        public enum State: String, Sendable { case unexpected, declared, drill }

        /// Whether it was declared.
        public var state = State.unexpected

        /// The incident's id, if any.
        public var incident: String?

        /// Creates a statement, unexpected by default.
        public init(state: State = State.unexpected, incident: String? = nil) {
            self.state = state
            self.incident = incident
        }
    }
}
