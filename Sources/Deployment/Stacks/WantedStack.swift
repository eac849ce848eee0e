public import Templates

/// A stack that the plan asks for.
public struct WantedStack: Sendable, Hashable {
    /// When it is deployed: a stage begins when the one before it is done.
    public let stage: Int

    /// Where it is.
    public let place: TemplateStack.Place

    /// Its name, e.g. `breakglass-hub`.
    public let name: String

    /// What it is made of.
    public let template: StackTemplate

    /// The parameters that differ from the template's defaults.
    public var parameters: [String: String]

    /// Makes a stack.
    public init(
        stage: Int, at place: TemplateStack.Place, name: String, _ template: StackTemplate,
        parameters: [String: String]
    ) {
        self.stage = stage
        self.place = place
        self.name = name
        self.template = template
        self.parameters = parameters
    }
}

/// A template as it is sent to CloudFormation.
public struct StackTemplate: Sendable, Hashable {
    /// The name of its file, e.g. `hub.yaml`.
    public let name: String

    /// The file, byte for byte.
    public let bytes: [UInt8]

    /// What it says, short forms of functions written out.
    public let value: TemplateValue

    /// Makes a template.
    public init(name: String, bytes: [UInt8], value: TemplateValue) {
        self.name = name
        self.bytes = bytes
        self.value = value
    }
}

/// A stack set that the plan asks for.
public struct WantedStackSet: Sendable, Hashable {
    /// When it is deployed: a stage begins when the one before it is done.
    public let stage: Int

    /// Its name, e.g. `breakglass-region`.
    public let name: String

    /// What its stacks are made of.
    public let template: StackTemplate

    /// The parameters that differ from the template's defaults.
    public let parameters: [String: String]

    /// The accounts that get a stack; `nil` is all, those to come included.
    public let accounts: Set<String>?

    /// The one Region that gets a stack; `nil` is every covered one.
    public let region: String?

    /// Makes a stack set.
    public init(
        stage: Int, name: String, _ template: StackTemplate, parameters: [String: String],
        accounts: Set<String>?, region: String?
    ) {
        self.stage = stage
        self.name = name
        self.template = template
        self.parameters = parameters
        self.accounts = accounts
        self.region = region
    }
}
