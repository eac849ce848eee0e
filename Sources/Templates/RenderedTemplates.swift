/// What deployment needs in addition to the templates that are the same for everybody. It follows
/// from the plan alone; the same plan gives the same bytes.
public struct RenderedTemplates: Sendable, Hashable {
    /// One file.
    public struct File: Sendable, Hashable {
        /// Its name, e.g. `access-roles-1.json`.
        public let name: String
        /// What it holds, a line feed at its end.
        public let bytes: [UInt8]
        /// The same as a value; nil for a text.
        public let value: TemplateValue?

        /// Whether it is a template, not parameters or facts.
        public var isTemplate: Bool { value?["Resources"] != nil }
    }

    /// The files, in the order in which they are deployed.
    public internal(set) var files: [File] = []

    /// The parameters of each template that the plan has some for, by its name without extension.
    private var parameters: [String: [String: String]] = [:]

    /// What was done to stay inside AWS's limits, and what the plan's author should know.
    public internal(set) var remarks: [String] = []

    /// Adds a file that people can read, unless it would then be too long to be sent inline.
    mutating func add(_ name: String, _ value: TemplateValue) {
        var bytes = value.encoded()
        if bytes.count >= Limit.inlineTemplateBytes { bytes = value.encoded(indentation: nil) }
        files.append(File(name: name, bytes: bytes + [UInt8(ascii: "\n")], value: value))
    }

    /// Adds a template's parameters, and the file that holds them as CloudFormation takes them.
    mutating func addParameters(_ name: String, _ parameters: [(String, String)]) {
        self.parameters[name] = Dictionary(parameters) { _, last in last }
        add(
            "\(name).parameters.json",
            .list(
                parameters.map {
                    ["ParameterKey": .text($0), "ParameterValue": .text($1)]
                }))
    }

    /// The parameters that the plan has for a template.
    /// - Parameter template: its name without extension, e.g. `hub`.
    /// - Returns: values by name; nil if the plan does not ask for the template.
    public func parameters(of template: String) -> [String: String]? { parameters[template] }
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
