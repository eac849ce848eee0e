extension Watched {
    /// Watches the resource that an ARN names, of any service.
    ///
    /// A Lambda version or alias, an event source's path and a log stream watch the whole resource.
    public init(_ arn: ARN) {
        let (type, name) = Self.typeAndName(arn)
        self.init(
            type: type, account: arn.account, region: arn.region.isEmpty ? nil : arn.region,
            name: name, arn: arn.text)
    }

    /// Watches what the plan guards: one resource, or all that an ARN with wildcards stands for.
    public init(guarding arn: ARN) {
        self.init(arn)
        isGuarded = true
        guard let kind = Self.wholeByName[type] else { return }
        self.arn = ARN.text(
            partition: arn.partition, service: arn.service, region: arn.region,
            account: arn.account, resource: kind + name)
    }

    /// The kinds of which an ARN may name a part, such as a version or an object: the whole counts.
    private static let wholeByName: [ResourceKind: String] = [
        .lambdaFunction: "function:", .logGroup: "log-group:", .dynamoDBTable: "table/",
        .snsTopic: "", .s3Bucket: "",
    ]

    /// The kind of the resource, and its name as events state it.
    private static func typeAndName(_ arn: ARN) -> (type: ResourceKind, name: String) {
        let resource = arn.resource
        let cut = resource.firstIndex { $0 == "/" || $0 == ":" }
        let kind = cut.map { String(resource[..<$0]) } ?? ""
        let rest = cut.map { String(resource[resource.index(after: $0)...]) } ?? resource
        // The ARN of an access point or a job of S3 has a Region; that of a bucket has none.
        if let type = wholeResource[arn.service], type != .s3Bucket || arn.region.isEmpty {
            return (type, resource.prefix(upTo: ":").prefix(upTo: "/"))
        }
        if arn.service == "iam", resource == "root" {
            return (.root, "root")
        }
        guard let word = words["\(arn.service):\(kind)"] else {
            let type = kind.isEmpty ? arn.service : "\(arn.service)_\(kind)"
            return (ResourceKind(rawValue: String(type.map { $0 == "-" ? "_" : $0 })), rest)
        }
        switch word.named {
        case .last: return (word.type, rest.suffix(after: "/"))
        case .first: return (word.type, rest.prefix(upTo: ":").prefix(upTo: "/"))
        case .whole: return (word.type, word.type == .kmsAlias ? resource : rest)
        case .untilColon: return (word.type, rest.prefix(upTo: ":"))
        }
    }

    /// Which part of the text after the first `/` or `:` is the name.
    private enum Named { case first, last, whole, untilColon }

    /// Services whose ARNs have no resource type: the resource is the name.
    private static let wholeResource: [String: ResourceKind] = [
        "sns": .snsTopic, "sqs": .sqsQueue, "s3": .s3Bucket,
    ]

    private static let words: [String: (type: ResourceKind, named: Named)] = [
        "iam:user": (.iamUser, .last),
        "iam:role": (.iamRole, .last),
        "iam:group": (.iamGroup, .last),
        "iam:policy": (.iamPolicy, .last),
        "iam:mfa": (.mfaDevice, .last),
        "iam:u2f": (.mfaDevice, .last),
        "iam:saml-provider": (.samlProvider, .whole),
        "sts:assumed-role": (.iamRole, .first),
        "events:rule": (.eventRule, .last),
        "events:event-bus": (.eventBus, .whole),
        "events:archive": (.eventArchive, .whole),
        "kms:key": (.kmsKey, .whole),
        "kms:alias": (.kmsAlias, .whole),
        "cloudtrail:trail": (.trail, .whole),
        "lambda:function": (.lambdaFunction, .first),
        "dynamodb:table": (.dynamoDBTable, .first),
        "scheduler:schedule": (.schedule, .last),
        "scheduler:schedule-group": (.scheduleGroup, .whole),
        "cloudwatch:alarm": (.alarm, .whole),
        "cloudformation:stack": (.stack, .first),
        "cloudformation:stackset": (.stackSet, .first),
        "organizations:policy": (.serviceControlPolicy, .last),
        "logs:log-group": (.logGroup, .untilColon),
    ]
}

extension String {
    /// Everything before the first such character, or all of it.
    fileprivate func prefix(upTo end: Character) -> String {
        firstIndex(of: end).map { String(self[..<$0]) } ?? self
    }

    /// Everything after the last such character, or all of it.
    fileprivate func suffix(after start: Character) -> String {
        lastIndex(of: start).map { String(self[index(after: $0)...]) } ?? self
    }
}
