package import AWSClient

extension Site {
    /// Carries out an operation on something that may not be there.
    /// - Returns: nil if the service knows no such resource.
    /// - Throws: how the last attempt failed.
    package func find<Output: Sendable>(
        _ operation: AWS.Operation<Output>, in region: String
    ) async throws(AWS.Failure) -> Output? {
        do throws(AWS.Failure) {
            return try await send(operation, in: region)
        } catch .refused(let error, _) where error.isNotFound {
            return nil
        }
    }
}
