public import AccessPlan

/// What AWS would refuse of a plan when it is deployed, found before anything is deployed.
public struct PlanLimits: Sendable {
    let plan: Plan
    let attachments: PlanAttachments

    /// The templates of `template/` that have parameters from the plan, by name.
    let templates: [String: TemplateValue]

    /// Names of the templates that are needed.
    public static let needed = ["access", "guardrail", "hub", "management", "region", "workload"]

    /// Limits of one plan.
    /// - Parameters:
    ///   - plan: what would be deployed.
    ///   - attachments: contents of the files that the plan names.
    ///   - templates: the ``needed`` ones.
    public init(
        _ plan: Plan, _ attachments: PlanAttachments, templates: [String: TemplateValue]
    ) {
        self.plan = plan
        self.attachments = attachments
        self.templates = templates
    }

    /// Everything that would be refused; empty if all of it fits.
    public var problems: [PlanLimitProblem] {
        let rendered: RenderedTemplates
        do {
            rendered = try plan.templates(attachments)
        } catch {
            return [plan.problem(error)]
        }
        var all = numbersOfRoles + rendered.files.compactMap(problem)
        var rules = BusRules()
        for stack in PlannedStacks(plan, rendered, templates).all {
            do {
                let resources = try stack.resources()
                all += problems(of: stack, resources)
                all += rules.add(resources, of: stack)
            } catch {
                all.append(plan.problem(error, in: stack.name))
            }
        }
        return (all + rules.problems).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Roles of the emergency access account.
    private var numbersOfRoles: [PlanLimitProblem] {
        let count = plan.hasFederation ? plan.emergencyRoles.count : 0
        guard count > Limit.mostRoles else { return [] }
        return [
            PlanLimitProblem(
                .key("accounts"),
                "accounts ask for \(count) emergency roles, and an account may have "
                    + "\(Limit.mostRoles) at most",
                hint: "give accounts that belong together the same number: they share their roles")
        ]
    }

    /// Whether CloudFormation takes a template that was made of the plan.
    private func problem(with file: RenderedTemplates.File) -> PlanLimitProblem? {
        guard file.bytes.count > Limit.templateBytes else { return nil }
        let isOfAccess = file.name.hasPrefix("access-roles")
        return PlanLimitProblem(
            isOfAccess ? .key("identityProvider", "metadata") : .key("roles"),
            "\(file.name) has \(file.bytes.count) bytes, and CloudFormation takes "
                + "\(Limit.templateBytes)",
            hint: isOfAccess
                ? "remove what the metadata has beside the certificate and the addresses"
                : "name fewer roles, or shorter policy files")
    }
}
