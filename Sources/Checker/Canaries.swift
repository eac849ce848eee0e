public import AWSClient
public import AccessPlan
import Collector
public import Logging
import Snapshots
public import System
import Text

/// The hourly canaries: in every account, a role without permissions is assumed through the STS of
/// every Region, to prove that events arrive.
///
/// PutEvents cannot create an event of CloudTrail's. The enricher records in the state table which
/// canaries arrived, and the nightly check reads that.
public struct Canaries: Sendable {
    let plan: Plan
    let client: AWS.ConcurrentClient
    let own: AWS.Caller
    private let logger: Logger

    /// How many accounts are handled at a time.
    static let width = 16

    /// Makes the sender of canaries.
    /// - Parameters:
    ///   - plan: which accounts there are.
    ///   - client: carries out the calls.
    ///   - own: the only identity that may assume the role.
    ///   - logger: gets each reason why canaries were not sent, once.
    public init(plan: Plan, client: AWS.ConcurrentClient, own: AWS.Caller, logger: Logger) {
        self.plan = plan
        self.client = client
        self.own = own
        self.logger = logger
    }

    /// The result of sending canaries.
    public struct Flight: Sendable, Equatable {
        /// How many canaries were sent.
        public internal(set) var sent = 0

        /// How often each failure happened, by its description.
        var failures: [String: Int] = [:]

        /// How many canaries, or whole accounts, were not sent.
        public var failed: Int { failures.values.reduce(0, +) }

        /// The function's response.
        public var json: [UInt8] {
            JSON.object([
                "result": "canaries_sent", "sent": .number("\(sent)"),
                "failed": .number("\(failed)"),
                "failures": .array(failures.keys.sorted().prefix(20).map(JSON.string)),
            ]).bytes
        }

        mutating func add(_ other: Flight) {
            sent += other.sent
            failures.merge(other.failures, uniquingKeysWith: +)
        }
    }

    /// Sends all of them.
    /// - Parameter deadline: when the function must have answered.
    /// - Returns: how many were sent, and what failed.
    /// - Throws: ``CheckerError`` when none was sent.
    public func send(deadline: Deadline) throws(CheckerError) -> Flight {
        let world = client.world
        let before = deadline.capped(
            by: Checker.collectingTime(of: deadline.remaining(in: world)), in: world)
        let flight = Observer.wait { await send(before: before) }
        for (fact, count) in flight.failures.sorted(by: { $0.key < $1.key }).prefix(100) {
            logger.error("canary not sent", metadata: ["reason": "\(fact)", "times": "\(count)"])
        }
        if flight.sent == 0 {
            throw .noCanary(of: flight.failed, flight.failures.keys.min() ?? "no Region was found")
        }
        return flight
    }

    private func send(before deadline: Deadline) async -> Flight {
        let regions = EnabledRegions(plan: plan, client: client, own: own)
        return await withTaskGroup(of: Flight.self) { group in
            var flight = Flight()
            for (index, account) in plan.watchedAccounts.enumerated() {
                if index >= Self.width, let done = await group.next() { flight.add(done) }
                group.addTask {
                    let listing = await regions.of(account, before: deadline)
                    var flight = Flight()
                    if let why = listing.unread { flight.failures["\(why)"] = 1 }
                    for region in listing.items {
                        flight.add(await send(to: account, through: region, before: deadline))
                    }
                    return flight
                }
            }
            for await done in group { flight.add(done) }
            return flight
        }
    }

    private func send(
        to account: String, through region: String, before deadline: Deadline
    ) async -> Flight {
        let role = plan.roleARN(AlertPathNames.canaryRole, in: account)
        do throws(AWS.Failure) {
            _ = try await client.send(
                STS.assumeRole(roleARN: role, sessionName: CanarySession.hourly, duration: 900),
                in: region, as: own, before: deadline)
            return Flight(sent: 1)
        } catch {
            // Without the request's id, equal reasons are one line.
            let reason = error.serviceError?.code ?? error.fact
            return Flight(failures: ["\(account)/\(region): \(reason)": 1])
        }
    }
}
