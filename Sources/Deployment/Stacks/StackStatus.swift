/// What a deployment may do with a stack, by CloudFormation's name of its status.
///
/// Source: CloudFormation User Guide, "Stack status codes".
public enum StackStatus: Sendable, Hashable {
    /// Nothing is there.
    case absent
    /// CloudFormation is at work: wait, then look again.
    case underWay
    /// It can be updated, and is as its last template says, or as the one before.
    case settled
    /// It can only be deleted and made again: nobody has used it, or it was to be deleted.
    case unusable
    /// Its last update could not be undone: somebody has to say what happens to the resources.
    case stuck

    /// Reads CloudFormation's name of a status. A name that is not known counts as stuck.
    public init(_ name: String) {
        self =
            switch name {
            case "DELETE_COMPLETE": .absent
            case "REVIEW_IN_PROGRESS", "CREATE_FAILED", "ROLLBACK_COMPLETE", "ROLLBACK_FAILED",
                "DELETE_FAILED":
                .unusable
            case "CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "UPDATE_FAILED",
                "IMPORT_COMPLETE", "IMPORT_ROLLBACK_COMPLETE":
                .settled
            case _ where name.hasSuffix("_IN_PROGRESS"): .underWay
            default: .stuck
            }
    }

    /// Whether a status says that what was asked for is done.
    public static func isDone(_ name: String) -> Bool {
        ["CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE"].contains(name)
    }
}
