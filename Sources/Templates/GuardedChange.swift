import AccessPlan
import Events

extension Watched {
    /// A change to a guarded resource: recorded in its own account.
    ///
    /// The fields are those by which the reader's catalog of tampering finds the resource.
    var changeGroups: [PatternGroup] {
        let service = (try? ARN(arn))?.service ?? ""
        let sources = Tampering.all.reduce(into: [String: [String]]()) { found, tampering in
            let named = tampering.parameters.filter { catalogueTypes.contains($0.type) }
                .map(\.name)
            if !named.isEmpty { found[tampering.source, default: []] += named }
        }
        let known = sources.sorted { $0.key < $1.key }.flatMap { source, parameters in
            groups(
                of: source.prefix { $0 != "." },
                Set(parameters).sorted().map { PatternField("requestParameters.\($0)", byName) })
        }
        guard known.isEmpty else { return known }
        return groups(
            of: Substring(service),
            ["arn", "resourceArn", "resourceARN"].map {
                PatternField("requestParameters.\($0)", [.text(arn)])
            })
    }

    private func groups(of service: Substring, _ fields: [PatternField]) -> [PatternGroup] {
        let owner = account.flatMap { $0.isEmpty ? nil : $0 }
        let common = PatternGroup.Common(
            source: [.text("aws.\(service)")], account: owner, changes: true)
        let further = [
            PatternField("errorMessage", inMessages), PatternField("resources.ARN", [byARN]),
        ]
        // The yearly rotation by KMS is not a change.
        let beside: [TemplateValue.Member] =
            service == "kms"
            ? [.init(name: "eventName", value: [["anything-but": ["RotateKey"]]])] : []
        return (fields + further).map { field in
            var field = field
            field.beside = beside
            return PatternGroup(common: common, field: field)
        }
    }

    /// The kinds in the catalog: an alias counts as its key, a subscription belongs to its topic.
    private var catalogueTypes: [ResourceKind] {
        switch type {
        case .kmsAlias: [.kmsKey]
        case .snsTopic: [.snsTopic, .snsSubscription]
        default: [type]
        }
    }

    /// Whether the name is the prefix of a family of names.
    private var isFamily: Bool { name.hasSuffix("*") }

    private var stem: String { isFamily ? String(name.dropLast()) : name }

    /// The forms in which a request names it.
    private var byName: [TemplateValue] {
        let text: TemplateValue = .text(stem)
        if isFamily { return [["prefix": ["equals-ignore-case": text]], ["prefix": byARNStem]] }
        switch type {
        case .sqsQueue:
            return [text, ["suffix": .text("/\(account ?? "")/\(name)")], .text(arn)]
        case .lambdaFunction:
            return [text, ["prefix": .text("\(name):")], ["prefix": .text(arn)]]
        case .stack, .stackSet:
            return [text, ["prefix": .text("\(name):")], ["prefix": .text(arn)]]
        case .snsTopic, .logGroup:
            return [text, ["prefix": .text(arn)]]
        case .kmsAlias, .kmsKey, .trail, .s3Bucket, .dynamoDBTable:
            return [text, .text(arn)]
        default:
            return [["equals-ignore-case": text], ["suffix": .text("/\(name)")]]
        }
    }

    private var byARN: TemplateValue {
        isFamily ? ["prefix": byARNStem] : .text(arn)
    }

    private var byARNStem: TemplateValue {
        .text(arn.hasSuffix("*") ? String(arn.dropLast()) : arn)
    }

    /// A denial names the resource only in its message: by ARN, and often in IAM by kind and name.
    private var inMessages: [TemplateValue] {
        let byARN: TemplateValue = [
            "wildcard": .text(arn.hasSuffix("*") ? "*\(arn)" : "*\(arn)*")
        ]
        let words: [ResourceKind: String] = [
            .iamUser: "user", .iamRole: "role", .iamGroup: "group",
        ]
        guard let word = words[type] else { return [byARN] }
        return [byARN, ["wildcard": .text("* \(word) \(stem)*")]]
    }
}
