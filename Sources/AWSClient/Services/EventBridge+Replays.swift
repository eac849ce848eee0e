import Text
public import Time

extension EventBridge {
    /// A replay: events of an archive that are sent again.
    public struct Replay: Sendable, Hashable {
        /// `STARTING`, `RUNNING`, `COMPLETED`, `CANCELLING`, `CANCELLED`, `FAILED`.
        public let state: String

        /// Why it is in this state; nil if the service does not say.
        public let reason: String?

        /// The time of the last event that was sent again; nil before the first.
        public let lastReplayed: Timestamp?
    }

    /// Starts a replay of an archive to the bus that it archives, for some of its rules. EventBridge
    /// takes times to the minute, and sends events of one minute in no order.
    /// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_StartReplay.html>
    ///
    /// - Parameters:
    ///   - name: 1 to 64 of `A-Z a-z 0-9 . _ -`, new for each replay.
    ///   - archive: the ARN of the archive.
    ///   - bus: the ARN of the bus.
    ///   - rules: ARNs of the rules that get the events.
    ///   - start: seconds since 1970.
    ///   - end: seconds since 1970.
    /// - Returns: a call that answers with the replay's state.
    public static func startReplay(
        _ name: String, archive: String, bus: String, rules: [String], start: Int, end: Int
    ) -> AWS.Operation<String> {
        let input: JSON = [
            "ReplayName": .string(name), "EventSourceArn": .string(archive),
            "EventStartTime": .number("\(start)"), "EventEndTime": .number("\(end)"),
            "Destination": [
                "Arn": .string(bus), "FilterArns": .array(rules.map(JSON.string)),
            ],
        ]
        return AWS.Operation(
            service, "StartReplay", .json(input)
        ) { answer throws(AWS.Unreadable) in
            try require(answer.json()["State"]?.string, "State")
        }
    }

    /// Reads how far a replay is.
    /// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeReplay.html>
    ///
    /// - Parameter name: of the replay.
    /// - Returns: a call that answers with it; an error if there is none.
    public static func describeReplay(_ name: String) -> AWS.Operation<Replay> {
        AWS.Operation(
            service, "DescribeReplay", .json(["ReplayName": .string(name)])
        ) { answer throws(AWS.Unreadable) in
            let replay = try answer.json()
            return Replay(
                state: try require(replay["State"]?.string, "State"),
                reason: replay["StateReason"]?.string,
                lastReplayed: replay["EventLastReplayedTime"]?.int.map {
                    Timestamp(secondsSince1970: $0)
                })
        }
    }
}
