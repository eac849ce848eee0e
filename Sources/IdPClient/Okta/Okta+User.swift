extension Okta {
    /// A user.
    public struct User: Sendable, Hashable {
        /// Its id.
        public let id: String
        /// `ACTIVE`, `SUSPENDED`, `LOCKED_OUT`, ….
        public let status: String
    }

    /// A second factor that somebody enrolled.
    public struct Factor: Sendable, Hashable {
        /// `token:software:totp`, `webauthn`, ….
        public let kind: String
        /// Whether it can be used.
        public let isActive: Bool
    }

    /// Reads a user by id or sign-in name.
    /// <https://developer.okta.com/docs/api/openapi/okta-management/management/User/#tag/User/operation/getUser>
    public static func getUser(_ idOrLogin: String) -> WebAPI.Call<User> {
        .json("/api/v1/users/\(segment(idOrLogin))") { user throws(WebAPI.Unreadable) in
            User(id: try user.text("id"), status: try user.text("status"))
        }
    }

    /// Lists the factors that a user enrolled.
    /// <https://developer.okta.com/docs/api/openapi/okta-management/management/UserFactor/#tag/UserFactor/operation/listFactors>
    public static func listFactors(user: String) -> WebAPI.List<Factor> {
        WebAPI.List("/api/v1/users/\(segment(user))/factors") {
            factor throws(WebAPI.Unreadable) in
            Factor(
                kind: try factor.text("factorType"),
                isActive: try factor.optionalText("status") == "ACTIVE")
        }
    }
}
