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
