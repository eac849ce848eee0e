public import AWSClient
import Snapshots
public import System

/// AWS in one Region, with one caller's credentials, for readers of identity providers.
public struct AWSAccess: Sendable {
    private let client: AWS.ConcurrentClient
    private let caller: AWS.Caller
    private let region: String

    /// Gives clocks, waiting and randomness.
    var world: World { client.world }

    /// Names caller and Region.
    public init(client: AWS.ConcurrentClient, caller: AWS.Caller, region: String) {
        self.client = client
        self.caller = caller
        self.region = region
    }

    /// Carries out an operation.
    /// - Throws: how the last attempt failed.
    public func send<Output>(
        _ operation: AWS.Operation<Output>, before deadline: Deadline
    ) async throws(AWS.Failure) -> Output {
        try await client.send(operation, in: region, as: caller, before: deadline)
    }

    /// Reads a list to its end, or as far as it goes.
    func list<Item>(
        _ part: String, before deadline: Deadline,
        page: (_ token: String?) -> AWS.Operation<AWS.Page<Item>>
    ) async -> Listing<Item> {
        let pages = await client.list(in: region, as: caller, before: deadline, page: page)
        return Listing(
            pages.items,
            unread: pages.failure.map { Unavailable(part, $0, afterPages: pages.count) })
    }

    /// Carries out an operation, as a part of the snapshot.
    func observe<Output>(
        _ part: String, _ operation: AWS.Operation<Output>, before deadline: Deadline
    ) async -> Observed<Output> {
        do throws(AWS.Failure) {
            return .observed(try await send(operation, before: deadline))
        } catch {
            return .unavailable(Unavailable(part, error))
        }
    }
}
