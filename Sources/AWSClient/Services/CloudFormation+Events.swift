import XML

extension CloudFormation {
    /// Something that happened to a resource of a stack, or to the stack itself.
    public struct StackEvent: Sendable, Hashable {
        /// Its own id.
        public let id: String

        /// The logical id; the stack's name for the stack itself.
        public let logicalID: String

        /// The name or ARN; nil before the resource has one.
        public let physicalID: String?

        /// `AWS::Events::Rule`, ….
        public let type: String

        /// `CREATE_IN_PROGRESS`, `CREATE_FAILED`, ….
        public let status: String

        /// The service's own words; nil if there are none.
        public let reason: String?
    }

    /// Lists what happened to a stack, the latest first, a page at a time.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackEvents.html>
    ///
    /// - Parameters:
    ///   - stack: name or ARN.
    ///   - token: of the previous page.
    /// - Returns: a call that answers with a page.
    public static func describeStackEvents(
        of stack: String, token: String? = nil
    ) -> AWS.Operation<AWS.Page<StackEvent>> {
        var form = ["StackName": stack]
        form["NextToken"] = token
        let name = "DescribeStackEvents"
        return AWS.Operation(service, name, .form(form)) { answer throws(AWS.Unreadable) in
            let result = try answer.xmlResult(of: name)
            return AWS.Page(
                try result.members("StackEvents").map { event throws(AWS.Unreadable) in
                    StackEvent(
                        id: event.text("EventId") ?? "",
                        logicalID: event.text("LogicalResourceId") ?? "",
                        physicalID: event.text("PhysicalResourceId"),
                        type: event.text("ResourceType") ?? "",
                        status: try require(event.text("ResourceStatus"), "ResourceStatus"),
                        reason: event.text("ResourceStatusReason"))
                },
                next: result.text("NextToken"))
        }
    }
}
