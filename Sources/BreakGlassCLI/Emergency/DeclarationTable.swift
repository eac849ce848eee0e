import AWSClient
import AccessPlan
import State

/// The state table of one Region, which stores the declaration. Each Region has its own: conditional
/// writes to a global table do not exclude each other across Regions.
struct DeclarationTable {
    /// Which Region.
    let region: String
    let client: AWS.Client

    /// How long one call may take, with its retries: a person waits longer than an alert.
    private static let patience = Duration.seconds(20)

    /// The state table.
    var state: StateTable {
        StateTable(name: AlertPathNames.table, client: client, patience: Self.patience)
    }
}
