public import EventPatterns

/// A rule as it is in one Region of one account, after deployment.
public struct StandingRule: Sendable {
    /// The stack that creates it, e.g. `breakglass-region`.
    public let stack: String
    /// Its name, e.g. `breakglass-sign-in`.
    public let name: String
    /// Whose events it sees.
    public let bus: Bus
    /// What it picks up, without any function.
    public let pattern: EventPattern

    /// A kind of event bus.
    public enum Bus: Sendable, Hashable {
        /// The default bus, with the events of AWS.
        case standard
        /// The hub's own bus.
        case hub
        /// The bus of a partner's event source.
        case partner
    }

    init(
        _ resource: TemplateStack.Resource, of stack: String
    ) throws(StandingRuleError) {
        let properties = resource.properties
        let name = properties["Name"]?.string ?? resource.id
        guard let pattern = properties["EventPattern"] else {
            throw .noPattern(stack: stack, rule: name)
        }
        do {
            self.pattern = try EventPattern(pattern.json)
        } catch {
            throw .pattern(stack: stack, rule: name, error)
        }
        self.stack = stack
        self.name = name
        let bus = properties["EventBusName"]?.string
        self.bus =
            bus == nil ? .standard : bus?.hasPrefix("aws.partner/") == true ? .partner : .hub
    }
}

/// Why it is not known which rules a deployment makes.
public enum StandingRuleError: Error, Sendable, Hashable {
    /// CloudFormation would not make the stack.
    case stack(String, ResolutionError)
    /// A rule without a pattern.
    case noPattern(stack: String, rule: String)
    /// A pattern that EventBridge refuses.
    case pattern(stack: String, rule: String, PatternError)
    /// The plan gives no templates.
    case plan(TemplateError)
}

extension StandingRuleError: CustomStringConvertible {
    /// Subject, fact.
    public var description: String {
        switch self {
        case .stack(let name, let error): "stack \(name): \(error)"
        case .noPattern(let stack, let rule): "stack \(stack): rule \(rule) has no pattern"
        case .pattern(let stack, let rule, let error): "stack \(stack): rule \(rule): \(error)"
        case .plan(let error): "\(error)"
        }
    }
}
