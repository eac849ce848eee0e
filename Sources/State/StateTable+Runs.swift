public import AWSClient
import Reports
public import Snapshots
public import System

extension StateTable {
    /// What the last check left: `digest` of the item `run#last`, JSON text.
    /// - Throws: ``AWS/Failure``, or ``Unavailable`` where it is no digest.
    public func lastRun(deadline: Deadline) throws -> RunDigest? {
        let item = try run(
            DynamoDB.getItem(table: name, key: key("run#last"), consistent: true),
            deadline: deadline)
        guard let text = item?["digest"]?.string else { return nil }
        return try RunDigest(json: Array(text.utf8))
    }

    /// Leaves what this check saw, unless a later one was there already.
    public func keep(_ digest: RunDigest, deadline: Deadline) throws(AWS.Failure) {
        let taken = DynamoDB.AttributeValue.number(Int64(digest.takenAt))
        let item: DynamoDB.Item = [
            "id": .string("run#last"), "takenAt": taken,
            "digest": .string(String(decoding: digest.json, as: UTF8.self)),
        ]
        let condition = DynamoDB.Expression(
            "attribute_not_exists(#taken) OR #taken <= :taken", names: ["#taken": "takenAt"],
            values: [":taken": taken])
        _ = try run(
            DynamoDB.putItem(table: name, item: item, condition: condition), deadline: deadline)
    }

    /// The hash of the code that the roll-out gave a function, as Lambda shows it (base64):
    /// `codeSHA256` of the item `deployed#REGION/FUNCTION`, which `template/steps/note-code` writes.
    /// - Parameters:
    ///   - function: `REGION/FUNCTION`.
    ///   - deadline: when to give up.
    /// - Returns: `nil` where the roll-out wrote nothing.
    /// - Throws: why the table did not answer.
    public func deployedCode(
        of function: String, deadline: Deadline
    ) throws(AWS.Failure) -> String? {
        let item = try run(
            DynamoDB.getItem(table: name, key: key("deployed#\(function)")), deadline: deadline)
        return item?["codeSHA256"]?.string
    }
}
