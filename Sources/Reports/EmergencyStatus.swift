public import AccessPlan
import Runs
import Snapshots

/// What a declared emergency means for tonight's report.
public struct EmergencyStatus: Sendable, Hashable {
    /// Where it stands.
    public enum State: String, Sendable {
        /// Within its time.
        case open
        /// Past its time: nothing is covered any more.
        case overdue
        /// Somebody said it is over, and not everything is back to normal yet.
        case closing
        /// Everything is back to normal: it can be closed.
        case closable
    }

    /// One condition of being back to normal.
    public struct Condition: Sendable, Hashable {
        /// What has to hold.
        public var title: String
        /// Whether it does; `nil` when that could not be seen.
        public var holds: Bool?
    }

    /// The incident's id.
    public var incident: String

    /// Which way is opened.
    public var mode: Declaration.Mode

    /// Where it stands.
    public var state: State

    /// When its time is over: seconds since 1970.
    public var expires: Int

    /// What keeps responders out, or is odd about the declaration: sentences without a full stop.
    public var warnings: [String] = []

    /// What has to hold before it is closed; empty until somebody says it is over.
    public var conditions: [Condition] = []

    init(
        _ declaration: Declaration, outcomes: [Outcome], snapshot: Snapshot, plan: Plan,
        last: RunDigest?
    ) {
        incident = declaration.incident
        mode = declaration.mode
        expires = declaration.expires
        if declaration.closing != nil {
            let conditions = Self.conditions(declaration, outcomes, snapshot, plan, last)
            self.conditions = conditions
            state = conditions.allSatisfy { $0.holds == true } ? .closable : .closing
        } else {
            state = snapshot.takenAt < declaration.expires ? .open : .overdue
            if mode == .federation { warnings += Self.obstacles(declaration, snapshot) }
        }
        if declaration.approver == nil { warnings.append("nobody approved it") }
        if declaration.approver == declaration.declaredBy {
            warnings.append("\(declaration.declaredBy) approved what they declared themselves")
        }
    }

    /// What keeps responders out although the way is declared open.
    private static func obstacles(
        _ declaration: Declaration, _ snapshot: Snapshot
    ) -> [String] {
        let provider = snapshot.identityProvider
        var warnings: [String] = []
        if let app = provider.app.value, app.state != .active {
            warnings.append("app \(app.label) is not active: responders cannot get in")
        }
        for (id, people) in declaration.members.sorted(by: { $0.key < $1.key })
        where !people.isEmpty {
            guard let group = provider.groups[id]?.value, group.members.unread == nil,
                group.members.items.isEmpty
            else { continue }
            warnings.append("group \(group.name) is empty: its responders cannot get in")
        }
        return warnings
    }
}
