import Text

extension CloudTrail {
    /// What to search the event history for.
    public enum Lookup: Sendable, Hashable {
        /// The name of the call, e.g. `ConsoleLogin`.
        case eventName(String)

        /// The name of the caller.
        case userName(String)

        /// The service that was called, e.g. `sso.amazonaws.com`.
        case eventSource(String)

        /// The name or ARN of what the call was about.
        case resourceName(String)
    }

    /// Searches the last 90 days of a Region's management events, a page at a time, the latest
    /// first. CloudTrail answers two such calls a second.
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html>
    ///
    /// - Parameters:
    ///   - lookup: what to search by.
    ///   - since: seconds since 1970.
    ///   - token: of the previous page.
    /// - Returns: a call that answers with a page of events, each CloudTrail's own JSON text.
    public static func lookupEvents(
        _ lookup: Lookup, since: Int, token: String? = nil
    ) -> AWS.Operation<AWS.Page<String>> {
        let (key, value) =
            switch lookup {
            case .eventName(let name): ("EventName", name)
            case .userName(let name): ("Username", name)
            case .eventSource(let name): ("EventSource", name)
            case .resourceName(let name): ("ResourceName", name)
            }
        let input = JSON.members([
            "LookupAttributes": .array([
                ["AttributeKey": .string(key), "AttributeValue": .string(value)]
            ]),
            "StartTime": .number(String(since)), "MaxResults": .number("50"),
            "NextToken": token.map(JSON.string),
        ])
        return AWS.Operation(service, "LookupEvents", .json(input)) {
            answer throws(AWS.Unreadable) in
            let page = try answer.json()
            let events = try require(page["Events"]?.array, "Events")
            return AWS.Page(
                try events.map { event throws(AWS.Unreadable) in
                    try require(event["CloudTrailEvent"]?.string, "CloudTrailEvent")
                },
                next: page["NextToken"]?.string)
        }
    }
}
