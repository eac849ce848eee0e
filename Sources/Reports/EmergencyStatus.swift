public import AccessPlan
import Runs
import Snapshots

/// What a declared emergency means for tonight's report.
public struct EmergencyStatus: Sendable, Hashable {
    /// The state of the emergency.
    public enum State: String, Sendable {
        /// Within its time.
        case open
        /// Past its time: nothing is covered any more.
        case overdue
        /// Closed by a person, but not everything is back to normal yet.
        case closing
        /// Everything is back to normal: it can be finished.
        case closable
    }

    /// One condition of being back to normal.
    public struct Condition: Sendable, Hashable {
        /// What must be true.
        public var title: String
        /// Whether it is true; `nil` when that could not be read.
        public var holds: Bool?
    }

    /// The incident's id.
    public var incident: String

    /// Which access path is opened.
    public var mode: Declaration.Mode

    /// The state of the emergency.
    public var state: State

    /// When it ends: seconds since 1970.
    public var expires: Int

    /// What keeps responders out, and doubts about the declaration: sentences without a full stop.
    public var warnings: [String] = []

    /// What must be true before it is finished; empty until it is closing.
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

    /// What keeps responders out although the access path is declared open.
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
