import Text

/// The directory behind IAM Identity Center.
/// <https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/>
public enum IdentityStore {
    static let service = AWS.Service(
        name: "identitystore", variable: "IDENTITYSTORE",
        wire: .json(version: "1.1", target: "AWSIdentityStore"))

    /// A group.
    public struct Group: Sendable, Hashable {
        /// Its id.
        public let id: String

        /// Its name.
        public let displayName: String?

        /// Ids that other directories know it by: such a group is provisioned from there.
        public let externalIssuers: [String]
    }

    /// A user.
    public struct User: Sendable, Hashable {
        /// Its id.
        public let id: String

        /// The name it signs in with.
        public let userName: String?
    }

    /// Reads a group by its id.
    /// <https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_DescribeGroup.html>
    public static func describeGroup(store: String, groupID: String) -> AWS.Operation<Group> {
        let input: JSON = ["IdentityStoreId": .string(store), "GroupId": .string(groupID)]
        return AWS.Operation(service, "DescribeGroup", .json(input)) {
            answer throws(AWS.Unreadable) in
            try Group(answer.json())
        }
    }

    /// Lists groups, a page at a time.
    /// <https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_ListGroups.html>
    public static func listGroups(
        store: String, token: String? = nil
    ) -> AWS.Operation<AWS.Page<Group>> {
        let input = JSON.members([
            "IdentityStoreId": .string(store), "NextToken": token.map(JSON.string),
        ])
        return AWS.Operation(service, "ListGroups", .json(input)) { answer throws(AWS.Unreadable) in
            let page = try answer.json()
            let groups = try require(page["Groups"]?.array, "Groups")
            return AWS.Page(
                try groups.map { json throws(AWS.Unreadable) in try Group(json) },
                next: page["NextToken"]?.string)
        }
    }

    /// Lists the ids of a group's members, a page at a time. Groups hold users only.
    /// <https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_ListGroupMemberships.html>
    public static func listGroupMemberships(
        store: String, groupID: String, token: String? = nil
    ) -> AWS.Operation<AWS.Page<String>> {
        let input = JSON.members([
            "IdentityStoreId": .string(store), "GroupId": .string(groupID),
            "NextToken": token.map(JSON.string),
        ])
        return AWS.Operation(
            service, "ListGroupMemberships", .json(input)
        ) { answer throws(AWS.Unreadable) in
            let page = try answer.json()
            let members = try require(page["GroupMemberships"]?.array, "GroupMemberships")
            return AWS.Page(
                try members.map { member throws(AWS.Unreadable) in
                    try require(member["MemberId"]?["UserId"]?.string, "UserId")
                },
                next: page["NextToken"]?.string)
        }
    }

    /// Reads a user by its id.
    /// <https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_DescribeUser.html>
    public static func describeUser(store: String, userID: String) -> AWS.Operation<User> {
        let input: JSON = ["IdentityStoreId": .string(store), "UserId": .string(userID)]
        return AWS.Operation(service, "DescribeUser", .json(input)) {
            answer throws(AWS.Unreadable) in
            let user = try answer.json()
            return User(
                id: try require(user["UserId"]?.string, "UserId"),
                userName: user["UserName"]?.string)
        }
    }
}

extension IdentityStore.Group {
    fileprivate init(_ json: JSON) throws(AWS.Unreadable) {
        id = try require(json["GroupId"]?.string, "GroupId")
        displayName = json["DisplayName"]?.string
        externalIssuers = (json["ExternalIds"]?.array ?? []).compactMap { $0["Issuer"]?.string }
    }
}
