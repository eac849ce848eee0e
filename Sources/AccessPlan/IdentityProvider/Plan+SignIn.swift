import Partitions

extension Plan {
    /// The Regions that record sign-ins at the global endpoint: none of them may be without rules.
    public var globalSignInRegions: [String] {
        Partition.named(partition)?.globalSignInRegions ?? []
    }

    /// The endpoint without a Region, which is us-east-1, and at least two Regional ones elsewhere.
    ///
    /// Source: AWS General Reference, "AWS Sign-In endpoints".
    public var signInEndpoints: [String] {
        let own = Partition.named(partition) ?? .standard
        let host = own.signInHost
        let regions = (regions.hubs + own.signInRegions).reduce(into: [String]()) { kept, region in
            if !kept.contains(region) { kept.append(region) }
        }
        return ["https://\(host)/saml"] + regions.prefix(3).map { "https://\($0).\(host)/saml" }
    }
}
