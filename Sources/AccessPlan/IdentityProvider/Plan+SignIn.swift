extension Plan {
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
