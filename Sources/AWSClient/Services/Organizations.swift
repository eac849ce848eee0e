import Text

/// AWS Organizations. <https://docs.aws.amazon.com/organizations/latest/APIReference/>
///
/// Found in one Region of each partition only, `us-east-1` in AWS's public one.
public enum Organizations {
    static let service = AWS.Service(
        name: "organizations", variable: "ORGANIZATIONS",
        wire: .json(version: "1.1", target: "AWSOrganizationsV20161128"))

    /// The id of the management account; any account of the organization may ask.
    /// <https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html>
    ///
    /// - Returns: a call that answers with twelve digits.
    public static func describeManagementAccount() -> AWS.Operation<String> {
        AWS.Operation(service, "DescribeOrganization", .json([:])) {
            answer throws(AWS.Unreadable) in
            let organization = try require(answer.json()["Organization"], "Organization")
            // The API kept the old name of the field.
            return try require(organization["MasterAccountId"]?.string, "MasterAccountId")
        }
    }
}
