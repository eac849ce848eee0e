import Text

extension Organizations {
    /// An account of the organization.
    public struct Account: Sendable, Hashable {
        /// Twelve digits.
        public let id: String

        /// Its name.
        public let name: String

        /// `ACTIVE`, `SUSPENDED`, `PENDING_CLOSURE`, `CLOSED`, ….
        public let status: String
    }

    /// A policy of the organization.
    public struct Policy: Sendable, Hashable {
        /// `p-…`.
        public let id: String

        /// Whether it is AWS's own: such a policy allows everything.
        public let isOwnedByAWS: Bool

        /// What people call it.
        public let name: String
    }

    /// What a policy is attached to.
    public struct Target: Sendable, Hashable {
        /// An account's, an organizational unit's or the root's id.
        public let id: String

        /// `ACCOUNT`, `ORGANIZATIONAL_UNIT` or `ROOT`.
        public let type: String
    }

    /// Lists the organization's accounts, a page at a time.
    /// <https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html>
    public static func listAccounts(token: String? = nil) -> AWS.Operation<AWS.Page<Account>> {
        page("ListAccounts", "Accounts", [:], token) { account throws(AWS.Unreadable) in
            // `State` says more than `Status`, which AWS is about to remove.
            let status = account["State"]?.string ?? account["Status"]?.string
            return Account(
                id: try require(account["Id"]?.string, "Id"),
                name: account["Name"]?.string ?? "", status: try require(status, "State"))
        }
    }

    /// Lists the organization's resource control policies, a page at a time.
    /// <https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListPolicies.html>
    public static func listResourceControlPolicies(
        token: String? = nil
    ) -> AWS.Operation<AWS.Page<Policy>> {
        page(
            "ListPolicies", "Policies", ["Filter": "RESOURCE_CONTROL_POLICY"], token, read: policy)
    }

    /// Lists the organization's service control policies, a page at a time.
    /// <https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListPolicies.html>
    public static func listServiceControlPolicies(
        token: String? = nil
    ) -> AWS.Operation<AWS.Page<Policy>> {
        page("ListPolicies", "Policies", ["Filter": "SERVICE_CONTROL_POLICY"], token, read: policy)
    }

    @Sendable static func policy(_ json: JSON) throws(AWS.Unreadable) -> Policy {
        Policy(
            id: try require(json["Id"]?.string, "Id"),
            isOwnedByAWS: json["AwsManaged"]?.bool ?? false, name: json["Name"]?.string ?? "")
    }

    /// Lists the services with trusted access, e.g. `cloudtrail.amazonaws.com`, a page at a time.
    /// <https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAWSServiceAccessForOrganization.html>
    public static func listServiceAccess(token: String? = nil) -> AWS.Operation<AWS.Page<String>> {
        page("ListAWSServiceAccessForOrganization", "EnabledServicePrincipals", [:], token) {
            service throws(AWS.Unreadable) in
            try require(service["ServicePrincipal"]?.string, "ServicePrincipal")
        }
    }

    /// Reads a policy: JSON text.
    /// <https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribePolicy.html>
    public static func describePolicy(id: String) -> AWS.Operation<String> {
        AWS.Operation(service, "DescribePolicy", .json(["PolicyId": .string(id)])) {
            answer throws(AWS.Unreadable) in
            try require(answer.json()["Policy"]?["Content"]?.string, "Content")
        }
    }

    /// Lists what a policy is attached to, a page at a time.
    /// <https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListTargetsForPolicy.html>
    public static func listTargetsForPolicy(
        id: String, token: String? = nil
    ) -> AWS.Operation<AWS.Page<Target>> {
        page("ListTargetsForPolicy", "Targets", ["PolicyId": .string(id)], token) {
            target throws(AWS.Unreadable) in
            Target(
                id: try require(target["TargetId"]?.string, "TargetId"),
                type: try require(target["Type"]?.string, "Type"))
        }
    }

    /// Lists the ids of the organization's roots: there is one.
    /// <https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListRoots.html>
    public static func listRoots(token: String? = nil) -> AWS.Operation<AWS.Page<String>> {
        page("ListRoots", "Roots", [:], token) { root throws(AWS.Unreadable) in
            try require(root["Id"]?.string, "Id")
        }
    }

    /// Lists the ids of the accounts, or of the organizational units, right below a parent, a page
    /// at a time.
    /// <https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListChildren.html>
    ///
    /// - Parameters:
    ///   - parent: id of an organizational unit or the root.
    ///   - type: `ACCOUNT` or `ORGANIZATIONAL_UNIT`.
    ///   - token: of the previous page.
    /// - Returns: a call that answers with a page.
    public static func listChildren(
        of parent: String, type: String, token: String? = nil
    ) -> AWS.Operation<AWS.Page<String>> {
        page(
            "ListChildren", "Children", ["ParentId": .string(parent), "ChildType": .string(type)],
            token
        ) { child throws(AWS.Unreadable) in try require(child["Id"]?.string, "Id") }
    }

    static func page<Item: Sendable>(
        _ name: String, _ list: String, _ input: [String: JSON], _ token: String?,
        read: @escaping @Sendable (JSON) throws(AWS.Unreadable) -> Item
    ) -> AWS.Operation<AWS.Page<Item>> {
        var input = input
        input["NextToken"] = token.map(JSON.string)
        return AWS.Operation(service, name, .json(.object(input))) {
            answer throws(AWS.Unreadable) in
            let page = try answer.json()
            return AWS.Page(
                try require(page[list]?.array, list).map { item throws(AWS.Unreadable) in
                    try read(item)
                },
                next: page["NextToken"]?.string)
        }
    }
}
