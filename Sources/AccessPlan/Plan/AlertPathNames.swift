/// The names of what the templates create. They are fixed, because the watch list relies on them.
public enum AlertPathNames {
    /// The prefix of all names.
    public static let prefix = "breakglass-"

    /// The Lambda functions.
    public static let functions = [enricher, publisher, criticalPublisher, checker]
    /// Reads events.
    public static let enricher = "breakglass-event-enricher"
    /// Publishes alerts.
    public static let publisher = "breakglass-sns-publisher"
    /// Publishes critical alerts, and what was not sent: the publisher's code, role and log.
    public static let criticalPublisher = publisher + "-critical"
    /// Takes snapshots.
    public static let checker = "breakglass-drift-checker"

    /// The SNS topics: for people and machines, for chat, and for the alarms themselves.
    public static let topics = [topic, chatTopic, alarmTopic]
    /// People and machines.
    public static let topic = "breakglass-alerts"
    /// Chat.
    public static let chatTopic = "breakglass-alerts-chat"
    /// The alarms themselves.
    public static let alarmTopic = "breakglass-alarms"

    /// The event bus that all rules send to.
    public static let bus = "breakglass-hub"
    /// Its archive.
    public static let archive = "breakglass-hub"
    /// The table of alerts, sessions, emergencies.
    public static let table = "breakglass-state"
    /// Its index of what is not sent: lane, and when somebody has to look.
    public static let dueIndex = "due"
    /// The alias of the key that encrypts topics, queues, table, logs.
    public static let keyAlias = "alias/breakglass"
    /// The trail, where the organization has none.
    public static let trail = "breakglass-trail"
    /// The service control policy.
    public static let guardrail = "breakglass-guardrail"
    /// The role with which the checker reads in each account.
    public static let auditRole = "BreakGlassAudit"
    /// The role that the canary assumes. It has no permissions.
    public static let canaryRole = "BreakGlassCanary"
    /// The role in the management account that repairs Identity Center's connection to the IdP.
    public static let identityRepairRole = "EmergencyAccess_IdentityRepair"
    /// The group of the schedules.
    public static let scheduleGroup = "breakglass-checker"
    /// What starts the checker.
    public static let schedules = ["breakglass-nightly-check", "breakglass-hourly-canary"]

    /// The logs: of the functions, where both publishers share one, and of what reached the hub.
    public static let logGroups =
        [enricher, publisher, checker].map { "/aws/lambda/" + $0 } + [ledgerLog]
    /// A line for each event that reached the hub: what decides whether it is due.
    public static let ledgerLog = "/aws/events/breakglass-ledger"
    /// The rule on the hub's bus that writes it.
    public static let ledgerRule = "breakglass-ledger"
    /// The rule that starts ``criticalPublisher`` every minute, to send what was not sent.
    public static let sweepRule = "breakglass-sweep"
    /// What the sweep rule sends.
    public static let sweepInput = #"{"sweep":true}"#

    /// The dead-letter queues, the one in which alerts wait, the one in which canaries are counted, and
    /// the one in which those of a deployment arrive.
    public static let queues = [
        rulesQueue, enricherQueue, publisherQueue, checkerQueue, waitingQueue, heartbeat,
        canaryQueue,
    ]
    /// Those in which messages come and go. In the others every message is a loss.
    public static let busyQueues = [waitingQueue, heartbeat, canaryQueue]
    /// What nobody could publish.
    public static let publisherQueue = "breakglass-publisher-dlq"
    /// Checks and canaries that did not run.
    public static let checkerQueue = "breakglass-checker-dlq"
    /// What the publisher looks at in a minute: home may have told it by then, or another invocation.
    public static let waitingQueue = "breakglass-waiting"
    /// What rules of any account and Region could not deliver.
    public static let rulesQueue = "breakglass-rules-dlq"
    /// What the rules of the hub, and those next to it, could not deliver.
    public static let enricherQueue = "breakglass-enricher-dlq"
    /// The alarm on the queue of the rules. It has no actions: a rule sends its changes to the hub.
    public static let undeliveredAlarm = "breakglass-rules-undelivered"
    /// Where canaries are counted.
    public static let heartbeat = "breakglass-heartbeat"

    /// Where the canaries of a deployment arrive, behind the topic.
    public static let canaryQueue = "breakglass-canaries"

    /// The filter policy of that queue's subscription.
    public static let canaryFilter = #"{"kind":["canary"]}"#

    /// The filter policy of everybody else's subscription: everything but canaries. A message
    /// without the attribute `kind` passes, too.
    public static let subscriptionFilter =
        #"{"kind":[{"anything-but":["canary"]},{"exists":false}]}"#

    /// The bucket that holds the functions' code in one hub Region.
    public static func codeBucket(account: String, region: String) -> String {
        "breakglass-code-\(account)-\(region)"
    }

    /// The bucket of the log files of ``trail``.
    public static func trailBucket(account: String) -> String { "breakglass-trail-\(account)" }
}
