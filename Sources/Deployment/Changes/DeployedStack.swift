public import Templates

/// A stack as CloudFormation tells of it.
public struct DeployedStack: Sendable, Hashable {
    /// CloudFormation's name of its status, e.g. `CREATE_COMPLETE`.
    public let status: String

    /// Why it is so, in CloudFormation's words; nil if there is none.
    public let reason: String?

    /// Its parameters, those with the template's defaults included.
    public let parameters: [String: String]

    /// Its template; nil if it was not read or could not be.
    public let template: TemplateValue?

    /// Makes a stack.
    public init(
        status: String, reason: String? = nil, parameters: [String: String],
        template: TemplateValue?
    ) {
        self.status = status
        self.reason = reason
        self.parameters = parameters
        self.template = template
    }

    /// Whether template and parameters are what is wanted.
    /// - Parameters:
    ///   - wanted: the template.
    ///   - parameters: the values that differ from its defaults.
    /// - Returns: false if the template is not known.
    public func isMade(of wanted: TemplateValue, _ parameters: [String: String]) -> Bool {
        guard let template else { return false }
        return hasParameters(wanted, parameters)
            && (template == wanted || template.effective == wanted.effective)
    }

    /// Whether each parameter has the value that is wanted. A stack tells its defaults, a stack set does
    /// not.
    /// - Parameters:
    ///   - wanted: the template that declares them.
    ///   - parameters: the values that differ from its defaults.
    /// - Returns: false, too, if either has a parameter that the template does not declare.
    public func hasParameters(_ wanted: TemplateValue, _ parameters: [String: String]) -> Bool {
        let declared = wanted["Parameters"]?.members ?? []
        let given = Set(self.parameters.keys).union(parameters.keys)
        guard given.isSubset(of: declared.map(\.name)) else { return false }
        return declared.allSatisfy { parameter in
            let initial = parameter.value["Default"].map(DeployedParameter.text) ?? ""
            let given = self.parameters[parameter.name] ?? initial
            return DeployedParameter.isSame(
                given, parameters[parameter.name] ?? initial, as: parameter.value)
        }
    }

    /// The values as a template takes them.
    func parameters(for template: TemplateValue) -> [String: String] {
        parameters.reduce(into: [:]) { values, parameter in
            let declaration = template["Parameters"]?[parameter.key]
            values[parameter.key] = DeployedParameter.value(parameter.value, as: declaration)
        }
    }
}

/// How CloudFormation, and what stands in for it, writes the value of a parameter.
enum DeployedParameter {
    /// A default as a text.
    static func text(_ value: TemplateValue) -> String {
        guard case .text(let text) = value.canonical else { return "" }
        return text
    }

    /// Whether two values are the same for a parameter. The value of one with `NoEcho` is not shown.
    static func isSame(_ one: String, _ other: String, as declaration: TemplateValue) -> Bool {
        if case .text("true")? = declaration["NoEcho"]?.canonical, one == "****" { return true }
        return value(one, as: declaration) == value(other, as: declaration)
    }

    /// A value without what does not count: spaces in a list, and the form `['a', 'b']` in which an
    /// emulator writes one.
    static func value(_ text: String, as declaration: TemplateValue?) -> String {
        guard declaration?["Type"]?.string?.contains("List") == true else { return text }
        var items = Substring(text)
        if items.hasPrefix("["), items.hasSuffix("]") { items = items.dropFirst().dropLast() }
        return items.split(separator: ",", omittingEmptySubsequences: false)
            .map { item in
                String(
                    item.drop { " '\"".contains($0) }.reversed().drop { " '\"".contains($0) }
                        .reversed())
            }
            .joined(separator: ",")
    }
}
