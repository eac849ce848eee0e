// State: what a function goes by. The plan that lies beside its executable, and the one DynamoDB table
// in which functions leave things for each other and for the next run: who writes an item and who
// reads it use the same file.
//
// May import BreakGlass, Clients, HTTP and Time.

public import Clients
import HTTP

/// The table of what was said and done: alerts published, sessions, the declared emergency, what the
/// last check saw, which canaries were heard.
///
/// One item per fact, found by its `id` (text); `expires` (seconds since 1970) lets DynamoDB forget.
/// Nothing may depend on it: whoever asks goes on without an answer, and says so.
public struct StateTable {
    /// How long it is asked before the alert goes on without it.
    static let patience = Duration.seconds(3)

    let name: String
    let client: AWS.Client

    /// Makes a table of a name or an ARN.
    public init(name: String, client: AWS.Client) {
        self.name = name
        self.client = client
    }

    func run<Output>(
        _ operation: AWS.Operation<Output>, deadline: Deadline
    ) throws(AWS.Failure) -> Output {
        try client.send(operation, before: deadline.capped(by: Self.patience))
    }

    func key(_ id: String) -> DynamoDB.Item { ["id": .string(id)] }
}
