import HTTP
import Time

extension AWS {
    /// How one attempt at an operation ended.
    struct Attempt<Output: Sendable> {
        /// The result, or why there is none.
        let outcome: Result<Output, Failure>

        /// Whether it was made: not where the service is known not to answer.
        let wasMade: Bool

        /// The service's clock, where it refused.
        let date: Timestamp?

        /// Why there is no result.
        var failure: Failure? {
            if case .failure(let failure) = outcome { failure } else { nil }
        }

        /// Reads an answer.
        init(_ operation: Operation<Output>, _ response: Response, number: Int) {
            let answer = Answer(response)
            outcome = operation.result(answer, attempt: number)
            wasMade = true
            // Nobody asks for the time of what went well.
            if case .failure = outcome { date = answer.date } else { date = nil }
        }

        /// There is no answer.
        init(
            _ operation: Operation<Output>, _ error: TransferError, number: Int,
            wasMade: Bool = true
        ) {
            outcome = .failure(.unreachable(operation.call, error, attempts: number))
            date = nil
            self.wasMade = wasMade
        }
    }
}
