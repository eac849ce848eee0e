extension AWS.Operation {
    /// The same call, whose answer is read further.
    /// - Parameter transform: makes another value of what it answers.
    /// - Returns: a call that answers with that.
    public func mapped<Other: Sendable>(
        _ transform: @escaping @Sendable (Output) -> Other
    ) -> AWS.Operation<Other> {
        let (read, readError) = (self.read, self.readError)
        return AWS.Operation<Other>(
            service, name, input, isSigned: isSigned,
            read: { answer throws(AWS.Unreadable) in transform(try read(answer)) },
            readError: { error, answer in readError(error, answer).map(transform) })
    }
}
