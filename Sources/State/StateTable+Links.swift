import AWSClient
public import Events
public import System

extension StateTable {
    /// How long an alert waits for each of these calls. It is sent without a link, too.
    static let sessionPatience = Duration.milliseconds(300)

    /// What the events that began a session left: the item `link#SESSION`, with one attribute per
    /// access key that was issued. The item has as many keys as the session's name was used on that
    /// day.
    /// - Throws: ``AWS/Failure``, or ``MalformedItem`` when one of them is not a link.
    public func links(of session: String, deadline: Deadline) throws -> [SessionLink] {
        let id = SessionLink.itemID(of: session)
        let item = try run(
            DynamoDB.getItem(table: name, key: key(id), consistent: true),
            deadline: deadline.capped(by: Self.sessionPatience, in: client.world))
        return try (item ?? [:]).keys.filter { !Self.others.contains($0) }.map { accessKeyID in
            try SessionLink(item: item ?? [:], accessKeyID: accessKeyID, id: id)
        }
    }

    /// Stores a link for the session that began.
    /// - Parameters:
    ///   - link: what the event left.
    ///   - session: the id of the session that began, and the day.
    ///   - replacing: whether it replaces a link for the same key.
    ///   - deadline: when to give up.
    /// - Returns: the link for this key that the table holds now.
    /// - Throws: as ``links(of:deadline:)``.
    public func note(
        _ link: SessionLink, of session: String, replacing: Bool, deadline: Deadline
    ) throws -> SessionLink {
        let id = SessionLink.itemID(of: session)
        let update = DynamoDB.Expression(
            "SET #key = " + (replacing ? ":link" : "if_not_exists(#key, :link)")
                + ", #expires = :expires",
            names: ["#key": link.accessKeyID, "#expires": "expires"],
            values: [
                ":link": link.attribute,
                // CloudTrail can be hours late, and every other key of this day ends before that.
                ":expires": .number(Int64(link.ends) + Self.day * 2),
            ])
        let result = try run(
            DynamoDB.updateItem(table: name, key: key(id), update: update),
            deadline: deadline.capped(by: Self.sessionPatience, in: client.world))
        guard case .updated(let item) = result else { return link }
        return try SessionLink(item: item, accessKeyID: link.accessKeyID, id: id)
    }

    private static let others: Set = ["id", "expires"]
}
