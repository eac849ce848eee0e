import Text

extension DynamoDB {
    /// One write of a transaction.
    public struct Update: Sendable, Hashable {
        /// The whole primary key.
        public var key: Item

        /// The change.
        public var change: Expression

        /// What must hold of the item now.
        public var condition: Expression?

        /// Makes a write.
        public init(key: Item, change: Expression, condition: Expression? = nil) {
            self.key = key
            self.change = change
            self.condition = condition
        }
    }

    /// Updates up to a hundred items of one table, all or none. Each costs twice as much as alone.
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html>
    ///
    /// - Parameters:
    ///   - table: name or ARN.
    ///   - updates: 1 to 100, of different items.
    /// - Returns: a call that answers with whether they were done; not if a condition was not met, or
    ///   somebody else wrote one of the items at the same time.
    public static func transactWriteItems(
        table: String, updates: [Update]
    ) -> AWS.Operation<Bool> {
        let writes = updates.map { update -> JSON in
            let input = write(
                table: table, condition: update.condition, update: update.change,
                ["Key": .item(update.key)])
            guard case .json(.object(var members)) = input else { return .null }
            members["ReturnValuesOnConditionCheckFailure"] = nil
            return ["Update": .object(members)]
        }
        return AWS.Operation(
            service, "TransactWriteItems", .json(["TransactItems": .array(writes)]),
            read: { answer throws(AWS.Unreadable) in
                _ = try answer.json()
                return true
            },
            readError: { error, _ in
                error.code == "TransactionCanceledException" ? .some(false) : nil
            })
    }
}
