import HTTP
import System
import Time

extension AWS.Operation {
    /// How one attempt at an operation ended, and what to fix before the next.
    typealias Attempt = HTTP.Attempt<Output, AWS.Failure, AWS.Remedy>

    /// Reads an answer.
    ///
    /// - Parameters:
    ///   - response: as it came.
    ///   - number: the number of the attempt, from 1.
    ///   - world: gives the time of day.
    ///   - skew: the assumed lead of the service's clock, in seconds.
    /// - Returns: the result, or how the attempt failed.
    func attempt(_ response: Response, number: Int, in world: World, skew: Int64) -> Attempt {
        let answer = AWS.Answer(response)
        let result = result(answer, attempt: number)
        guard case .failure(let failure) = result else { return Attempt(result, .done) }
        guard isSigned else { return Attempt(result, failure.verdict) }
        let remedy = failure.remedy(date: answer.date, now: world.now(), skew: skew)
        return Attempt(result, failure.verdict, fix: remedy)
    }

    /// The attempt brought no answer.
    func attempt(_ error: TransferError, number: Int) -> Attempt {
        let failure = unreachable(error, number: number)
        return Attempt(.failure(failure), failure.verdict)
    }

    /// The failure of a call that brought no answer.
    func unreachable(_ error: TransferError, number: Int) -> AWS.Failure {
        .unreachable(call, error, attempts: number)
    }
}
