import Text

/// The administration of IAM Identity Center.
/// <https://docs.aws.amazon.com/singlesignon/latest/APIReference/>
public enum SSOAdmin {
    static let service = AWS.Service(
        name: "sso", variable: "SSO_ADMIN",
        wire: .json(version: "1.1", target: "SWBExternalService"))

    /// An application of an instance.
    public struct Application: Sendable, Hashable {
        /// Its ARN.
        public let arn: String

        /// Its name.
        public let name: String?

        /// `ENABLED` or `DISABLED`; nil if the service does not say.
        public let status: String?

        /// The ARN of its kind of application.
        public let provider: String?

        /// The instance it belongs to.
        public let instanceARN: String?
    }

    /// Who is assigned to something.
    public struct Principal: Sendable, Hashable {
        /// Its id in the directory.
        public let id: String

        /// `USER` or `GROUP`.
        public let type: String
    }

    /// Reads an application by its ARN.
    /// <https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DescribeApplication.html>
    public static func describeApplication(arn: String) -> AWS.Operation<Application> {
        AWS.Operation(
            service, "DescribeApplication", .json(["ApplicationArn": .string(arn)])
        ) { answer throws(AWS.Unreadable) in
            let application = try answer.json()
            return Application(
                arn: try require(application["ApplicationArn"]?.string, "ApplicationArn"),
                name: application["Name"]?.string, status: application["Status"]?.string,
                provider: application["ApplicationProviderArn"]?.string,
                instanceARN: application["InstanceArn"]?.string)
        }
    }

    /// Lists who is assigned to an application, a page at a time.
    /// <https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListApplicationAssignments.html>
    public static func listApplicationAssignments(
        arn: String, token: String? = nil
    ) -> AWS.Operation<AWS.Page<Principal>> {
        let input = JSON.members([
            "ApplicationArn": .string(arn), "NextToken": token.map(JSON.string),
        ])
        return AWS.Operation(
            service, "ListApplicationAssignments", .json(input)
        ) { answer throws(AWS.Unreadable) in
            let page = try answer.json()
            let assignments = try require(
                page["ApplicationAssignments"]?.array, "ApplicationAssignments")
            return AWS.Page(
                try assignments.map { assignment throws(AWS.Unreadable) in
                    Principal(
                        id: try require(assignment["PrincipalId"]?.string, "PrincipalId"),
                        type: try require(assignment["PrincipalType"]?.string, "PrincipalType"))
                },
                next: page["NextToken"]?.string)
        }
    }

    /// Reads whether an application admits only those who are assigned to it.
    /// <https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_GetApplicationAssignmentConfiguration.html>
    public static func getApplicationAssignmentConfiguration(
        arn: String
    ) -> AWS.Operation<Bool> {
        let input: JSON = ["ApplicationArn": .string(arn)]
        return AWS.Operation(service, "GetApplicationAssignmentConfiguration", .json(input)) {
            answer throws(AWS.Unreadable) in
            try require(answer.json()["AssignmentRequired"]?.bool, "AssignmentRequired")
        }
    }
}
