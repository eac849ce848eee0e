public import BreakGlass
public import Clients
public import HTTP

extension StateTable {
    /// The declared emergency or drill with everything that the checks ask about it: the item
    /// `emergency#current`.
    ///
    /// Beside what the enricher reads: `declaredBy`, `approver` (text), `declared`, `closing` (number),
    /// `identityCenterProven` (truth), `members` (a map from a group's id to a string set of names).
    /// - Throws: ``AWS/Failure``, or ``Unavailable`` where the item is no declaration: nothing is taken
    ///   for approved then.
    public func declaration(deadline: Deadline) throws -> Snapshot.Declaration? {
        let item = try run(
            DynamoDB.getItem(table: name, key: key("emergency#current"), consistent: true),
            deadline: deadline)
        guard let item else { return nil }
        func time(_ name: String) -> Int? { item[name]?.int.map { Int(clamping: $0) } }
        func missing(_ name: String) -> Unavailable {
            Unavailable("the declared emergency", .malformed, detail: "\(name) is missing")
        }
        guard let incident = item["incident"]?.string else { throw missing("incident") }
        guard let mode = item["mode"]?.string.flatMap(Snapshot.Declaration.Mode.init) else {
            throw missing("mode")
        }
        guard let declared = time("declared") else { throw missing("declared") }
        guard let expires = time("expires") else { throw missing("expires") }
        var members: [String: [String]] = [:]
        if case .map(let groups)? = item["members"] {
            members = groups.mapValues { Optional($0).texts }
        }
        return Snapshot.Declaration(
            incident: incident, mode: mode, declaredBy: item["declaredBy"]?.string ?? "somebody",
            approver: item["approver"]?.string, members: members, accounts: item["accounts"].texts,
            declared: declared, expires: expires, closing: time("closing"),
            identityCenterProven: item["identityCenterProven"] == .bool(true))
    }

    /// When the last declared emergency or drill was closed: `time` of the item `emergency#closed`.
    public func lastClose(deadline: Deadline) throws(AWS.Failure) -> Int? {
        try times(of: "emergency#closed", deadline: deadline)["time"]
    }
}
