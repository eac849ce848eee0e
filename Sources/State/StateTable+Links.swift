import AWSClient
import Alerts
public import Events
import Snapshots
public import System

extension StateTable {
    /// How long an alert waits for each of these: it can do without.
    static let sessionPatience = Duration.milliseconds(300)

    /// What the events that began a session left: the item `link#SESSION`.
    ///
    /// An attribute for each key that was issued, named by the key's id: a map of `thread` (text),
    /// `began` and `ends` (numbers, seconds since 1970), and, where somebody vouches for a name,
    /// `person` and `source` (text). A whole item has so many keys as the session's name was used on
    /// that day.
    /// - Throws: ``AWS/Failure``, or ``Unavailable`` where one of them is no link: whoever put it there
    ///   may have bent the others, too.
    public func links(of session: String, deadline: Deadline) throws -> [SessionLink] {
        let item = try run(
            DynamoDB.getItem(table: name, key: key("link#\(session)"), consistent: true),
            deadline: deadline.capped(by: Self.sessionPatience, in: client.world))
        return try (item ?? [:]).filter { !Self.others.contains($0.key) }.map { name, value in
            try Self.link(value, of: name)
        }
    }

    /// Leaves a link with the session that it began.
    /// - Parameters:
    ///   - link: what the event left.
    ///   - session: the id of the session that began, and the day.
    ///   - replacing: whether it takes the place of one for the same key.
    ///   - deadline: when to give up.
    /// - Returns: the link for this key that stands there now.
    /// - Throws: as ``links(of:deadline:)``.
    public func note(
        _ link: SessionLink, of session: String, replacing: Bool, deadline: Deadline
    ) throws -> SessionLink {
        let update = DynamoDB.Expression(
            "SET #key = " + (replacing ? ":link" : "if_not_exists(#key, :link)")
                + ", #expires = :expires",
            names: ["#key": link.accessKeyID, "#expires": "expires"],
            values: [
                ":link": Self.attributes(of: link),
                // CloudTrail may be hours late, and any other key of this day ends before that.
                ":expires": .number(Int64(link.ends) + Self.day * 2),
            ])
        let result = try run(
            DynamoDB.updateItem(table: name, key: key("link#\(session)"), update: update),
            deadline: deadline.capped(by: Self.sessionPatience, in: client.world))
        guard case .updated(let item) = result else { return link }
        return try Self.link(item[link.accessKeyID] ?? .null, of: link.accessKeyID)
    }

    private static let others: Set = ["id", "expires"]

    private static func attributes(of link: SessionLink) -> DynamoDB.AttributeValue {
        var map: DynamoDB.Item = [
            "thread": .string(link.thread), "began": .number(Int64(link.began)),
            "ends": .number(Int64(link.ends)),
        ]
        map["person"] = link.person?.name.map { .string($0) }
        map["source"] = (link.person?.source?.rawValue).map { .string($0) }
        return .map(map)
    }

    private static func link(
        _ value: DynamoDB.AttributeValue, of accessKeyID: String
    ) throws(Unavailable) -> SessionLink {
        guard case .map(let map) = value, let thread = map["thread"]?.string,
            let began = map["began"]?.int.flatMap(Int.init(exactly:)),
            let ends = map["ends"]?.int.flatMap(Int.init(exactly:))
        else { throw noLink }
        var person: Alert.Person?
        if map["person"] != nil || map["source"] != nil {
            person = Alert.Person(
                name: map["person"]?.string,
                source: map["source"]?.string.flatMap(Alert.Person.Source.init), vouched: true)
        }
        guard
            let link = SessionLink(
                accessKeyID: accessKeyID, thread: thread, person: person, began: began, ends: ends)
        else { throw noLink }
        return link
    }

    private static let noLink = Unavailable(
        "earlier sessions", .malformed, detail: "the state table holds what no event leaves there")
}
