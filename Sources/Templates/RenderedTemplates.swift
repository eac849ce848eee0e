import EventPatterns

/// What deployment needs in addition to the templates that are the same for everybody. It follows
/// from the plan alone; the same plan gives the same bytes.
public struct RenderedTemplates: Sendable, Hashable {
    /// One file.
    public struct File: Sendable, Hashable {
        /// Its name, e.g. `access-roles-1.json`.
        public let name: String
        /// What it holds, a line feed at its end.
        public let bytes: [UInt8]
    }

    /// The files, in the order in which they are deployed.
    public internal(set) var files: [File] = []

    /// What was done to stay inside AWS's limits, and what the plan's author should know.
    public internal(set) var remarks: [String] = []

    /// Adds a file that people can read, unless it would then be too long to be sent inline.
    mutating func add(_ name: String, _ value: TemplateValue) {
        var bytes = value.encoded()
        if bytes.count >= Limit.inlineTemplateBytes { bytes = value.encoded(indentation: nil) }
        files.append(File(name: name, bytes: bytes + [UInt8(ascii: "\n")]))
    }
}

/// What the plan names but does not hold: the contents of its files.
public struct PlanAttachments: Sendable, Hashable {
    /// The IdP's SAML metadata; `nil` where the plan names none, or where the provider exists already.
    public var samlMetadata: String?

    /// Inline policies by the name the plan gives the file: documents, as JSON.
    public var inlinePolicies: [String: TemplateValue] = [:]

    /// Names no file.
    public init() {}
}

/// AWS's limits that no emulator enforces.
///
/// Source: "AWS CloudFormation quotas", "IAM and AWS STS quotas", "EventBridge quotas".
enum Limit {
    /// Resources in one template: some below the 500 that are allowed.
    static let resources = 450
    /// Keys in one mapping of a template.
    static let mappingKeys = 200
    /// Bytes of a template that comes from S3.
    static let templateBytes = 1_000_000
    /// Roles in one account, unless AWS raised it.
    static let roles = 1_000
    /// Characters of a role's inline policies together, without spaces.
    static let inlinePolicy = 10_240
    /// Characters of a managed policy, without spaces.
    static let managedPolicy = 6_144
    /// Managed policies on one role.
    static let managedPoliciesOfRole = 10
    /// Characters of a rule's pattern.
    static let eventPattern = EventPattern.mostCharacters
    /// Rules on one bus that are spent on guarded resources; some Regions allow 100 in all.
    static let guardRules = 40
    /// As many as are spent before long names are shortened: more do not fit into a template that is
    /// sent without a bucket.
    static let handyGuardRules = 16
    /// Bytes of a template that is sent without a bucket.
    static let inlineTemplateBytes = 51_200
}
