public import AWSClient
import HTTP
import System

/// An account that a run has credentials for.
public struct Site: Sendable {
    /// Twelve digits.
    public let account: String

    /// The ARN that the credentials belong to.
    public let arn: String

    /// Carries out the calls.
    public let client: AWS.ConcurrentClient

    /// Whose credentials sign them.
    public let caller: AWS.Caller

    /// Makes a site.
    public init(
        account: String, arn: String, client: AWS.ConcurrentClient, caller: AWS.Caller
    ) {
        self.account = account
        self.arn = arn
        self.client = client
        self.caller = caller
    }

    /// The same account with another policy for retries.
    func retrying(_ policy: RetryPolicy) -> Site {
        Site(account: account, arn: arn, client: client.retrying(policy), caller: caller)
    }

    /// How long one call may take, retries included.
    public static let patience = Duration.seconds(60)

    /// Carries out an operation in a Region. A call that is on its way ends as it ends, also if the task is
    /// canceled: nobody would know what became of it.
    /// - Throws: how the last attempt failed.
    public func send<Output: Sendable>(
        _ operation: AWS.Operation<Output>, in region: String
    ) async throws(AWS.Failure) -> Output {
        let call = Task { await outcome(operation, region) }
        return try await call.value.get()
    }

    private func outcome<Output: Sendable>(
        _ operation: AWS.Operation<Output>, _ region: String
    ) async -> Result<Output, AWS.Failure> {
        do throws(AWS.Failure) {
            return .success(
                try await client.send(
                    operation, in: region, as: caller,
                    before: client.world.deadline(after: Self.patience)))
        } catch {
            return .failure(error)
        }
    }

    /// Reads a list to its end.
    /// - Throws: why it could not be read to its end.
    public func all<Item>(
        in region: String, _ page: (_ token: String?) -> AWS.Operation<AWS.Page<Item>>
    ) async throws(AWS.Failure) -> [Item] {
        let pages = await client.list(
            in: region, as: caller, before: client.world.deadline(after: Self.patience), page: page)
        if let failure = pages.failure { throw failure }
        return pages.items
    }
}
