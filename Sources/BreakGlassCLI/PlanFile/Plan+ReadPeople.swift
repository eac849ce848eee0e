import AccessPlan
import Yams

extension Plan {
    /// Reads administrators, subscribers, guarded resources, the trail and waivers.
    mutating func readPeople(_ top: Fields) {
        administrators = Administrators(top)
        responders = top.texts("responders")
        subscribers = top.list("subscribers").compactMap { Subscriber($0, top.reading) }
        guarded = top.texts("guard", .guarded(partition: partition)).compactMap { try? ARN($0) }
        readContacts(top)
        trail = top.text("trail", .trail(in: partition)).flatMap { try? ARN($0) }
        waivers = top.list("waivers").compactMap { Waiver($0, top.reading) }
    }
}

extension Plan.Administrators {
    fileprivate init(_ top: Fields) {
        self.init()
        let fields = top.fields(
            "administrators", keys: ["rollout", "custodians", "revoker", "auditors"])
        guard let fields else { return }
        rollout = fields.text("rollout", .administrator).flatMap { try? ARN($0) }
        custodians = fields.texts("custodians", .administrator).compactMap { try? ARN($0) }
        revoker = fields.text("revoker", .administrator).flatMap { try? ARN($0) }
        auditors = fields.texts("auditors", .auditor).compactMap { try? ARN($0) }
    }
}

extension Plan.Subscriber {
    fileprivate init?(_ node: Node, _ reading: PlanReading) {
        let hint = "write { protocol: email, endpoint: security@example.com }"
        let fields = Fields(
            node, path: "subscribers", keys: ["protocol", "endpoint"], reading: reading)
        guard let fields else { return nil }
        let words = Transport.allCases.map(\.rawValue)
        let transport = fields.required("protocol", .word(of: words), hint: hint)
            .flatMap(Transport.init(rawValue:))
        let endpoint = fields.required(
            "endpoint", transport?.endpointRule ?? .any, hint: hint)
        guard let transport, let endpoint else { return nil }
        self.init(transport: transport, endpoint: endpoint)
    }
}

extension Plan.Subscriber.Transport {
    /// What an address of that kind looks like.
    fileprivate var endpointRule: ValueRule {
        switch self {
        case .email: .email
        case .sms: .telephone
        case .https: .httpsURL
        case .sqs: .arn(of: "sqs")
        case .lambda: .arn(of: "lambda", "function:")
        case .firehose: .arn(of: "firehose", "deliverystream/")
        case .chat: .any
        }
    }
}

extension Plan.Waiver {
    fileprivate init?(_ node: Node, _ reading: PlanReading) {
        let fields = Fields(
            node, path: "waivers", keys: ["check", "resource", "reason", "until"], reading: reading)
        guard let fields else { return nil }
        let check = fields.required("check", .checkID, hint: "write the check's id")
        let reason = fields.required("reason", .any, hint: "say why, for the next reader")
        let until = fields.required("until", .day, hint: "write the last day, e.g. 2027-01-31")
        guard let check, let reason, let until else { return nil }
        self.init(check: check, resource: fields.text("resource"), reason: reason, until: until)
    }
}
