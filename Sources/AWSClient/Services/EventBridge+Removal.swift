import Text

extension EventBridge {
    /// Deletes an archive with every event in it; `ResourceNotFoundException` if there is none.
    /// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteArchive.html>
    public static func deleteArchive(_ name: String) -> AWS.Operation<Void> {
        AWS.Operation(service, "DeleteArchive", .json(["ArchiveName": .string(name)])) { _ in }
    }

    /// Deletes a bus without rules; succeeds if it does not exist.
    /// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteEventBus.html>
    public static func deleteEventBus(_ name: String) -> AWS.Operation<Void> {
        AWS.Operation(service, "DeleteEventBus", .json(["Name": .string(name)])) { _ in }
    }
}
