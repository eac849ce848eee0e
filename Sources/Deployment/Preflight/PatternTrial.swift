public import AccessPlan
import Templates

/// A rule's pattern, with one event that it has to match and one that it must not.
public struct PatternTrial: Sendable, Hashable {
    /// The rule's name.
    public let rule: String

    /// JSON text.
    public let pattern: String

    /// Events to test it with: what EventBridge has to answer; `nil` where either answer is right, and
    /// only whether it takes the pattern counts.
    public let events: [Event]

    /// An event and the right answer.
    public struct Event: Sendable, Hashable {
        /// The whole event as JSON text.
        public let json: String
        /// What it is, after "matches".
        public let title: String
        /// Whether the pattern has to match it.
        public let isWanted: Bool?
    }

    /// Trials of all patterns.
    public static func all(
        _ patterns: [PlannedResources.RulePattern], for plan: Plan
    ) -> [PatternTrial] {
        let canned = CannedEvent.all(for: plan)
        return patterns.map { one in
            let wanted = canned.first { $0.isWanted(by: one.rule) == true }
            let unwanted = canned.first { $0.isWanted(by: one.rule) == false }
            var events = [(wanted, true), (unwanted, false)].compactMap { event, isWanted in
                event.map { Event(json: $0.json, title: $0.title, isWanted: isWanted) }
            }
            if events.isEmpty {
                events = canned.prefix(1).map {
                    Event(json: $0.json, title: $0.title, isWanted: nil)
                }
            }
            return PatternTrial(rule: one.rule, pattern: one.pattern, events: events)
        }
    }
}

extension PreflightAnswer {
    /// What EventBridge made of a pattern.
    public enum PatternResult: Sendable, Hashable {
        /// It answered as it has to.
        case asExpected
        /// It refuses the pattern: why.
        case refused(String)
        /// It matches what it must not match, or the other way round: what, after "matches".
        case mismatch(matches: Bool, String)
        /// It could not be asked: why.
        case unread(String)
    }

    /// Whether EventBridge takes every pattern.
    /// - Parameters:
    ///   - account: whose credentials asked.
    ///   - region: where.
    ///   - results: one for each rule, by its name.
    /// - Returns: an answer for each pattern that is refused, or one for all.
    public static func patterns(
        account: String, region: String, _ results: [(rule: String, result: PatternResult)]
    ) -> [PreflightAnswer] {
        var answers: [PreflightAnswer] = []
        func add(_ verdict: Verdict, _ fact: String, _ remedy: String?) {
            answers.append(
                PreflightAnswer(
                    .patterns, verdict, account: account, region: region, fact, remedy: remedy,
                    stops: true))
        }
        for (rule, result) in results {
            switch result {
            case .asExpected, .unread: break
            case .refused(let why):
                add(
                    .no, "EventBridge refuses the pattern of rule \(rule): \(why)",
                    "shorten the names that the plan makes it of, or guard fewer resources")
            case .mismatch(let matches, let event):
                add(
                    .no,
                    "the pattern of rule \(rule) \(matches ? "matches" : "does not match") \(event)",
                    "this is a defect of Break Glass: report it with the plan")
            }
        }
        let unread = results.compactMap {
            if case .unread(let why) = $0.result { why } else { nil }
        }
        if let why = unread.first {
            add(
                .unknown,
                "\(unread.count) of \(results.count) patterns could not be tested: \(why)",
                "allow events:TestEventPattern to the caller")
        }
        if answers.isEmpty {
            add(.yes, "\(results.count) patterns are taken and match as they have to", nil)
        }
        return answers
    }
}
