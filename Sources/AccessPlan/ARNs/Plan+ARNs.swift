extension Plan {
    /// The ARN of one of our roles: they have no path.
    public func roleARN(_ name: String, in account: String) -> String {
        "arn:\(partition):iam::\(account):role/\(name)"
    }

    /// The ARN of a break-glass user: they have no path.
    public func userARN(_ name: String) -> String {
        "arn:\(partition):iam::\(emergencyAccount):user/\(name)"
    }

    /// The ARN of the SAML provider; `nil` without an IdP.
    public var providerARN: String? {
        identityProvider.map {
            "arn:\(partition):iam::\(emergencyAccount):saml-provider/\($0.samlProvider)"
        }
    }

    /// The hub's bus in one Region.
    public func busARN(in region: String) -> String {
        "arn:\(partition):events:\(region):\(emergencyAccount):event-bus/\(AlertPathNames.bus)"
    }

    /// `ReadOnlyAccess` is AWS's; an ARN is what it is, whatever account its `:aws:` or digits name.
    public func policyARN(_ policy: String) -> String {
        policy.hasPrefix("arn:") ? policy : "arn:\(partition):iam::aws:policy/\(policy)"
    }

    /// The endpoint without a Region, which is us-east-1, and at least two Regional ones elsewhere.
    ///
    /// Source: AWS General Reference, "AWS Sign-In endpoints".
    public var signInEndpoints: [String] {
        let gov = partition == "aws-us-gov"
        let host = gov ? "signin.amazonaws-us-gov.com" : "signin.aws.amazon.com"
        let further = gov ? ["us-gov-west-1", "us-gov-east-1"] : ["us-west-2", "eu-west-1"]
        let regions = (regions.hubs + further).reduce(into: [String]()) { kept, region in
            if !kept.contains(region) { kept.append(region) }
        }
        return ["https://\(host)/saml"] + regions.prefix(3).map { "https://\($0).\(host)/saml" }
    }
}
