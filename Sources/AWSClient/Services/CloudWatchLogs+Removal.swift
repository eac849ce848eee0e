import Text

extension CloudWatchLogs {
    /// Deletes a log group with everything in it; `ResourceNotFoundException` if there is none.
    /// <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html>
    public static func deleteLogGroup(_ name: String) -> AWS.Operation<Void> {
        AWS.Operation(service, "DeleteLogGroup", .json(["logGroupName": .string(name)])) { _ in }
    }
}
