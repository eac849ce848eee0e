import Text

/// Amazon DynamoDB. <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/>
public enum DynamoDB {
    static let service = AWS.Service(
        name: "dynamodb", variable: "DYNAMODB",
        wire: .json(version: "1.0", target: "DynamoDB_20120810"))

    /// The result of a conditional write. A condition that was not met is an answer, not a failure.
    public enum WriteResult: Sendable, Hashable {
        /// The write took place.
        case written

        /// The condition was not met; with the current item, or none if it does not exist.
        ///
        /// After a lost answer, the retry of one's own successful write ends here too: compare
        /// the item with what was written before concluding that another writer was first.
        case conditionFailed(Item?)
    }

    /// What became of an update.
    public enum UpdateResult: Sendable, Hashable {
        /// It was done; with the current item.
        case updated(Item)

        /// As in ``WriteResult/conditionFailed(_:)``.
        case conditionFailed(Item?)
    }

    /// Reads one item by its whole primary key.
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html>
    ///
    /// - Parameters:
    ///   - table: name or ARN.
    ///   - key: the whole primary key.
    ///   - consistent: whether every write before now is seen, at twice the price.
    /// - Returns: a call that answers with the item; nil if it does not exist.
    public static func getItem(
        table: String, key: Item, consistent: Bool = false
    ) -> AWS.Operation<Item?> {
        let input = JSON.members([
            "TableName": .string(table), "Key": .item(key),
            "ConsistentRead": consistent ? .bool(true) : nil,
        ])
        return AWS.Operation(service, "GetItem", .json(input)) { answer throws(AWS.Unreadable) in
            try answer.json()["Item"]?.item
        }
    }

    /// Writes one whole item, perhaps under a condition.
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html>
    ///
    /// - Parameters:
    ///   - table: name or ARN.
    ///   - item: the item, its key included.
    ///   - condition: a condition on the current item under this key.
    /// - Returns: a call that answers with the result.
    public static func putItem(
        table: String, item: Item, condition: Expression? = nil
    ) -> AWS.Operation<WriteResult> {
        let input = write(table: table, condition: condition, ["Item": .item(item)])
        return AWS.Operation(
            service, "PutItem", input, read: written,
            readError: { failedCondition($0, $1).map(WriteResult.conditionFailed) })
    }

    /// Changes some attributes of an item (or creates it), perhaps under a condition.
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html>
    ///
    /// - Parameters:
    ///   - table: name or ARN.
    ///   - key: the whole primary key.
    ///   - update: the change, e.g. `SET #sent = :now`.
    ///   - condition: what must hold of the item now. A placeholder that `update` uses too means
    ///     what it means there.
    /// - Returns: a call that answers with the result.
    public static func updateItem(
        table: String, key: Item, update: Expression, condition: Expression? = nil
    ) -> AWS.Operation<UpdateResult> {
        let input = write(
            table: table, condition: condition, update: update,
            ["Key": .item(key), "ReturnValues": "ALL_NEW"])
        return AWS.Operation(
            service, "UpdateItem", input,
            read: { answer throws(AWS.Unreadable) in
                .updated(try answer.json()["Attributes"]?.item ?? [:])
            },
            readError: { failedCondition($0, $1).map(UpdateResult.conditionFailed) })
    }

    /// Deletes one item, perhaps under a condition. An item that does not exist is not a failure.
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteItem.html>
    ///
    /// - Parameters:
    ///   - table: name or ARN.
    ///   - key: the whole primary key.
    ///   - condition: what must hold of the item now.
    /// - Returns: a call that answers with the result.
    public static func deleteItem(
        table: String, key: Item, condition: Expression? = nil
    ) -> AWS.Operation<WriteResult> {
        let input = write(table: table, condition: condition, ["Key": .item(key)])
        return AWS.Operation(
            service, "DeleteItem", input, read: written,
            readError: { failedCondition($0, $1).map(WriteResult.conditionFailed) })
    }
}
