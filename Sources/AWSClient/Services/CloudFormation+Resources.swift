import XML

extension CloudFormation {
    /// What a stack says of one of its resources.
    public struct StackResource: Sendable, Hashable {
        /// Its name in the template.
        public let logicalID: String

        /// Its name, ARN or id in the service, e.g. `BUS|RULE` for a rule on a bus of its own; nil
        /// until it is made.
        public let physicalID: String?

        /// `AWS::Events::Rule`, ….
        public let type: String

        /// `CREATE_COMPLETE`, `DELETE_COMPLETE`, ….
        public let status: String

        /// Makes a resource.
        public init(logicalID: String, physicalID: String?, type: String, status: String) {
            self.logicalID = logicalID
            self.physicalID = physicalID
            self.type = type
            self.status = status
        }
    }

    /// Lists the resources of a stack, a page at a time, deleted ones included.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStackResources.html>
    ///
    /// - Parameters:
    ///   - stack: name or ARN.
    ///   - token: of the previous page.
    /// - Returns: a call that answers with a page.
    public static func listStackResources(
        stack: String, token: String? = nil
    ) -> AWS.Operation<AWS.Page<StackResource>> {
        var form = ["StackName": stack]
        form["NextToken"] = token
        let name = "ListStackResources"
        return AWS.Operation(service, name, .form(form)) { answer throws(AWS.Unreadable) in
            let result = try answer.xmlResult(of: name)
            _ = try require(result["StackResourceSummaries"], "StackResourceSummaries")
            return AWS.Page(
                // An emulator lists what it did not make without any id.
                try result.members("StackResourceSummaries").filter {
                    $0.text("LogicalResourceId") != nil
                }.map { member throws(AWS.Unreadable) in
                    StackResource(
                        logicalID: member.text("LogicalResourceId") ?? "",
                        physicalID: member.text("PhysicalResourceId"),
                        type: try require(member.text("ResourceType"), "ResourceType"),
                        status: try require(member.text("ResourceStatus"), "ResourceStatus"))
                },
                next: result.text("NextToken"))
        }
    }
}
