import Text

extension DynamoDB {
    /// Reads the status of a table: `ACTIVE`, `CREATING`, `UPDATING`, `DELETING`,
    /// `INACCESSIBLE_ENCRYPTION_CREDENTIALS`, `ARCHIVING`, `ARCHIVED`.
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html>
    public static func describeTable(_ name: String) -> AWS.Operation<String> {
        AWS.Operation(
            service, "DescribeTable", .json(["TableName": .string(name)])
        ) { answer throws(AWS.Unreadable) in
            try require(answer.json()["Table"]?["TableStatus"]?.string, "TableStatus")
        }
    }
}
