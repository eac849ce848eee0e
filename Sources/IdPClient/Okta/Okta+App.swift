import Text

extension Okta {
    /// An app, as far as it decides who gets into AWS.
    public struct App: Sendable, Hashable {
        /// Its id, as answered.
        public let id: String
        /// What kind it is, e.g. `amazon_aws`.
        public let name: String
        /// Its name.
        public let label: String
        /// `ACTIVE`, `INACTIVE`, `DELETED`.
        public let status: String
        /// `SAML_2_0`, ….
        public let signOnMode: String
        /// Seconds since 1970.
        public let lastUpdated: Int?
        /// `credentials.signing.kid`: the key that signs assertions.
        public let signingKeyID: String?
        /// `settings.implicitAssignment`.
        public let isAssignedToEverybody: Bool
        /// `settings.app` of an app for AWS Account Federation.
        public let aws: Result<AWSSettings, WebAPI.Unreadable>
        /// Names of the attributes that assertions contain in addition to those of the app's kind.
        public let attributes: [String]
        /// The id of the policy that decides about sign-in.
        public let accessPolicyID: String?
    }

    /// `settings.app` of AWS Account Federation.
    /// <https://help.okta.com/en-us/content/topics/deploymentguides/aws/aws-configure-aws-app.htm>
    public struct AWSSettings: Sendable, Hashable {
        /// `groupFilter`; empty if none is set.
        public let groupFilter: String
        /// `roleValuePattern`; empty if none is set.
        public let roleValuePattern: String
        /// `useGroupMapping`.
        public let useGroupMapping: Bool
        /// `joinAllRoles`.
        public let joinAllRoles: Bool
        /// `appFilter`.
        public let appFilter: String
        /// `awsEnvironmentType`.
        public let environmentType: String
        /// `overrideAcsURL`.
        public let overrideACSURL: String?
        /// `identityProviderArn`.
        public let identityProviderARN: String?
        /// `sessionDuration`, seconds.
        public let sessionDuration: Int?
        /// Whether `accessKey` or one of the `secretKey…` has a value; the value is not kept.
        public let holdsKey: Bool
    }

    /// Reads an app by its id, in any status.
    /// <https://developer.okta.com/docs/api/openapi/okta-management/management/Application/#tag/Application/operation/getApplication>
    public static func getApplication(_ id: String) -> WebAPI.Call<App> {
        .json("/api/v1/apps/\(segment(id))") { app throws(WebAPI.Unreadable) in
            let settings = try app.object("settings")
            let signOn = try settings.object("signOn")
            var attributes: [String] = []
            for list in ["attributeStatements", "configuredAttributeStatements"] {
                for statement in try signOn.objects(list) {
                    if let name = try statement.optionalText("name") { attributes.append(name) }
                }
            }
            let policy = try app.object("_links").object("accessPolicy").optionalText("href")
            return App(
                id: try app.text("id"), name: try app.text("name"), label: try app.text("label"),
                status: try app.text("status"), signOnMode: try app.text("signOnMode"),
                lastUpdated: try app.optionalMoment("lastUpdated"),
                signingKeyID: try app.object("credentials").object("signing").optionalText("kid"),
                isAssignedToEverybody: try settings.optionalBool("implicitAssignment") ?? false,
                aws: AWSSettings.read(try settings.object("app")), attributes: attributes,
                accessPolicyID: policy.flatMap { $0.split(separator: "/").last.map(String.init) })
        }
    }

    /// Lists who is assigned to an app, directly and through groups.
    /// <https://developer.okta.com/docs/api/openapi/okta-management/management/ApplicationUsers/#tag/ApplicationUsers/operation/listApplicationUsers>
    public static func listApplicationUsers(_ id: String) -> WebAPI.List<AppUser> {
        WebAPI.List("/api/v1/apps/\(segment(id))/users", query: [("limit", "500")]) {
            user throws(WebAPI.Unreadable) in
            let id = try user.text("id")
            let scope = try user.text("scope")
            guard ["USER", "GROUP"].contains(scope) else {
                throw WebAPI.Unreadable("has a scope that is neither USER nor GROUP")
            }
            let name = try user.object("credentials").optionalText("userName")
            let other = try user.object("profile").firstText("login", "email")
            return AppUser(id: id, login: name ?? other ?? id, isDirect: scope == "USER")
        }
    }

    /// A user assigned to an app.
    public struct AppUser: Sendable, Hashable {
        /// The user's id.
        public let id: String
        /// The user's name at the app, or another name.
        public let login: String
        /// Whether the user was assigned by name, not through a group.
        public let isDirect: Bool
    }

    /// Lists the ids of the groups that are assigned to an app.
    /// <https://developer.okta.com/docs/api/openapi/okta-management/management/ApplicationGroups/#tag/ApplicationGroups/operation/listApplicationGroupAssignments>
    public static func listApplicationGroups(_ id: String) -> WebAPI.List<String> {
        WebAPI.List("/api/v1/apps/\(segment(id))/groups", query: [("limit", "200")]) {
            group throws(WebAPI.Unreadable) in try group.text("id")
        }
    }
}

extension Okta.AWSSettings {
    /// Malformed settings do not make the app itself unreadable.
    static func read(_ settings: WebAPI.Fields) -> Result<Self, WebAPI.Unreadable> {
        do throws(WebAPI.Unreadable) {
            return .success(try Self(settings))
        } catch {
            return .failure(error)
        }
    }

    /// A missing setting has the value of a new app.
    private init(_ settings: WebAPI.Fields) throws(WebAPI.Unreadable) {
        groupFilter = try settings.optionalText("groupFilter") ?? ""
        roleValuePattern = try settings.optionalText("roleValuePattern") ?? ""
        useGroupMapping = try settings.optionalBool("useGroupMapping") ?? false
        joinAllRoles = try settings.optionalBool("joinAllRoles") ?? false
        appFilter = try settings.optionalText("appFilter") ?? "okta"
        environmentType = try settings.optionalText("awsEnvironmentType") ?? "aws.amazon"
        overrideACSURL = try settings.optionalText("overrideAcsURL").flatMap(Self.filled)
        identityProviderARN = try settings.optionalText("identityProviderArn").flatMap(Self.filled)
        sessionDuration = try settings.optionalNumeral("sessionDuration")
        holdsKey = ["accessKey", "secretKey", "secretKeyEnc"].contains { name in
            settings.json[name].map { $0 != "" } ?? false
        }
    }

    private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
}
