import Text

extension Watched {
    /// Every text by which a request or an event may name a guarded resource, as patterns in which
    /// `*` and `?` are wildcards: name, ARN, path, qualifier, URL. Empty for a kind whose events are
    /// searched for the name instead (``isSearchedFor``).
    public var spellings: [String] {
        switch type {
        case .sqsQueue: [name, "*/\(account ?? "")/\(name)", arn]
        case .lambdaFunction:
            // Lambda takes an ARN without its beginning, too.
            ["", "\(account ?? ""):", "\(region ?? "*"):\(account ?? ""):"].map {
                "\($0)function:\(name)*"
            } + [name, name + ":*", arn + "*"]
        case .stack: [name, inPlace("stack/\(name)*")]
        case .stackSet: [name, name + ":*", inPlace("stackset/\(name)*")]
        case .snsTopic, .logGroup, .dynamoDBTable, .s3Bucket: [name, arn + "*"]
        case .samlProvider: [name, "*/" + name]
        default:
            // A path may be left out in the plan.
            hasPath && !name.hasWildcard ? [name, "*/" + name] : [name, arn]
        }
    }

    private func inPlace(_ resource: String) -> String {
        guard let own = try? ARN(arn) else { return arn }
        return ARN.text(
            partition: own.partition, service: own.service, region: own.region,
            account: own.account, resource: resource)
    }
}
