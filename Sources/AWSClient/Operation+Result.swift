import HTTP

extension AWS.Operation {
    /// What an answer means: the operation's result, or how it failed.
    ///
    /// - Parameters:
    ///   - answer: as it came.
    ///   - attempt: the number of the call, from 1.
    /// - Returns: a result also if the operation treats the service's error as one.
    public func result(_ answer: AWS.Answer, attempt: Int = 1) -> Result<Output, AWS.Failure> {
        guard (200..<300).contains(answer.response.status) else {
            let error = AWS.ServiceError(answer, service: service, operation: name)
            if let output = readError(error, answer) { return .success(output) }
            return .failure(.refused(error, attempts: attempt))
        }
        do throws(AWS.Unreadable) {
            return .success(try read(answer))
        } catch {
            return .failure(
                .unreadable(call, reason: error.reason, requestID: answer.requestID))
        }
    }
}
