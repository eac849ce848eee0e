import Text

/// EventBridge Scheduler. <https://docs.aws.amazon.com/scheduler/latest/APIReference/>
public enum Scheduler {
    static let service = AWS.Service(name: "scheduler", variable: "SCHEDULER", wire: .restJSON)

    /// A schedule.
    public struct Schedule: Sendable, Hashable {
        /// Its ARN.
        public let arn: String

        /// `ENABLED` or `DISABLED`.
        public let state: String

        /// The ARN of what it starts.
        public let target: String
    }

    /// Reads a schedule.
    /// <https://docs.aws.amazon.com/scheduler/latest/APIReference/API_GetSchedule.html>
    ///
    /// - Parameters:
    ///   - name: of the schedule.
    ///   - group: the name of the group it is in.
    /// - Returns: a call that answers with the schedule.
    public static func getSchedule(_ name: String, group: String) -> AWS.Operation<Schedule> {
        let path = "/schedules/\(PercentEncoding.encode(name))"
        return AWS.Operation(
            service, "GetSchedule", .get(path: path, query: ["groupName": group], headers: [:])
        ) { answer throws(AWS.Unreadable) in
            let schedule = try answer.json()
            return Schedule(
                arn: try require(schedule["Arn"]?.string, "Arn"),
                state: try require(schedule["State"]?.string, "State"),
                target: try require(schedule["Target"]?["Arn"]?.string, "Target"))
        }
    }

    /// Reads the state of a group of schedules: `ACTIVE` or `DELETING`.
    /// <https://docs.aws.amazon.com/scheduler/latest/APIReference/API_GetScheduleGroup.html>
    public static func getScheduleGroup(_ name: String) -> AWS.Operation<String> {
        let path = "/schedule-groups/\(PercentEncoding.encode(name))"
        return AWS.Operation(
            service, "GetScheduleGroup", .get(path: path, query: [:], headers: [:])
        ) { answer throws(AWS.Unreadable) in
            try require(answer.json()["State"]?.string, "State")
        }
    }
}
