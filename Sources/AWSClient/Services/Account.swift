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
        let input = JSON.members([
            "MaxResults": .number("50"), "NextToken": token.map(JSON.string),
            "RegionOptStatusContains": .array(["ENABLED", "ENABLED_BY_DEFAULT", "ENABLING"]),
        ])
        return AWS.Operation(
            service, "ListRegions", .post(path: "/listRegions", input)
        ) { answer throws(AWS.Unreadable) in
            let page = try answer.json()
            let regions = try require(page["Regions"]?.array, "Regions")
            return AWS.Page(
                try regions.map { region throws(AWS.Unreadable) in
                    try require(region["RegionName"]?.string, "RegionName")
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
