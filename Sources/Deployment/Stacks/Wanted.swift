public import AccessPlan
public import Templates

/// The stacks and stack sets that a plan asks for, in stages.
///
/// A stage begins when the one before it is done. What has to be there before:
///
/// | stage | holds | because |
/// |---|---|---|
/// | 1 | code, evidence, trail | the buses, with the policies that accept our rules, exist in both hub Regions before the first rule that sends there; the hub's code comes from a bucket |
/// | 2 | hub, region | nothing can be used before it raises an alert |
/// | 3 | guard, access, workload, management | the rules of guard forward by the role of region, and use its queue |
/// | 4 | further access roles, workload in the management account | the SAML provider is in the first template of roles; the audit role moves from management to workload |
/// | 5 | guardrail | it stops everybody except administrators |
public struct Wanted: Sendable, Hashable {
    /// The stages.
    enum Stage {
        static let ground = 1
        static let alerts = 2
        static let access = 3
        static let further = 4
        static let guardrail = 5
    }

    /// The stacks, stage by stage.
    public private(set) var stacks: [WantedStack] = []

    /// The stack sets, stage by stage; none without an organization.
    public private(set) var sets: [WantedStackSet] = []

    /// Finds out what a plan asks for.
    /// - Parameters:
    ///   - plan: who is watched, who gets access.
    ///   - rendered: what was made of the plan.
    ///   - templates: those that are the same for every plan, by name without extension.
    ///   - facts: what the plan does not say.
    /// - Throws: ``MissingTemplate``.
    public init(
        _ plan: Plan, _ rendered: RenderedTemplates, templates: [String: StackTemplate],
        _ facts: DeploymentFacts
    ) throws(MissingTemplate) {
        let wishes = Wishes(plan: plan, rendered: rendered, templates: templates, facts: facts)
        stacks = try wishes.stacks().sorted { $0.stage < $1.stage }
        guard let organization = facts.organization else { return }
        sets = try wishes.sets(of: organization).sorted { $0.stage < $1.stage }
    }
}

/// A template that the program does not carry.
public struct MissingTemplate: Error, Sendable, Hashable, CustomStringConvertible {
    /// Its name without extension.
    public let name: String

    /// Subject, fact.
    public var description: String { "template \(name).yaml is missing" }
}

/// What a plan and facts ask for, on the way to ``Wanted``.
struct Wishes {
    let plan: Plan
    let rendered: RenderedTemplates
    let templates: [String: StackTemplate]
    let facts: DeploymentFacts

    var emergency: String { plan.emergencyAccount }

    /// Whether the plan names an account among those that people get access to.
    func isPlanned(_ account: String) -> Bool { plan.accounts.contains { $0.id == account } }

    func template(_ name: String) throws(MissingTemplate) -> StackTemplate {
        guard let template = templates[name] else { throw MissingTemplate(name: name) }
        return template
    }

    /// The templates that were made of the plan, those whose names begin so, in order.
    func made(_ kind: String) -> [StackTemplate] {
        rendered.files.compactMap { file in
            guard file.isTemplate, file.name.hasPrefix(kind), let value = file.value else {
                return nil
            }
            return StackTemplate(name: file.name, bytes: file.bytes, value: value)
        }
    }
}

extension StackTemplate {
    /// The name of its stack or stack set.
    var stackName: String { AlertPathNames.prefix + name.prefix { $0 != "." } }
}
