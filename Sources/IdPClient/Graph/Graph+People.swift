extension Graph {
    /// A user.
    public struct User: Sendable, Hashable {
        /// Its id.
        public let id: String
        /// `accountEnabled`; nil if it does not say.
        public let isEnabled: Bool?
    }

    /// Reads a user by id or sign-in name.
    /// <https://learn.microsoft.com/graph/api/user-get>
    public static func getUser(_ idOrName: String) -> WebAPI.Call<User> {
        .json(
            "/v1.0/users/\(segment(idOrName))", query: [("$select", "id,accountEnabled")]
        ) { user throws(WebAPI.Unreadable) in
            User(id: try user.text("id"), isEnabled: try user.optionalBool("accountEnabled"))
        }
    }

    /// Reads the authentication methods of a user: `methodsRegistered`, none if
    /// `isMfaRegistered` is false.
    /// <https://learn.microsoft.com/graph/api/userregistrationdetails-get>
    public static func getUserRegistrationDetails(_ user: String) -> WebAPI.Call<[String]> {
        .json(
            "/v1.0/reports/authenticationMethods/userRegistrationDetails/\(segment(user))"
        ) { details throws(WebAPI.Unreadable) in
            let methods = try details.texts("methodsRegistered")
            return try details.optionalBool("isMfaRegistered") == true ? methods : []
        }
    }
}
