import HTTP
import HTTPTypes
public import Text

extension Lambda {
    /// What a function answered.
    public struct Invocation: Sendable, Hashable {
        /// The function's response, JSON; with ``functionError`` what Lambda says of the error.
        public let payload: [UInt8]

        /// `Handled` or `Unhandled` if the function failed; nil if it did not.
        public let functionError: String?
    }

    /// Runs a function and waits for its response. A call that is repeated runs it again.
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html>
    ///
    /// - Parameters:
    ///   - name: of the function.
    ///   - payload: its event.
    ///   - time: how long one attempt may take; the caller's deadline leaves half as much again.
    /// - Returns: a call that answers with the response.
    public static func invoke(
        _ name: String, payload: JSON, within time: Duration
    ) -> AWS.Operation<Invocation> {
        AWS.Operation(
            service, "Invoke",
            .post(
                path: "/2015-03-31/functions/\(PercentEncoding.encode(name))/invocations", payload),
            attemptLimit: time
        ) { answer throws(AWS.Unreadable) in
            Invocation(
                payload: answer.response.body,
                functionError: answer.response.headers[.amzFunctionError])
        }
    }
}
