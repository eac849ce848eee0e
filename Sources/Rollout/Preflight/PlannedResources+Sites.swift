public import AccessPlan
public import Deployment
import TemplateFiles
public import Templates

extension PlannedResources {
    /// What a plan brings to the accounts that there are credentials for, before the code is built:
    /// its objects' names change no count.
    /// - Parameters:
    ///   - plan: what is deployed.
    ///   - rendered: what was made of the plan.
    ///   - sites: the accounts.
    ///   - matrix: the Regions.
    ///   - trail: the account that gets the stack of a trail; `nil` where an existing one serves.
    /// - Returns: the count.
    /// - Throws: where the plan gives no stacks.
    public static func of(
        _ plan: Plan, _ rendered: RenderedTemplates, _ sites: Sites, _ matrix: RegionMatrix,
        trail: String?
    ) throws -> PlannedResources {
        var templates: [String: StackTemplate] = [:]
        for file in TemplateFile.all {
            templates[file.name] = StackTemplate(
                name: "\(file.name).yaml", bytes: file.bytes,
                value: try TemplateFile.template(file.name))
        }
        var facts = DeploymentFacts(covered: matrix.covered)
        for name in AlertPathNames.functions.map({ $0.dropFirst(AlertPathNames.prefix.count) }) {
            facts.code[String(name)] = DeploymentFacts.CodeObject(key: "\(name)/0.zip")
        }
        facts.management = sites.management?.account
        if let reach = sites.reach, let site = sites.organization {
            facts.organization = DeploymentFacts.Organization(
                id: reach.id, managementAccount: reach.managementAccount,
                administrator: site.account, units: reach.units)
        }
        facts.trail = trail.map {
            DeploymentFacts.Trail(account: $0, isOfOrganization: plan.isOfAnOrganization)
        }
        return try PlannedResources(
            Wanted(plan, rendered, templates: templates, facts),
            in: Set(sites.all.map(\.account)), covered: facts.covered, partition: plan.partition)
    }
}
