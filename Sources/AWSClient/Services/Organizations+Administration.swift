import Text

extension Organizations {
    /// The organization.
    public struct Organization: Sendable, Hashable {
        /// `o-…`.
        public let id: String

        /// Twelve digits.
        public let managementAccount: String
    }

    /// Reads which organization it is; any account of it may ask.
    /// <https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html>
    ///
    /// - Returns: a call that answers with the organization; nil if the account is in none.
    public static func describeOrganization() -> AWS.Operation<Organization?> {
        AWS.Operation(service, "DescribeOrganization", .json([:])) {
            answer throws(AWS.Unreadable) in
            let found = try require(answer.json()["Organization"], "Organization")
            return Organization(
                id: try require(found["Id"]?.string, "Id"),
                managementAccount: try require(
                    found["MasterAccountId"]?.string, "MasterAccountId"))
        } readError: { error, _ in
            error.code == "AWSOrganizationsNotInUseException" ? .some(nil) : nil
        }
    }

    /// Lists the ids of the accounts that administer a service for the organization, a page at a time.
    /// <https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListDelegatedAdministrators.html>
    ///
    /// - Parameters:
    ///   - principal: the service, e.g. `member.org.stacksets.cloudformation.amazonaws.com`.
    ///   - token: of the previous page.
    /// - Returns: a call that answers with a page.
    public static func listDelegatedAdministrators(
        of principal: String, token: String? = nil
    ) -> AWS.Operation<AWS.Page<String>> {
        page(
            "ListDelegatedAdministrators", "DelegatedAdministrators",
            ["ServicePrincipal": .string(principal)], token
        ) { account throws(AWS.Unreadable) in try require(account["Id"]?.string, "Id") }
    }
}
