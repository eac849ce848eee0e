import Text

extension DynamoDB {
    /// What a batch brought.
    public struct Batch: Sendable, Hashable {
        /// The items that are there, in no order.
        public let items: [Item]

        /// Keys that were not read, for another call.
        public let unprocessed: [Item]
    }

    /// Reads up to a hundred items of one table by their whole primary keys.
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html>
    ///
    /// - Parameters:
    ///   - table: name or ARN.
    ///   - keys: 1 to 100 whole primary keys, all different.
    ///   - consistent: whether every write before now is seen, at twice the price.
    /// - Returns: a call that answers with the items that exist.
    public static func batchGetItem(
        table: String, keys: [Item], consistent: Bool = false
    ) -> AWS.Operation<Batch> {
        let read = JSON.members([
            "Keys": .array(keys.map(JSON.item)), "ConsistentRead": consistent ? .bool(true) : nil,
        ])
        let request = JSON.object([table: read])
        return AWS.Operation(
            service, "BatchGetItem", .json(["RequestItems": request])
        ) { answer throws(AWS.Unreadable) in
            let document = try answer.json()
            let items = try require(document["Responses"]?.object, "Responses").values
            let left = document["UnprocessedKeys"]?.object?.values.compactMap { $0["Keys"]?.array }
            return Batch(
                items: items.flatMap { $0.array ?? [] }.compactMap(\.item),
                unprocessed: (left ?? []).joined().compactMap(\.item))
        }
    }
}
