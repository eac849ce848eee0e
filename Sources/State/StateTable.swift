// State: the plan file beside the executable, and the items of the DynamoDB table in which functions
// store what they and the next run need. One file per kind of item, for writing and reading.

public import AWSClient
import System

/// The table of what was said and done: alerts published, sessions, the declared emergency, what the
/// last check saw, which canaries were heard.
///
/// One item per fact, found by its `id` (text); `expires` (seconds since 1970) lets DynamoDB forget.
/// Nothing may depend on it: whoever asks goes on without an answer, and says so.
public struct StateTable {
    let name: String
    let client: AWS.Client
    private let patience: Duration

    /// Makes a table.
    /// - Parameters:
    ///   - name: its name or ARN.
    ///   - client: carries out the calls.
    ///   - patience: how long one call may take, tries included. An alert goes on without the table
    ///     after the usual three seconds.
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
    /// Whole seconds, held within what DynamoDB's time to live takes.
    var seconds: Int64 { Int64(exactly: rounded(.down)) ?? 0 }
}

extension DynamoDB.AttributeValue? {
    /// The texts of a string set; none where there is something else.
    var texts: [String] {
        guard case .strings(let texts)? = self else { return [] }
        return texts.sorted()
    }
}
