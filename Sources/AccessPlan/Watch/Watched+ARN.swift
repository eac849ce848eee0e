extension Watched {
    /// Watches the resource that an ARN names, whatever service it belongs to.
    ///
    /// A Lambda version or alias, an event source's path and a log stream watch the whole resource.
    public init(_ arn: ARN) {
        let (type, name) = Self.typeAndName(arn)
        self.init(
            type: type, account: arn.account, region: arn.region.isEmpty ? nil : arn.region,
            name: name, arn: arn.text)
    }

    /// The word for the resource, and its name as events state it.
    private static func typeAndName(_ arn: ARN) -> (type: String, name: String) {
        let resource = arn.resource
        let cut = resource.firstIndex { $0 == "/" || $0 == ":" }
        let kind = cut.map { String(resource[..<$0]) } ?? ""
        let rest = cut.map { String(resource[resource.index(after: $0)...]) } ?? resource
        if let type = wholeResource[arn.service] {
            return (type, resource.prefix(upTo: ":").prefix(upTo: "/"))
        }
        if arn.service == "iam", resource == "root" {
            return ("root", "root")
        }
        guard let word = words["\(arn.service):\(kind)"] else {
            let type = kind.isEmpty ? arn.service : "\(arn.service)_\(kind)"
            return (String(type.map { $0 == "-" ? "_" : $0 }), rest)
        }
        switch word.named {
        case .last: return (word.type, rest.suffix(after: "/"))
        case .first: return (word.type, rest.prefix(upTo: ":").prefix(upTo: "/"))
        case .whole: return (word.type, word.type == "kms_alias" ? resource : rest)
        case .untilColon: return (word.type, rest.prefix(upTo: ":"))
        }
    }

    /// Which part of the text after the first `/` or `:` is the name.
    private enum Named { case first, last, whole, untilColon }

    /// Services whose ARNs have no resource type: the resource is the name.
    private static let wholeResource = [
        "sns": "sns_topic", "sqs": "sqs_queue", "s3": "s3_bucket",
    ]

    private static let words: [String: (type: String, named: Named)] = [
        "iam:user": ("iam_user", .last),
        "iam:role": ("iam_role", .last),
        "iam:group": ("iam_group", .last),
        "iam:policy": ("iam_policy", .last),
        "iam:mfa": ("mfa_device", .last),
        "iam:u2f": ("mfa_device", .last),
        "iam:saml-provider": ("saml_provider", .whole),
        "sts:assumed-role": ("iam_role", .first),
        "events:rule": ("event_rule", .last),
        "events:event-bus": ("event_bus", .whole),
        "events:archive": ("event_archive", .whole),
        "kms:key": ("kms_key", .whole),
        "kms:alias": ("kms_alias", .whole),
        "cloudtrail:trail": ("trail", .whole),
        "lambda:function": ("lambda_function", .first),
        "dynamodb:table": ("dynamodb_table", .first),
        "scheduler:schedule": ("schedule", .last),
        "scheduler:schedule-group": ("schedule_group", .whole),
        "cloudwatch:alarm": ("alarm", .whole),
        "cloudformation:stack": ("stack", .first),
        "cloudformation:stackset": ("stack_set", .first),
        "organizations:policy": ("scp", .last),
        "logs:log-group": ("log_group", .untilColon),
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
