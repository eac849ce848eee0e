public import AccessPlan

/// The rules of a deployed plan, account by account and Region by Region.
public struct StandingRules: Sendable {
    let plan: Plan
    private let stacks: [Stack]

    /// A template with the parameters that deployment gives it.
    private struct Stack: Sendable {
        let name: String
        let template: TemplateValue
        let parameters: [String: String]
        /// Only in the hubs' Regions of the emergency access account.
        var isHub = false
    }

    /// The rules of a plan.
    /// - Parameters:
    ///   - plan: what is deployed.
    ///   - region: the template `region.yaml`.
    ///   - hub: the template `hub.yaml`.
    /// - Throws: where the plan gives no templates.
    public init(
        _ plan: Plan, region: TemplateValue, hub: TemplateValue
    ) throws(StandingRuleError) {
        self.plan = plan
        var rendered = RenderedTemplates()
        do {
            try plan.addParameters(to: &rendered)
            try plan.addGuardRules(to: &rendered)
        } catch {
            throw .plan(error)
        }
        var stacks = [
            Stack(
                name: "breakglass-region", template: region,
                parameters: rendered.parameters(of: "region") ?? [:]),
            Stack(
                name: "breakglass-hub", template: hub,
                parameters: plan.atDeployment(of: "hub").merging(
                    rendered.parameters(of: "hub") ?? [:]
                ) { $1 },
                isHub: true),
        ]
        for file in rendered.files {
            guard file.isTemplate, let template = file.value else { continue }
            let name = file.name.prefix { $0 != "." }
            stacks.append(
                Stack(name: AlertPathNames.prefix + name, template: template, parameters: [:]))
        }
        self.stacks = stacks
    }

    /// A Region of an account, in the plan's partition.
    public func place(_ account: String, _ region: String) -> TemplateStack.Place {
        TemplateStack.Place(account: account, region: region, partition: plan.partition)
    }

    /// The rules in one Region of a watched account, as deployment makes them there.
    public func rules(
        in place: TemplateStack.Place
    ) throws(StandingRuleError) -> [StandingRule] {
        let isHub =
            place.account == plan.emergencyAccount && plan.regions.hubs.contains(place.region)
        var rules: [StandingRule] = []
        for stack in stacks where isHub || !stack.isHub {
            let found: [TemplateStack.Resource]
            do {
                found = try TemplateStack(
                    stack.template, name: stack.name, parameters: stack.parameters, in: place
                ).resources(of: "AWS::Events::Rule")
            } catch {
                throw .stack(stack.name, error)
            }
            // A rule by the clock waits for no event.
            for resource in found where resource.properties["ScheduleExpression"] == nil {
                rules.append(try StandingRule(resource, of: stack.name))
            }
        }
        return rules
    }
}
