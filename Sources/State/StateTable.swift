// State: the plan file next to the executable, and the items of the DynamoDB table in which
// functions store what they and the next run need. One file per kind of item, for writing and
// reading.

public import AWSClient
import System

/// The state table of a hub: published alerts, sessions, the declared emergency, the digest of the
/// last run, which canaries arrived.
///
/// One item per fact, with the key `id` (text). DynamoDB deletes an item after `expires` (seconds
/// since 1970). Nothing may depend on the table: a caller that gets no answer continues without it,
/// and reports that.
public struct StateTable {
    let name: String
    let client: AWS.Client
    private let patience: Duration

    /// Makes a table.
    /// - Parameters:
    ///   - name: its name or ARN.
    ///   - client: carries out the calls.
    ///   - patience: how long one call may take, with all attempts. After the usual three seconds an
    ///     alert continues without the table.
    public init(name: String, client: AWS.Client, patience: Duration = .seconds(3)) {
        self.name = name
        self.client = client
        self.patience = patience
    }

    func run<Output>(
        _ operation: AWS.Operation<Output>, deadline: Deadline
    ) throws(AWS.Failure) -> Output {
        try client.send(operation, before: deadline.capped(by: patience, in: client.world))
    }

    static let day: Int64 = 86_400

    func key(_ id: String) -> DynamoDB.Item { ["id": .string(id)] }
}

extension Double {
    /// Whole seconds; 0 for what is not a time.
    var seconds: Int64 { Int64(exactly: rounded(.down)) ?? 0 }
}

extension DynamoDB.AttributeValue? {
    /// The texts of a string set, sorted; none for another type.
    var texts: [String] {
        guard case .strings(let texts)? = self else { return [] }
        return texts.sorted()
    }
}
