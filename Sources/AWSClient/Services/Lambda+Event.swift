import Text

extension Lambda {
    /// Hands an event to a function, which runs later. A call that is repeated may run it twice.
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html>
    ///
    /// - Parameters:
    ///   - name: of the function.
    ///   - event: JSON, at most 1 MB.
    /// - Returns: a call that answers once Lambda has queued the event.
    public static func invokeLater(_ name: String, event: [UInt8]) -> AWS.Operation<Void> {
        AWS.Operation(
            service, "Invoke",
            .postBytes(
                path: "/2015-03-31/functions/\(PercentEncoding.encode(name))/invocations",
                query: [:],
                headers: [
                    "Content-Type": "application/json", "X-Amz-Invocation-Type": "Event",
                ], body: event)
        ) { _ in }
    }
}
