public import AWSClient
import Events
public import System

extension StateTable {
    /// Whether this table's hub tells what another hub has to tell, or has told it: it knows at least as
    /// much, and is not late.
    /// - Parameters:
    ///   - due: what the other hub has.
    ///   - now: seconds since 1970.
    ///   - deadline: when to give up.
    /// - Returns: whether its own item proves that.
    /// - Throws: why the table did not answer.
    public func tells(
        _ due: DueStory, now: Int, deadline: Deadline
    ) throws(AWS.Failure) -> Bool {
        switch due {
        case .count(let name, _, let number, _):
            let item = try storyItem(name, deadline: deadline)
            let known = (item["count"]?.int ?? 0) + (item["total"]?.int ?? 0)
            return known >= Int64(number) && Self.isPrompt(item, now)
        case .join(let thread, _):
            let item = try storyItem(thread, deadline: deadline)
            return item["joined"] != nil && Self.isPrompt(item, now)
        case .summary(let thread, let story):
            let item = try storyItem(thread, deadline: deadline)
            return (item["alerts"]?.int ?? 0) >= Int64(story.alerts) && Self.isPrompt(item, now)
        case .addition(let event, let addition, _):
            let item = try run(
                DynamoDB.getItem(table: name, key: key("act#\(event)"), consistent: true),
                deadline: deadline)
            guard let item, Self.isPrompt(item, now) else { return false }
            // What the alert itself said counts, too.
            return [
                (addition.who, "who", "knowsWho"), (addition.from, "from", "knowsFrom"),
                (addition.mfa, "mfa", "knowsMFA"),
            ].allSatisfy { value, added, known in
                value == nil || item[added] != nil || item[known] != nil
            }
        }
    }

    private func storyItem(
        _ story: String, deadline: Deadline
    ) throws(AWS.Failure) -> DynamoDB.Item {
        try run(
            DynamoDB.getItem(table: name, key: key("story#\(story)"), consistent: true),
            deadline: deadline) ?? [:]
    }

    /// Whether nothing of the item is overdue for ten minutes: its sweeper works.
    private static func isPrompt(_ item: DynamoDB.Item, _ now: Int) -> Bool {
        (item["due"]?.int ?? .max) > Int64(now) - 600
    }
}
