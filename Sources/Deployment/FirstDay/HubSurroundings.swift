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

    /// Whether text messages reach verified numbers only; `nil` if it is not known.
    public var isInSMSSandbox: Bool?

    /// Why something is not known: for each answer that is missing a fact and, where there is one, a
    /// `hint:` line.
    public var unread: [String] = []

    /// Makes a Region of which nothing is known.
    public init(region: String) { self.region = region }
}

/// Something that fails on a first day, foreseen.
public struct FirstDayHint: Sendable, Hashable {
    /// Whether nothing can be deployed before it is mended.
    public let stops: Bool
    /// What it is, and the command that mends it: a fact and a `hint:` line.
    public let words: String
}

extension HubSurroundings {
    /// How many executions the publisher reserves: `PublisherConcurrency` of hub.yaml.
    public static let publishers = 2

    /// How many Lambda keeps unreserved in each account.
    /// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html>
    static let alwaysUnreserved = 100

    /// Whether the publisher can reserve its executions.
    public var reservesPublishers: Bool {
        guard reserved == 0, let unreserved else { return true }
        return unreserved >= Self.alwaysUnreserved + Self.publishers
    }

    /// What will not work in this Region.
    public func hints(_ plan: Plan) -> [FirstDayHint] {
        var hints: [FirstDayHint] = []
        if hasArchives == false {
            hints.append(
                FirstDayHint(
                    stops: true,
                    words: """
                        \(region) cannot be a hub: EventBridge has no archives there
                        hint: write another Region into regions: of the plan
                        """))
        }
        if !reservesPublishers, let unreserved {
            hints.append(
                FirstDayHint(
                    stops: false,
                    words: """
                        publishers are not limited in \(region): \(unreserved) executions are too few to \
                        reserve \(Self.publishers)
                        hint: aws service-quotas request-service-quota-increase --region \(region) \
                        --service-code lambda --quota-code L-B99A9384 --desired-value 1000
                        """))
        }
        let numbers = plan.subscribers.filter { $0.transport == .sms }.map(\.endpoint)
        if isInSMSSandbox == true, !numbers.isEmpty {
            hints.append(
                FirstDayHint(
                    stops: false,
                    words: """
                        SNS is in the SMS sandbox in \(region): \(numbers.joined(separator: ", ")) \
                        gets nothing before it is verified
                        hint: aws sns create-sms-sandbox-phone-number --region \(region) \
                        --phone-number \(numbers[0]), then verify-sms-sandbox-phone-number with the code; \
                        or ask AWS Support to move the account out of the sandbox
                        """))
        }
        return hints
            + unread.map {
                FirstDayHint(stops: false, words: "\(region) may lack what a hub needs: \($0)")
            }
    }
}
