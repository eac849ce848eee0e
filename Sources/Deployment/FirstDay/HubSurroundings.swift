public import AccessPlan

/// What one Region offers a hub, and what a new account still lacks there.
public struct HubSurroundings: Sendable, Hashable {
    /// The Region.
    public var region: String

    /// Whether EventBridge has archives there; `nil` if it is not known.
    public var hasArchives: Bool?

    /// How many executions of Lambda are not reserved by a function; `nil` if it is not known.
    public var unreserved: Int?

    /// How many the publisher has reserved already.
    public var reserved = 0

    /// How many the publisher of critical alerts has reserved already.
    public var reservedForCritical = 0

    /// Whether text messages reach verified numbers only; `nil` if it is not known.
    public var isInSMSSandbox: Bool?

    /// Why something is not known, by what is asked: a fact and, where there is one, a `hint:` line.
    public var unread: [PreflightQuestion: String] = [:]

    /// Makes a Region of which nothing is known.
    public init(region: String) { self.region = region }
}

/// Something that fails on a first day, foreseen.
public struct FirstDayHint: Sendable, Hashable {
    /// Whether nothing can be deployed before it is fixed.
    public let stops: Bool
    /// What it is, and the command that fixes it: a fact and a `hint:` line.
    public let words: String
}

extension HubSurroundings {
    /// How many executions the publisher reserves: `PublisherConcurrency` of hub.yaml.
    public static let publishers = 2

    /// How many the publisher of critical alerts reserves: `CriticalConcurrency` of hub.yaml.
    public static let criticalPublishers = 3

    /// How many Lambda keeps unreserved in each account.
    /// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html>
    static let alwaysUnreserved = 100

    /// How many executions both reserve.
    static let wanted = publishers + criticalPublishers

    /// Whether the publisher can reserve its executions.
    public var reservesPublishers: Bool {
        guard reserved == 0, let unreserved else { return true }
        return unreserved >= Self.alwaysUnreserved + Self.publishers
    }

    /// Whether the publisher of critical alerts can reserve its executions, beside the other.
    public var reservesCriticalPublishers: Bool {
        guard reservedForCritical == 0, let unreserved else { return true }
        let others = reserved == 0 ? Self.publishers : 0
        return unreserved >= Self.alwaysUnreserved + others + Self.criticalPublishers
    }

    /// What will not work in this Region.
    public func hints(_ plan: Plan) -> [FirstDayHint] {
        answers(plan).filter { $0.verdict == .no || $0.verdict == .unknown }.map { answer in
            FirstDayHint(
                stops: answer.stops,
                words: "\(region): \(answer.fact)" + (answer.remedy.map { "\nhint: \($0)" } ?? ""))
        }
    }

    /// What a hub needs in this Region, each question answered.
    public func answers(_ plan: Plan) -> [PreflightAnswer] {
        [archive(plan), concurrency(plan), sms(plan)].map { answer in
            unread[answer.question].map { unknown(answer.question, $0, plan) } ?? answer
        }
    }

    private func archive(_ plan: Plan) -> PreflightAnswer {
        guard hasArchives == false else { return answer(.archive, .yes, "archives exist", plan) }
        return answer(
            .archive, .no, "it cannot be a hub: EventBridge has no archives there", plan,
            remedy: "write another Region into regions: of the plan", stops: true)
    }

    private func concurrency(_ plan: Plan) -> PreflightAnswer {
        let isFine = reservesPublishers && reservesCriticalPublishers
        guard !isFine, let unreserved else {
            return answer(
                .concurrency, .yes, "\(Self.wanted) executions can be reserved", plan)
        }
        return answer(
            .concurrency, .no,
            "publishers are not limited: \(unreserved) executions are too few to reserve "
                + "\(Self.wanted)", plan,
            remedy: PreflightAnswer.increase(
                service: "lambda", code: "L-B99A9384", region: region, needed: 999))
    }

    private func sms(_ plan: Plan) -> PreflightAnswer {
        let numbers = plan.subscribers.filter { $0.transport == .sms }.map(\.endpoint)
        guard let first = numbers.first else {
            return answer(.sms, .notNeeded, "nobody gets text messages", plan)
        }
        guard isInSMSSandbox == true else {
            return answer(.sms, .yes, "SNS is not in the SMS sandbox", plan)
        }
        return answer(
            .sms, .no,
            "SNS is in the SMS sandbox: \(numbers.joined(separator: ", ")) gets nothing before it "
                + "is verified", plan,
            remedy: "aws sns create-sms-sandbox-phone-number --region \(region) "
                + "--phone-number \(first), then verify-sms-sandbox-phone-number with the code; or "
                + "ask AWS Support to move the account out of the sandbox")
    }

    private func unknown(
        _ question: PreflightQuestion, _ why: String, _ plan: Plan
    ) -> PreflightAnswer {
        let lines = why.split(separator: "\n", maxSplits: 1).map(String.init)
        return answer(
            question, .unknown, "it may lack what a hub needs: \(lines.first ?? "")", plan,
            remedy: lines.dropFirst().first.map { String($0.trimmingPrefix("hint: ")) })
    }

    private func answer(
        _ question: PreflightQuestion, _ verdict: PreflightAnswer.Verdict, _ fact: String,
        _ plan: Plan, remedy: String? = nil, stops: Bool = false
    ) -> PreflightAnswer {
        PreflightAnswer(
            question, verdict, account: plan.emergencyAccount, region: region, fact,
            remedy: remedy, stops: stops)
    }
}
