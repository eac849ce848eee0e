public import FakeWorld
public import HTTP

extension FakeAWS {
    /// Answers DynamoDB's calls from a table, and all others by a function.
    /// - Parameters:
    ///   - table: for every table's name.
    ///   - machine: the machine of its clients.
    ///   - answer: e.g. SNS; by default it accepts every message.
    public convenience init(
        _ table: FakeTable, machine: FakeWorld = FakeWorld(),
        _ answer: @escaping (Call) -> Response = { _ in .published }
    ) {
        self.init(machine: machine) { call in
            call.host.hasPrefix("dynamodb")
                ? table.answer(call.action, call.body) : answer(call)
        }
    }
}
