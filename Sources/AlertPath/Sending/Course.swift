import AWSClient

/// The way of one alert to one topic, attempt by attempt, as a pure value: it gets how the last attempt
/// ended, and decides what follows.
///
/// An attempt that SNS has certainly not taken is made again, then at the standby topic. After an
/// attempt that SNS may have taken there is one more, which says that it may be a repeat: at the standby
/// topic, because this Region does not answer, or else at the same topic. So a lost answer costs one
/// repeat.
struct Course {
    /// Where an attempt goes.
    struct Step: Equatable {
        /// The topic's ARN.
        var arn: String
        /// Whether SNS may have the alert from an earlier attempt.
        var isRepeat: Bool
        /// Whether the topic was tried before.
        var isSecond: Bool
        /// Whether SNS asked for fewer calls before.
        var waits: Bool
    }

    /// What to do now.
    enum Next {
        /// Make an attempt.
        case send(Step)
        /// This is what became of the alert.
        case finish(Sending)
    }

    /// How often each topic is tried.
    static let mostAttempts = 2

    /// How many attempts SNS may have taken without an answer, before nothing more is sent.
    static let mostUnanswered = 2

    private let places: [String]
    private var attempts: [String: Int] = [:]
    private var closed: Set<String> = []
    private var unanswered: [PublishError] = []

    /// Begins the way to a topic.
    init(_ topic: Publisher.Topic) {
        places = [topic.arn] + (topic.standbyARN.map { [$0] } ?? [])
    }

    /// How many attempts share the time that is left, from the last one that began: two at the topic,
    /// one at its standby topic.
    var shares: Int { max(1, places.count + 2 - attempts.values.reduce(0, +)) }

    /// The first attempt.
    mutating func begin() -> Step { send(places[0], waits: false) }

    /// Decides what follows after an attempt.
    mutating func next(
        after step: Step, _ result: Result<String, AWS.Failure>, isTimeLeft: Bool
    ) -> Next {
        switch result {
        case .success(let id): return .finish(.taken(by: step.arn, messageID: id))
        case .failure(let failure):
            let error = PublishError(topic: step.arn, failure)
            if failure.mayHaveHappened { unanswered.append(error) }
            if !failure.mayPass { closed.insert(step.arn) }
            let others = places.filter { $0 != step.arn }
            let order = failure.mayHaveHappened ? others + [step.arn] : [step.arn] + others
            let place = order.first {
                !closed.contains($0) && attempts[$0, default: 0] < Self.mostAttempts
            }
            guard isTimeLeft, unanswered.count < Self.mostUnanswered, let place else {
                return .finish(unanswered.last.map(Sending.unanswered) ?? .refused(error))
            }
            let isThrottled = failure.serviceError?.isThrottling ?? false
            return .send(send(place, waits: isThrottled && place == step.arn))
        }
    }

    private mutating func send(_ place: String, waits: Bool) -> Step {
        attempts[place, default: 0] += 1
        return Step(
            arn: place, isRepeat: !unanswered.isEmpty, isSecond: attempts[place, default: 0] > 1,
            waits: waits)
    }
}
