import AWSClient
import AccessPlan
import State

/// Where one Region keeps what is declared. Each Region has a state table of its own: a global table's
/// conditional writes do not exclude across Regions.
struct DeclarationTable {
    /// Which Region.
    let region: String
    let client: AWS.Client

    /// How long one call may take, tries included: a person waits longer than an alert.
    private static let patience = Duration.seconds(20)

    /// The state table.
    var state: StateTable {
        StateTable(name: AlertPathNames.table, client: client, patience: Self.patience)
    }
}
