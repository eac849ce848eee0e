extension Graph {
    /// An enterprise application.
    public struct ServicePrincipal: Sendable, Hashable {
        /// Its object id, as answered.
        public let id: String
        /// The id of the application it stands for, which metadata and policies use.
        public let appID: String
        /// `displayName`.
        public let displayName: String
        /// `accountEnabled`; nil if it does not say.
        public let isEnabled: Bool?
        /// `isDisabled`: the registration itself was deactivated.
        public let isDeactivated: Bool
        /// `appRoleAssignmentRequired`; without it everybody in the tenant may sign in.
        public let demandsAssignment: Bool
        /// `preferredSingleSignOnMode`: `saml`, …; nil if none is set.
        public let signOnMode: String?
    }

    /// Reads an enterprise application by its object id, whether enabled or not.
    /// <https://learn.microsoft.com/graph/api/serviceprincipal-get>
    public static func getServicePrincipal(_ id: String) -> WebAPI.Call<ServicePrincipal> {
        .json(
            "/v1.0/servicePrincipals/\(segment(id))",
            query: [("$select", ServicePrincipal.fields)]
        ) { app throws(WebAPI.Unreadable) in
            ServicePrincipal(
                id: try app.text("id"), appID: try app.text("appId"),
                displayName: try app.text("displayName"),
                isEnabled: try app.optionalBool("accountEnabled"),
                isDeactivated: try app.optionalBool("isDisabled") ?? false,
                demandsAssignment: try app.optionalBool("appRoleAssignmentRequired") ?? false,
                signOnMode: try app.optionalText("preferredSingleSignOnMode"))
        }
    }

    /// Who is assigned to an application.
    public struct AppRoleAssignment: Sendable, Hashable {
        /// The id of who is assigned.
        public let principal: String
        /// Their name.
        public let name: String
        /// `User`, `Group`, `ServicePrincipal`.
        public let kind: String
    }

    /// Lists who is assigned to an application.
    /// <https://learn.microsoft.com/graph/api/serviceprincipal-list-approleassignedto>
    public static func listAppRoleAssignedTo(_ app: String) -> WebAPI.List<AppRoleAssignment> {
        WebAPI.List(
            "/v1.0/servicePrincipals/\(segment(app))/appRoleAssignedTo", query: [("$top", "999")]
        ) { assignment throws(WebAPI.Unreadable) in
            let id = try assignment.text("principalId")
            return AppRoleAssignment(
                principal: id, name: try assignment.firstText("principalDisplayName") ?? id,
                kind: try assignment.text("principalType"))
        }
    }

    /// Reads the federation metadata that an application's partners read: open to everybody, so
    /// that no token is sent.
    /// <https://learn.microsoft.com/entra/identity-platform/federation-metadata>
    public static func getFederationMetadata(
        tenant: String, appID: String
    ) -> WebAPI.Call<[UInt8]> {
        .document(
            "/\(segment(tenant))/federationmetadata/2007-06/federationmetadata.xml",
            query: [("appid", appID)], accept: "application/samlmetadata+xml, text/xml")
    }
}

extension Graph.ServicePrincipal {
    fileprivate static let fields =
        "id,appId,displayName,accountEnabled,isDisabled,appRoleAssignmentRequired,"
        + "preferredSingleSignOnMode"
}
