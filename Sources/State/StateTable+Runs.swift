public import AWSClient
public import Runs
public import System

extension StateTable {
    private static let lastRun = "run#last"

    /// The digest of the last run: `digest` (JSON text) of the item `run#last`.
    /// - Throws: ``AWS/Failure``, or ``MalformedItem`` when it is not a digest.
    public func lastRun(deadline: Deadline) throws -> RunDigest? {
        let item = try run(
            DynamoDB.getItem(table: name, key: key(Self.lastRun), consistent: true),
            deadline: deadline)
        guard let item else { return nil }
        guard let text = item["digest"]?.string else {
            throw MalformedItem(Self.lastRun, "digest is missing")
        }
        do {
            return try RunDigest(json: Array(text.utf8))
        } catch {
            throw MalformedItem(Self.lastRun, error.description)
        }
    }

    /// Stores the digest of this run, unless the table holds one of a later run.
    public func keep(_ digest: RunDigest, deadline: Deadline) throws(AWS.Failure) {
        let taken = DynamoDB.AttributeValue.number(Int64(digest.takenAt))
        let item: DynamoDB.Item = [
            "id": .string(Self.lastRun), "takenAt": taken,
            "digest": .string(String(decoding: digest.json, as: UTF8.self)),
        ]
        let condition = DynamoDB.Expression(
            "attribute_not_exists(#taken) OR #taken <= :taken", names: ["#taken": "takenAt"],
            values: [":taken": taken])
        _ = try run(
            DynamoDB.putItem(table: name, item: item, condition: condition), deadline: deadline)
    }
}
