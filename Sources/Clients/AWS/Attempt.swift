import HTTP
import Time

extension AWS {
    /// How one attempt at an operation ended, and when the service thinks that was.
    struct Attempt<Output: Sendable> {
        /// The result, or why there is none.
        let outcome: Result<Output, Failure>

        /// The service's clock, where it answered.
        let date: Timestamp?

        /// Why there is no result.
        var failure: Failure? {
            if case .failure(let failure) = outcome { failure } else { nil }
        }

        /// Reads an answer.
        init(_ operation: Operation<Output>, _ response: Response, number: Int) {
            let answer = Answer(response)
            outcome = operation.result(answer, attempt: number)
            date = answer.date
        }

        /// There is no answer.
        init(_ operation: Operation<Output>, _ error: TransferError, number: Int) {
            outcome = .failure(.unreachable(operation.call, error, attempts: number))
            date = nil
        }
    }
}
