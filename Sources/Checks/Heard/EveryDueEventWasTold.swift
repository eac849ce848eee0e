import AccessPlan
import Snapshots
import Time

extension DriftCheck {
    /// The books balance: nothing that was due is lost.
    public static let everyDueEventWasTold = DriftCheck(
        id: "every-due-event-was-told",
        title: "Every due event and every use of the last days was told, or waits to be told",
        question: .heard,
        rationale: """
            A rule writes each event that reaches a hub into a ledger, past the functions. Ledger, \
            CloudTrail, and what IAM knows of use are compared with the outbox: due = sent + folded \
            and sent + queued. A difference is an alert that nobody heard.
            """,
        severity: .critical,
        remediation: """
            Read the events that are named, in the ledger or in CloudTrail, and act on them as on an \
            alert. Then tell what is missing: breakglass redrive, breakglass replay.
            """,
        reference:
            "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-replay-archived-event.html",
        explainedBy: ["functions-are-live", "queues-are-empty-and-alarms-live"],
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            for region in plan.regions.hubs {
                let lines = snapshot.ledger.lines[region] ?? .notReached("the ledger in \(region)")
                if lines.unread?.reason == .notFound {
                    findings.drift(
                        plan.hubARN("logs", "log-group:\(LedgerForm.logGroup)", in: region),
                        "the ledger in \(region) does not exist")
                } else {
                    _ = findings.read(lines)
                }
                _ = findings.read(
                    snapshot.ledger.outbox[region] ?? .notReached("the outbox in \(region)"))
            }
            _ = findings.read(snapshot.ledger.history)
            let balance = LedgerBalance(snapshot, plan)
            findings.compare(balance)
            findings.compareUses(balance, snapshot, plan)
            return findings.all
        })
}

extension Findings {
    /// How many events are named: a report has room for them all elsewhere.
    private static let most = 50

    fileprivate mutating func compare(_ balance: LedgerBalance) {
        var counts: [LedgerBalance.Fate: Int] = [:]
        var missing: [(event: Snapshot.DueEvent, id: String, why: String)] = []
        for (id, event) in balance.events {
            let fate = balance.fate(of: id)
            if case .missing(let why) = fate {
                missing.append((event, id, why))
            } else {
                counts[fate, default: 0] += 1
            }
        }
        if balance.nameless > 0 {
            drift(
                "ledger",
                "\(balance.nameless) due events have no id: nobody can tell whether they "
                    + "were told", severity: .high)
        }
        guard !missing.isEmpty else { return }
        let sent = counts[.sent] ?? 0
        let folded = counts[.folded] ?? 0
        let queued = counts[.queued] ?? 0
        drift(
            "ledger",
            "due \(balance.events.count), but sent \(sent) + folded and sent \(folded) + queued "
                + "\(queued) + not known \(counts[.unknown] ?? 0): \(missing.count) missing")
        missing.sort { ($0.event.time ?? 0, $0.id) < ($1.event.time ?? 0, $1.id) }
        for (event, id, why) in missing.prefix(Self.most) {
            let time = event.time.map { " at \($0.moment)" } ?? ""
            let place = event.account.map { " in account \($0)" } ?? ""
            drift(id, "\(event.name)\(time)\(place) was not told: \(why)")
        }
    }

    /// What IAM says of use, and no event tells.
    fileprivate mutating func compareUses(
        _ balance: LedgerBalance, _ snapshot: Snapshot, _ plan: Plan
    ) {
        let uses = UseWindow(balance, snapshot)
        let emergency = plan.emergencyAccount
        for name in plan.breakGlassUsers {
            if let used = snapshot.emergencyAccount.users[name]?.value?.passwordLastUsed,
                uses.isUntold("\(emergency)/\(name)", at: used, before: UseWindow.moment)
            {
                drift(
                    plan.userARN(name),
                    "IAM says that the password of \(name) was used at "
                        + "\(used.moment), and no event that we heard tells it")
            }
        }
        for (name, use) in snapshot.ledger.keyUses.sorted(by: { $0.key < $1.key }) {
            guard let used = read(use) ?? nil else { continue }
            let user = String(name.prefix { $0 != "/" })
            if uses.isUntold("\(emergency)/\(user)", at: used, before: UseWindow.moment) {
                drift(
                    plan.userARN(user),
                    "IAM says that access key \(name) was used at "
                        + "\(used.moment), and no event that we heard tells it")
            }
        }
        for account in plan.watchedAccounts {
            for role in plan.rolesToRead(in: account) {
                guard let used = snapshot.role(role.name, in: account).value?.lastUsed,
                    uses.isUntold("\(account)/\(role.name)", at: used, before: UseWindow.session)
                else { continue }
                drift(
                    role.arn,
                    "IAM says that the role was used at \(used.moment), and no event that "
                        + "we heard tells it")
            }
        }
    }
}

/// Which uses must be among the events that were read.
private struct UseWindow {
    /// A sign-in and its event, in seconds.
    static let moment = 900

    /// A role is used as long as its session lasts.
    static let session = 13 * 3_600

    private let events: [Snapshot.DueEvent]
    private let oldest: Int
    private let youngest: Int
    private let isWhole: Bool

    init(_ balance: LedgerBalance, _ snapshot: Snapshot) {
        events = Array(balance.events.values)
        oldest = snapshot.ledger.since.adding(Self.session)
        youngest = snapshot.takenAt - LedgerBalance.patience
        // What was not read may tell it. That it was not read is reported.
        isWhole =
            snapshot.ledger.history.unread == nil
            && snapshot.ledger.lines.values.allSatisfy { $0.unread == nil }
    }

    /// Whether a use of something in the time that was read has no event.
    func isUntold(_ name: String, at used: Int, before: Int) -> Bool {
        guard isWhole, used > oldest, used < youngest else { return false }
        return !events.contains { event in
            guard event.uses.contains(name), let time = event.time else { return false }
            return time >= used.adding(-before) && time <= used.adding(Self.moment)
        }
    }
}
