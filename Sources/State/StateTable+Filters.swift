public import AWSClient

extension StateTable {
    private static let filterID = "deployed#filters"

    /// The call that writes that a deployment changes the filter of a subscription: before it does.
    /// - Parameters:
    ///   - time: now, seconds since 1970.
    ///   - table: name or ARN, of the home Region's table.
    /// - Returns: a call that answers with the result.
    public static func noteFilterChange(
        at time: Int64, table: String
    ) -> AWS.Operation<DynamoDB.WriteResult> {
        DynamoDB.putItem(
            table: table, item: ["id": .string(Self.filterID), "changed": .number(time)])
    }

    /// The call that reads when a deployment last changed a filter.
    /// - Parameter table: name or ARN, of the home Region's table.
    /// - Returns: a call that answers with the item; nil if none was changed.
    public static func readFilterChange(table: String) -> AWS.Operation<DynamoDB.Item?> {
        DynamoDB.getItem(table: table, key: ["id": .string(Self.filterID)], consistent: true)
    }

    /// The time in that item: seconds since 1970; nil without an item.
    public static func filterChange(of item: DynamoDB.Item?) -> Int64? { item?["changed"]?.int }
}
