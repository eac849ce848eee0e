public import AWSClient
public import System

extension StateTable {
    /// The hash of the code that was deployed to a function, as Lambda shows it (base64):
    /// `codeSHA256` of the item `deployed#REGION/FUNCTION`, which deployment writes.
    /// - Parameters:
    ///   - function: `REGION/FUNCTION`.
    ///   - deadline: when to give up.
    /// - Returns: `nil` where the deployment wrote nothing.
    /// - Throws: why the table did not answer.
    public func deployedCode(
        of function: String, deadline: Deadline
    ) throws(AWS.Failure) -> String? {
        Self.codeSHA256(of: try run(Self.readDeployed(function, table: name), deadline: deadline))
    }

    /// The call that reads the item of a function.
    /// - Parameters:
    ///   - function: `REGION/FUNCTION`.
    ///   - table: name or ARN.
    /// - Returns: a call that answers with the item; nil if the deployment wrote nothing.
    public static func readDeployed(
        _ function: String, table: String
    ) -> AWS.Operation<DynamoDB.Item?> {
        DynamoDB.getItem(table: table, key: ["id": .string("deployed#\(function)")])
    }

    /// The hash in the item of a function; nil without an item.
    public static func codeSHA256(of item: DynamoDB.Item?) -> String? {
        item?["codeSHA256"]?.string
    }

    /// The call that writes which code a function was given.
    /// - Parameters:
    ///   - codeSHA256: as Lambda shows it.
    ///   - function: `REGION/FUNCTION`.
    ///   - table: name or ARN, of the home Region's table.
    /// - Returns: a call that answers with the result.
    public static func noteDeployed(
        _ codeSHA256: String, to function: String, table: String
    ) -> AWS.Operation<DynamoDB.WriteResult> {
        DynamoDB.putItem(
            table: table,
            item: [
                "id": .string("deployed#\(function)"), "codeSHA256": .string(codeSHA256),
            ])
    }
}
