extension Alert {
    /// What kind of identity acted, and for whom: who-line, severity, MFA line, steps and thread follow
    /// from it.
    public struct Actor: Sendable, Hashable {
        /// The kinds.
        public enum Kind: String, Sendable, CaseIterable {
            /// The root user, signed in with its own credentials.
            case root
            /// A session of `sts:AssumeRoot`: the management account took a member's root for one task.
            case rootTask = "root_task"
            /// An IAM user.
            case user
            /// A session of a role, that a person or a program took.
            case roleSession = "role_session"
            /// A session of `sts:GetFederationToken`.
            case federatedUser = "federated_user"
            /// A user of IAM Identity Center, in the portal or in a session of its roles.
            case identityCenterUser = "identity_center_user"
            /// An administrator of the identity provider, who did not call AWS.
            case idpAdministrator = "idp_administrator"
            /// A user of the identity provider, who signed in there.
            case idpUser = "idp_user"
            /// AWS itself: `invokedBy`, or an event of a service.
            case awsService = "aws_service"
            /// A product provider with rights that somebody lent it (`invokedByDelegate`).
            case vendor
            /// An application or agent with a token of somebody (OAuth client); also the identity provider
            /// itself, and an application with a token of its API.
            case application
            /// A function, an instance or another resource that a role is attached to.
            case resource
            /// Somebody from another account: the role owner's copy does not say who.
            case otherAccount = "other_account"
            /// Nobody is proven: a sign-in failed, or was only begun.
            case unproven
            /// The event does not say.
            case unknown
        }

        /// What kind of identity acted.
        public var kind = Kind.unknown

        /// The account whose credentials were used.
        public var account: String?

        /// The service, the vendor's account, the OAuth client, or the resource that acted; also the
        /// service that acted for a session. `nil` for a person.
        public var agent: String?

        /// The resource that an application's token is for.
        public var audience: String?

        /// `aws:SignInSessionArn` of the sign-in that the credentials came from. Not in the JSON form.
        public var signInSessionARN: String?

        /// The ARN of the role whose session acted, with its path. Not in the JSON form.
        public var roleARN: String?

        /// An instance by nothing but the name of its session, which a caller may have chosen. Not in the
        /// JSON form.
        public var isByName = false

        /// Whether it is one of the plan's break-glass users. Not in the JSON form.
        public var isBreakGlassUser = false

        /// A tool renewed its token by itself: nobody did anything. Not in the JSON form.
        public var renews = false

        /// Makes an actor that nothing is known of.
        public init() {}
    }
}
