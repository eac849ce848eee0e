import Text

extension DynamoDB {
    /// Reads up to 1 MB of the items under one partition key of an index, by its sort key, ascending.
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html>
    ///
    /// - Parameters:
    ///   - table: name or ARN.
    ///   - index: a global secondary index, which may lag behind the table.
    ///   - condition: on the keys of the index, e.g. `#lane = :lane AND #due <= :now`.
    ///   - limit: how many items at most.
    ///   - start: the key after which to go on; nil to begin.
    /// - Returns: a call that answers with what the index holds of the items, and the key after which
    ///   there may be more.
    public static func query(
        table: String, index: String, condition: Expression, limit: Int, start: Item? = nil
    ) -> AWS.Operation<(items: [Item], last: Item?)> {
        let input = JSON.members([
            "TableName": .string(table), "IndexName": .string(index),
            "KeyConditionExpression": .string(condition.text),
            "ExpressionAttributeNames": .object(condition.names.mapValues(JSON.string)),
            "ExpressionAttributeValues": .item(condition.values),
            "Limit": .number("\(limit)"), "ExclusiveStartKey": start.map(JSON.item),
        ])
        return AWS.Operation(service, "Query", .json(input)) { answer throws(AWS.Unreadable) in
            let document = try answer.json()
            let items = try require(document["Items"]?.array, "Items").map(\.item)
            return (items, document["LastEvaluatedKey"]?.item)
        }
    }
}
