import Text

extension Plan {
    /// Who gets alerts, and over which transport.
    public struct Subscriber: Sendable, Hashable {
        /// SNS's words, and `chat` for Amazon Q Developer in chat applications.
        public enum Transport: String, Sendable, CaseIterable {
            case email, sms, https, sqs, lambda, firehose, chat
        }

        /// The transport.
        public var transport: Transport

        /// Address, number, URL or ARN.
        public var endpoint: String

        /// Makes a subscriber.
        public init(transport: Transport, endpoint: String) {
            self.transport = transport
            self.endpoint = endpoint
        }
    }

    /// An accepted deviation.
    public struct Waiver: Sendable, Hashable {
        /// The check's id.
        public var check: String

        /// The resource that it applies to; `nil` is all resources.
        public var resource: String?

        /// Why.
        public var reason: String

        /// The last day on which it is valid, `YYYY-MM-DD`.
        public var until: String

        /// Makes a waiver.
        public init(check: String, resource: String?, reason: String, until: String) {
            self.check = check
            self.resource = resource
            self.reason = reason
            self.until = until
        }
    }
}

extension Plan.Subscriber {
    /// Whether a subscription of SNS is this subscriber's. E-mail addresses are compared
    /// case-insensitively.
    public func isSame(transport other: String, endpoint address: String) -> Bool {
        guard transport.rawValue == other else { return false }
        return transport == .email ? endpoint.isSameName(as: address) : endpoint == address
    }
}

extension Plan.Waiver {
    /// Whether it applies to a resource: to the one that it names, or to all if it names none.
    ///
    /// For a resource `ACCOUNT/REGION`, `*` may stand for either part: `*/REGION`, `ACCOUNT/*`.
    public func applies(to other: String) -> Bool {
        guard let resource, resource != other else { return true }
        let parts = resource.split(separator: "/", omittingEmptySubsequences: false)
        let others = other.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, others.count == 2, parts.contains("*") else { return false }
        return zip(parts, others).allSatisfy { $0 == "*" || $0 == $1 }
    }
}

extension Plan {
    /// The id of the check that reports a Region without rules. A waiver of a Region names it, with the
    /// resource `ACCOUNT/REGION`.
    public static let regionCheck = "rules-exist-in-every-region"

    /// The waiver of a Region of an account that is valid on a day, `YYYY-MM-DD`.
    public func regionWaiver(_ account: String, _ region: String, on day: String) -> Waiver? {
        waivers.first {
            $0.check == Self.regionCheck && $0.until >= day
                && $0.applies(to: "\(account)/\(region)")
        }
    }
}
