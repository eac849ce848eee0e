import Text

extension CloudWatchLogs {
    /// One line of a log.
    public struct Line: Sendable, Hashable {
        /// Its time: milliseconds since 1970.
        public let time: Int64

        /// Its text.
        public let message: String
    }

    /// Reads the lines of a log group in a time, of all streams, a page at a time. A page may have no
    /// lines and still a token for the next.
    /// <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html>
    ///
    /// - Parameters:
    ///   - group: the name of the log group.
    ///   - start: seconds since 1970.
    ///   - end: seconds since 1970; lines of this time are not read.
    ///   - token: of the previous page.
    /// - Returns: a call that answers with a page of up to 10,000 lines or 1 MB.
    public static func filterLogEvents(
        group: String, start: Int, end: Int, token: String? = nil
    ) -> AWS.Operation<AWS.Page<Line>> {
        let input = JSON.members([
            "logGroupName": .string(group), "startTime": .number("\(start)000"),
            "endTime": .number("\(end)000"), "nextToken": token.map(JSON.string),
        ])
        return AWS.Operation(service, "FilterLogEvents", .json(input)) {
            answer throws(AWS.Unreadable) in
            let page = try answer.json()
            let lines = try require(page["events"]?.array, "events")
            return AWS.Page(
                try lines.map { line throws(AWS.Unreadable) in
                    Line(
                        time: try require(line["timestamp"]?.int, "timestamp"),
                        message: try require(line["message"]?.string, "message"))
                }, next: page["nextToken"]?.string)
        }
    }
}
