public import AWSClient
public import System

extension StateTable {
    /// The hash of the code that was deployed to a function, as Lambda shows it (base64):
    /// `codeSHA256` of the item `deployed#REGION/FUNCTION`, which `template/steps/note-code` writes.
    /// - Parameters:
    ///   - function: `REGION/FUNCTION`.
    ///   - deadline: when to give up.
    /// - Returns: `nil` where the deployment wrote nothing.
    /// - Throws: why the table did not answer.
    public func deployedCode(
        of function: String, deadline: Deadline
    ) throws(AWS.Failure) -> String? {
        let item = try run(
            DynamoDB.getItem(table: name, key: key("deployed#\(function)")), deadline: deadline)
        return item?["codeSHA256"]?.string
    }
}
