public import AccessPlan

/// The alarms that the hub template creates. A test compares both.
public enum ExpectedAlarms {
    /// In the Region of each hub.
    public static let everywhere = [
        "rule-failed", "rule-lost", "enricher-errors", "enricher-throttles",
        "enricher-destination", "enricher-dropped", "enricher-late", "publisher-errors",
        "publisher-throttles", "publisher-destination", "publisher-dropped", "publisher-late",
        "critical-errors", "critical-throttles", "critical-destination", "critical-dropped",
        "critical-late", "no-sweep", "waiting-late", "ledger-failed",
        "enricher-dlq-not-empty", "publisher-dlq-not-empty", "alerts-not-delivered",
        "chat-not-delivered", "no-heartbeat", "publisher-silent",
    ].map { AlertPathNames.prefix + $0 }

    /// In addition, in the home Region, where the checker runs.
    public static let atHome = [
        "checker-errors", "checker-throttles", "checker-destination", "checker-dropped",
        "checker-dlq-not-empty", "schedule-failed", "schedule-dropped",
    ].map { AlertPathNames.prefix + $0 }

    /// Those of one Region.
    public static func names(in region: String, _ plan: Plan) -> [String] {
        region == plan.regions.home ? everywhere + atHome : everywhere
    }
}
