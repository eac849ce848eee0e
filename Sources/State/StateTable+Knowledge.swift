public import BreakGlass
public import Clients
public import HTTP

extension StateTable {
    /// The declared emergency: the item `emergency#current`.
    ///
    /// `incident` (text), `mode` (`user`, `federation` or `drill`), `people` and `accounts` (string
    /// sets, absent for anybody and anywhere), `expires` (number).
    public func emergency(deadline: Deadline) throws(AWS.Failure) -> Emergency? {
        let item = try run(
            DynamoDB.getItem(table: name, key: key("emergency#current"), consistent: true),
            deadline: deadline)
        // What is closing covers nothing any more; the checker watches that it is shut again.
        guard let item, item["closing"] == nil, let incident = item["incident"]?.string,
            let expires = item["expires"]?.int
        else { return nil }
        return Emergency(
            incident: incident, isDrill: item["mode"]?.string == "drill",
            people: item["people"].texts, accounts: item["accounts"].texts,
            expires: Int(clamping: expires))
    }

    /// Counts one more alert of a session and answers which it is: the item `session#THREAD`.
    ///
    /// The same event counted twice is one: its id is kept with the session.
    public func step(of thread: String, event: String, now: Double, deadline: Deadline)
        throws(AWS.Failure) -> Int?
    {
        let update = DynamoDB.Expression(
            "SET #expires = :expires ADD #events :event",
            names: ["#events": "events", "#expires": "expires"],
            values: [":event": .strings([event]), ":expires": .number(now.seconds + Self.day * 2)])
        let result = try run(
            DynamoDB.updateItem(table: name, key: key("session#\(thread)"), update: update),
            deadline: deadline)
        guard case .updated(let item) = result else { return nil }
        return item["events"].texts.count
    }

    static let day: Int64 = 86_400
}

extension Double {
    /// Whole seconds, held within what DynamoDB's time to live takes.
    var seconds: Int64 { Int64(exactly: rounded(.down)) ?? 0 }
}

extension DynamoDB.AttributeValue? {
    /// The texts of a string set; none where there is something else.
    var texts: [String] {
        guard case .strings(let texts)? = self else { return [] }
        return texts.sorted()
    }
}
