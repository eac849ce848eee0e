public import AWSClient
public import AccessPlan
import Collector
public import Logging
import Snapshots
public import System
import Text

/// The hourly canaries: a role without permissions, taken for real in every account through the STS of
/// every Region, to see whether it is noticed.
///
/// PutEvents cannot make an event that CloudTrail would. What arrives at the enricher is noted there
/// in the state table; the nightly check asks for it.
public struct Canaries: Sendable {
    private let plan: Plan
    private let client: AWS.ConcurrentClient
    private let own: AWS.Caller
    private let logger: Logger

    /// How many accounts are served at a time.
    private static let width = 16

    /// Prepares a flight.
    /// - Parameters:
    ///   - plan: which accounts there are.
    ///   - client: carries out the calls.
    ///   - own: the only identity that may take the role.
    ///   - logger: told each reason why canaries stayed at home, once.
    public init(plan: Plan, client: AWS.ConcurrentClient, own: AWS.Caller, logger: Logger) {
        self.plan = plan
        self.client = client
        self.own = own
        self.logger = logger
    }

    /// How many were sent.
    public struct Flight: Sendable, Equatable {
        /// Taken roles.
        public internal(set) var sent = 0

        /// What went wrong: how often, by the fact.
        var failures: [String: Int] = [:]

        /// How many canaries, or whole accounts, were not sent.
        public var failed: Int { failures.values.reduce(0, +) }

        /// What the function answers.
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
    /// - Returns: how many were sent.
    /// - Throws: ``CheckerError`` when none was.
    public func send(deadline: Deadline) throws(CheckerError) -> Flight {
        let world = client.world
        let before = deadline.capped(
            by: Checker.collectingTime(of: deadline.remaining(in: world)), in: world)
        let flight = Observer.wait { await send(before: before) }
        for (fact, count) in flight.failures.sorted(by: { $0.key < $1.key }).prefix(100) {
            logger.error("canary not sent", metadata: ["reason": "\(fact)", "times": "\(count)"])
        }
        if flight.sent == 0 {
            throw .noCanary(of: flight.failed, flight.failures.keys.min() ?? "there is no Region")
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
                STS.assumeRole(roleARN: role, sessionName: "break-glass-canary", duration: 900),
                in: region, as: own, before: deadline)
            return Flight(sent: 1)
        } catch {
            // Without the request's id, equal reasons are one line.
            let reason = error.serviceError?.code ?? error.fact
            return Flight(failures: ["\(account)/\(region): \(reason)": 1])
        }
    }
}
