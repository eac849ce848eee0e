// Checker: what drift-checker does. Once a night it collects a snapshot, evaluates the checks and
// delivers the report; every hour it sends canaries.

public import AWSClient
public import AccessPlan
public import Logging
import Reports
public import Snapshots
public import State
public import System

/// The nightly check: collect a snapshot, evaluate it, deliver the report.
public struct Checker {
    /// Fills a snapshot. It already contains what the state table knows, which tells what to look for.
    public typealias Collect = (_ snapshot: inout Snapshot, _ deadline: Deadline) -> Void

    private let plan: Plan
    private let table: StateTable?
    private let delivery: ReportDelivery
    private let logger: Logger
    private let world: World

    /// Makes a checker.
    /// - Parameters:
    ///   - plan: what must be true.
    ///   - table: what earlier runs stored; `nil` without a table.
    ///   - client: for the hub bus and the bucket.
    ///   - bus: the hub bus's ARN.
    ///   - bucket: where reports are stored; `nil` where they are not.
    ///   - logger: gets the outcome.
    public init(
        plan: Plan, table: StateTable?, client: AWS.Client, bus: String, bucket: String?,
        logger: Logger
    ) {
        self.plan = plan
        self.table = table
        self.logger = logger
        world = client.world
        delivery = ReportDelivery(client: client, bus: bus, bucket: bucket, table: table)
    }

    /// Makes the function's checker: `TABLE_NAME`, `EVENT_BUS_ARN` (required), `REPORT_BUCKET`.
    /// - Throws: ``CheckerError/missing(_:)``.
    public init(
        plan: Plan, client: AWS.Client, logger: Logger
    ) throws(CheckerError) {
        let environment = client.world.environment
        guard let bus = environment["EVENT_BUS_ARN"] else { throw .missing("EVENT_BUS_ARN") }
        self.init(
            plan: plan,
            table: environment["TABLE_NAME"].map { StateTable(name: $0, client: client) },
            client: client, bus: bus, bucket: environment["REPORT_BUCKET"], logger: logger)
    }

    /// Checks once.
    /// - Parameters:
    ///   - now: seconds since 1970, UTC.
    ///   - id: the request's id. A retried invocation has the same id, so it raises one alert.
    ///   - deadline: when the function must have answered.
    ///   - collect: reads AWS and the identity provider. Its own deadline is earlier, so that the report
    ///     can contain what was read until then.
    /// - Returns: the function's response and metrics.
    /// - Throws: ``CheckerError`` when the report did not reach the bus, so that Lambda retries.
    public func check(
        now: Int, id: String, deadline: Deadline, collect: Collect
    ) throws(CheckerError) -> RunSummary {
        var snapshot = Snapshot(takenAt: now)
        let collecting = deadline.capped(
            by: Self.collectingTime(of: deadline.remaining(in: world)), in: world)
        if let table {
            table.fill(&snapshot, plan: plan, deadline: collecting)
        } else {
            StateTable.fillNothing(&snapshot)
        }
        collect(&snapshot, collecting)
        // A table that does not answer must not use up the time for the delivery.
        table?.fillDeployedCode(
            &snapshot.hubs,
            deadline: deadline.capped(
                by: min(.seconds(10), deadline.remaining(in: world) / 3), in: world))
        var report = Report(of: snapshot, plan: plan)
        let outcome = delivery.deliver(&report, id: id, deadline: deadline)
        for fact in outcome.undone { logger.error("\(fact)") }
        logger.info(
            "checked",
            metadata: [
                "severity": "\(report.severity.rawValue)", "told": "\(report.due.isDue)",
                "drifted": "\(report.outcomes(.drifted).count)",
                "notChecked": "\(report.outcomes(.notChecked).count)",
            ])
        if let failure = outcome.notReported { throw failure }
        return RunSummary(of: report, undone: outcome.undone)
    }

    /// How long to collect: leaves time to evaluate a thousand accounts and to deliver, but takes at
    /// least half.
    static func collectingTime(of time: Duration) -> Duration {
        max(time / 2, time - .seconds(45))
    }
}
