import AccessPlan
import Snapshots

extension Defect {
    package static let ledger: [Defect] = [
        .ledger("an alert was lost") { $0["alert#e-1"] = nil },
        .ledger("a mark says that it was sent, and no topic took it") {
            $0["alert#e-1"] = Snapshot.OutboxItem(state: "sent", taken: ["arn:aws:sns:::other"])
        },
        .ledger("an alert waits, and nobody looks after it") {
            $0["alert#e-1"] = Snapshot.OutboxItem(state: "claimed", due: Snapshot.night - 7_200)
        },
        .ledger("an alert waits where no sweeper finds it") {
            $0["alert#e-1"] = Snapshot.OutboxItem(state: "received")
        },
        .ledger("a story counts an event and is never told") {
            $0["story#s"] = Snapshot.OutboxItem(due: Snapshot.night - 7_200)
        },
        .drift("every-due-event-was-told", "CloudTrail has an event that reached no hub") {
            $0.ledger.history.items.append(
                Snapshot.Ledger.event("e-9", CheckPlan.okta, hours: 9))
        },
        .drift("every-due-event-was-told", "a due event has no id", severity: .high) {
            $0.ledger.lines[CheckPlan.home]?.items.append(
                Snapshot.Ledger.event(nil, CheckPlan.okta, hours: 9))
        },
        .drift("every-due-event-was-told", "an access key was used, and no event tells it") {
            $0.ledger.keyUses["BreakglassUser2/AKIA1"] = .observed(Snapshot.night - 5 * 3_600)
        },
        .drift(
            "every-due-event-was-told", "a password was used, and no event tells it",
            consequences: ["break-glass-password-unused"]
        ) {
            $0.emergencyAccount.users["BreakglassUser2"]?.edit {
                $0.passwordLastUsed = Snapshot.night - 5 * 3_600
            }
        },
        .drift("every-due-event-was-told", "the ledger was deleted") {
            $0.ledger.lines[CheckPlan.standby] = Listing(
                [], unread: Unavailable("the ledger", .notFound))
        },
        .unread("every-due-event-was-told", "the ledger cannot be read") {
            $0.ledger.lines[CheckPlan.home] = .denied
        },
        .unread("every-due-event-was-told", "the ledger was not read to its end") {
            $0.ledger.lines[CheckPlan.home] = $0.ledger.lines[CheckPlan.home]?.torn
        },
        .unread("every-due-event-was-told", "CloudTrail's history cannot be read") {
            $0.ledger.history = .denied
        },
        .unread("every-due-event-was-told", "the outbox cannot be read") {
            $0.ledger.outbox[CheckPlan.home] = .denied
        },
        .unread("every-due-event-was-told", "nobody knows when a key was used") {
            $0.ledger.keyUses["BreakglassUser1/AKIA1"] = .denied
        },
    ]

    private static func ledger(
        _ name: String, plant: @escaping @Sendable (inout [String: Snapshot.OutboxItem]) -> Void
    ) -> Defect {
        .drift("every-due-event-was-told", name) {
            $0.ledger.outbox[CheckPlan.home]?.edit(plant)
        }
    }
}
