import Text

extension SSOAdmin {
    /// An instance of IAM Identity Center.
    public struct Instance: Sendable, Hashable {
        /// Its ARN.
        public let arn: String

        /// The id of its directory, `d-…`.
        public let identityStoreID: String

        /// The account that owns it; nil if the service does not say.
        public let owner: String?
    }

    /// Lists the instances that the account can see in this Region, a page at a time.
    /// <https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListInstances.html>
    public static func listInstances(
        token: String? = nil
    ) -> AWS.Operation<AWS.Page<Instance>> {
        let input = JSON.members(["NextToken": token.map(JSON.string)])
        return AWS.Operation(service, "ListInstances", .json(input)) {
            answer throws(AWS.Unreadable) in
            let page = try answer.json()
            let instances = try require(page["Instances"]?.array, "Instances")
            return AWS.Page(
                try instances.map { instance throws(AWS.Unreadable) in
                    Instance(
                        arn: try require(instance["InstanceArn"]?.string, "InstanceArn"),
                        identityStoreID: try require(
                            instance["IdentityStoreId"]?.string, "IdentityStoreId"),
                        owner: instance["OwnerAccountId"]?.string)
                },
                next: page["NextToken"]?.string)
        }
    }
}
