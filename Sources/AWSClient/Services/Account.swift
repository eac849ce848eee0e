import Text

/// AWS Account Management. <https://docs.aws.amazon.com/accounts/latest/reference/>
public enum Account {
    static let service = AWS.Service(name: "account", variable: "ACCOUNT", wire: .restJSON)

    /// Lists the names of the caller's enabled Regions, a page at a time.
    /// <https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html>
    ///
    /// A Region that is being enabled counts as enabled: it records events already.
    ///
    /// - Parameter token: of the previous page.
    /// - Returns: a call that answers with names like `eu-west-1`.
    public static func listRegions(token: String? = nil) -> AWS.Operation<AWS.Page<String>> {
        let enabled: JSON = .array(["ENABLED", "ENABLED_BY_DEFAULT", "ENABLING"])
        return page("ListRegions", "RegionOptStatusContains", enabled, token) {
            region throws(AWS.Unreadable) in
            try require(region["RegionName"]?.string, "RegionName")
        }
    }

    /// A Region, and what an account may do there.
    public struct RegionStatus: Sendable, Hashable {
        /// Its name, e.g. `eu-west-1`.
        public let name: String

        /// `ENABLED_BY_DEFAULT`, `ENABLED`, `ENABLING`, `DISABLED`, `DISABLING`.
        public let status: String
    }

    /// Lists all Regions of an account with their status, a page at a time.
    /// <https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html>
    ///
    /// - Parameters:
    ///   - account: another member account of the organization, for the management account and for
    ///     delegated administrators of Account Management; nil for the caller's own.
    ///   - token: of the previous page.
    /// - Returns: a call that answers with a page.
    public static func listRegionStatus(
        of account: String?, token: String? = nil
    ) -> AWS.Operation<AWS.Page<RegionStatus>> {
        page("ListRegions", "AccountId", account.map(JSON.string), token) {
            region throws(AWS.Unreadable) in
            RegionStatus(
                name: try require(region["RegionName"]?.string, "RegionName"),
                status: try require(region["RegionOptStatus"]?.string, "RegionOptStatus"))
        }
    }

    /// A page of Regions, narrowed by one parameter.
    private static func page<Item: Sendable>(
        _ operation: String, _ name: String, _ value: JSON?, _ token: String?,
        read: @escaping @Sendable (JSON) throws(AWS.Unreadable) -> Item
    ) -> AWS.Operation<AWS.Page<Item>> {
        let input = JSON.members([
            name: value, "MaxResults": .number("50"), "NextToken": token.map(JSON.string),
        ])
        return AWS.Operation(service, operation, .post(path: "/listRegions", input)) {
            answer throws(AWS.Unreadable) in
            let page = try answer.json()
            return AWS.Page(
                try require(page["Regions"]?.array, "Regions").map {
                    region throws(AWS.Unreadable) in try read(region)
                },
                next: page["NextToken"]?.string)
        }
    }

    /// Reads the address to which AWS writes about security.
    /// <https://docs.aws.amazon.com/accounts/latest/reference/API_GetAlternateContact.html>
    ///
    /// - Returns: a call that answers with the address.
    public static func getSecurityContact() -> AWS.Operation<String> {
        AWS.Operation(
            service, "GetAlternateContact",
            .post(path: "/getAlternateContact", ["AlternateContactType": "SECURITY"])
        ) { answer throws(AWS.Unreadable) in
            let contact = try answer.json()["AlternateContact"]
            return try require(contact?["EmailAddress"]?.string, "EmailAddress")
        }
    }
}
