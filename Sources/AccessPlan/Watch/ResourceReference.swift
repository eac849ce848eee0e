/// A resource as an event names it: by ARN, bare name, key id, alias, or queue URL.
public struct ResourceReference: Hashable, Sendable {
    /// What kind of resource it is.
    public let type: ResourceKind

    /// The name as the watch list has it.
    public let name: String

    /// Whose it is.
    public let account: String?

    /// Where it is; `nil` for global resources.
    public let region: String?

    /// The ARN, when the event gives one.
    public let arn: String?

    /// What an ARN names.
    public init(_ arn: ARN) {
        let watched = Watched(arn)
        let isSubscription = watched.type == .snsTopic && watched.name.contains(":")
        type = watched.type
        name =
            isSubscription ? String(watched.name.prefix { $0 != ":" }) : watched.name
        account = watched.account.flatMap { $0.isEmpty ? nil : $0 }
        region = watched.region
        self.arn = arn.text
    }

    /// The resource that a request parameter names.
    ///
    /// - Parameters:
    ///   - type: the kind of resource that the parameter names.
    ///   - value: as the event has it.
    ///   - account: where the event was recorded: a bare name belongs there.
    ///   - region: the Region of the event; `nil` for global services.
    public init(type: ResourceKind, value: String, account: String?, region: String?) {
        if let arn = try? ARN(value) {
            let named = ResourceReference(arn)
            self.init(
                type: named.type.isKMS || named.type == .root ? named.type : type,
                name: named.name, account: named.account ?? account, region: named.region,
                arn: value)
        } else if type == .sqsQueue, let queue = QueueURL(value) {
            self.init(
                type: type, name: queue.name, account: queue.account,
                region: queue.region ?? region, arn: nil)
        } else if type == .kmsKey, value.hasPrefix("alias/") {
            self.init(type: .kmsAlias, name: value, account: account, region: region, arn: nil)
        } else if type == .lambdaFunction {
            let function = FunctionName(value)
            self.init(
                type: type, name: function.name, account: function.account ?? account,
                region: function.region ?? region, arn: nil)
        } else if type == .stackSet {
            // `NAME:ID` names the same resource as `NAME`.
            self.init(
                type: type, name: String(value.prefix { $0 != ":" }), account: account,
                region: region, arn: nil)
        } else {
            self.init(type: type, name: value, account: account, region: region, arn: nil)
        }
    }

    /// Makes a reference of its parts.
    public init(type: ResourceKind, name: String, account: String?, region: String?, arn: String?) {
        self.type = type
        self.name = name
        self.account = account
        self.region = region
        self.arn = arn
    }
}

/// A function as Lambda takes it beside its ARN: `NAME`, or an ARN without its beginning, down to
/// `function:NAME`. Each may end with `:QUALIFIER`.
/// Source: AWS Lambda API Reference, the pattern of `FunctionName`.
private struct FunctionName {
    let name: String
    let account: String?
    let region: String?

    init(_ value: String) {
        let parts = value.split(separator: ":").map(String.init)
        guard let word = parts.firstIndex(of: "function"), word + 1 < parts.count, word < 3 else {
            (name, account, region) = (parts.first ?? value, nil, nil)
            return
        }
        name = parts[word + 1]
        account = word > 0 ? parts[word - 1] : nil
        region = word > 1 ? parts[word - 2] : nil
    }
}

/// `https://sqs.REGION.amazonaws.com/ACCOUNT/NAME`.
private struct QueueURL {
    let name: String
    let account: String
    let region: String?

    init?(_ text: String) {
        let parts = text.split(separator: "/")
        guard parts.count == 4, text.hasPrefix("http") else { return nil }
        name = String(parts[3])
        account = String(parts[2])
        let host = parts[1].split(separator: ".")
        region = host.count > 2 && host[0] == "sqs" ? String(host[1]) : nil
    }
}
