// Every ARN that follows from the plan. Nothing else builds one by hand.

extension Plan {
    /// An ARN in the partition of the plan.
    public func arn(
        _ service: String, _ resource: String, in region: String = "", account: String = ""
    ) -> String {
        ARN.text(
            partition: partition, service: service, region: region, account: account,
            resource: resource)
    }

    /// The ARN of a resource of the hub in one Region.
    public func hubARN(_ service: String, _ resource: String, in region: String) -> String {
        arn(service, resource, in: region, account: emergencyAccount)
    }

    /// The ARN of one of our roles: they have no path.
    public func roleARN(_ name: String, in account: String) -> String {
        arn("iam", "role/\(name)", account: account)
    }

    /// The ARN of a session of a role.
    public func sessionARN(_ session: String, ofRole name: String, in account: String) -> String {
        arn("sts", "assumed-role/\(name)/\(session)", account: account)
    }

    /// The ARN of a break-glass user: they have no path.
    public func userARN(_ name: String) -> String {
        userARN(name, in: emergencyAccount)
    }

    /// The ARN of a user without a path.
    public func userARN(_ name: String, in account: String) -> String {
        arn("iam", "user/\(name)", account: account)
    }

    /// The ARN of an account's root user.
    public func rootARN(of account: String) -> String {
        arn("iam", "root", account: account)
    }

    /// The ARN of the SAML provider; `nil` without an IdP.
    public var providerARN: String? {
        identityProvider.map {
            arn("iam", "saml-provider/\($0.samlProvider)", account: emergencyAccount)
        }
    }

    /// The hub's bus in one Region.
    public func busARN(in region: String) -> String {
        hubARN("events", "event-bus/\(AlertPathNames.bus)", in: region)
    }

    /// A topic of the hub in one Region.
    public func topicARN(_ name: String, in region: String) -> String {
        hubARN("sns", name, in: region)
    }

    /// A function of the hub in one Region.
    public func functionARN(_ name: String, in region: String) -> String {
        hubARN("lambda", "function:\(name)", in: region)
    }

    /// A queue in one Region of an account.
    public func queueARN(_ name: String, in region: String, account: String) -> String {
        arn("sqs", name, in: region, account: account)
    }

    /// `ReadOnlyAccess` is a policy of AWS. An ARN stays as it is, also with another account.
    public func policyARN(_ policy: String) -> String {
        ARN.isMeant(by: policy) ? policy : arn("iam", "policy/\(policy)", account: "aws")
    }
}
