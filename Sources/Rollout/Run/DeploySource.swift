package import AccessPlan
package import Deployment
import TemplateFiles
package import Templates

/// What a deployment is made of: a plan, what follows from it, and what was built.
package struct DeploySource: Sendable {
    /// Which accounts there are, who gets access, who is told.
    package let plan: Plan

    /// What was made of the plan.
    package let rendered: RenderedTemplates

    /// The functions' code with the plan inside.
    package let packages: [FunctionPackage]

    /// The templates that are the same for every plan, by name without extension.
    package let templates: [String: StackTemplate]

    /// Makes a source.
    /// - Parameters:
    ///   - plan: which accounts there are.
    ///   - rendered: what was made of the plan.
    ///   - packages: the functions' code with the plan inside.
    /// - Throws: ``Obstacle`` where the program lacks a template.
    package init(
        _ plan: Plan, _ rendered: RenderedTemplates, _ packages: [FunctionPackage]
    ) throws(Obstacle) {
        self.plan = plan
        self.rendered = rendered
        self.packages = packages
        templates = try StackTemplate.carried.get()
    }
}

extension StackTemplate {
    /// The templates that the program carries, by name without extension.
    fileprivate static let carried: Result<[String: StackTemplate], Obstacle> = {
        var all: [String: StackTemplate] = [:]
        do throws(TemplateFileError) {
            for file in TemplateFile.all {
                all[file.name] = StackTemplate(
                    name: "\(file.name).yaml", bytes: file.bytes,
                    value: try TemplateFile.template(file.name))
            }
            return .success(all)
        } catch {
            return .failure(Obstacle("templates", "\(error)"))
        }
    }()
}

/// What the operator asks for besides the plan.
package struct DeployOptions: Sendable, Hashable {
    /// Who signs in where, and whom stack sets reach.
    package var signIn = Sites.Options()

    /// Regions that are left out in every account.
    package var skipped: Set<String> = []

    /// The identity provider's log stream, as EventBridge names it.
    package var partnerEventSource: String?

    /// How many stacks at a time.
    package var jobs = 32

    /// The environment's credentials, and nothing special.
    package init() {}
}
