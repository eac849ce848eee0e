import AccessPlan
import Deployment
import Samples
import TemplateFiles
import Templates

/// What plans ask for, in accounts with few Regions.
enum SampleWanted {
    static let management = "444455556666"
    static let regions = ["eu-west-1", "us-west-2"]

    static let organization = DeploymentFacts.Organization(
        id: "o-exampleorg1", managementAccount: management, administrator: management,
        units: ["r-ab12"])

    static let code = [
        "event-enricher": DeploymentFacts.CodeObject(key: "event-enricher/0a.zip"),
        "sns-publisher": DeploymentFacts.CodeObject(key: "sns-publisher/0b.zip"),
        "drift-checker": DeploymentFacts.CodeObject(key: "drift-checker/0c.zip"),
    ]

    /// The templates that are the same for every plan.
    static func templates() throws -> [String: StackTemplate] {
        try TemplateFile.all.reduce(into: [:]) { templates, file in
            templates[file.name] = StackTemplate(
                name: "\(file.name).yaml", bytes: file.bytes,
                value: try TemplateFile.template(file.name))
        }
    }

    /// One account, without an organization.
    static var alone: DeploymentFacts {
        var facts = DeploymentFacts(covered: [CheckPlan.emergency: regions])
        facts.code = code
        return facts
    }

    /// An organization, with credentials for its management account.
    static var managed: DeploymentFacts {
        var facts = DeploymentFacts(
            organization: organization, management: management,
            covered: [CheckPlan.emergency: regions, management: regions])
        facts.code = code
        return facts
    }

    /// The plan of one account.
    static let small: Plan = {
        var plan = Plan(
            organization: "example", emergencyAccount: CheckPlan.emergency, home: "eu-west-1")
        plan.regions.standby = "us-west-2"
        plan.breakGlassUsers = ["BreakglassUser1", "BreakglassUser2"]
        plan.accounts = [
            Plan.Account(
                number: 1, id: CheckPlan.emergency, name: "emergency-access", roles: ["RO", "Ops"])
        ]
        return plan
    }()

    /// The plan of an organization, with a guarded resource, a guardrail and a SAML provider.
    static let large: Plan = {
        var plan = CheckPlan.okta
        plan.guarded = [try? ARN("arn:aws:iam::111122223333:role/Legacy")].compactMap { $0 }
        plan.administrators.rollout = try? ARN("arn:aws:iam::*:role/Rollout")
        return plan
    }()

    static func wanted(_ plan: Plan, _ facts: DeploymentFacts) throws -> Wanted {
        var attachments = PlanAttachments()
        attachments.samlMetadata = "<EntityDescriptor/>"
        return try Wanted(
            plan, plan.templates(attachments), templates: templates(), facts)
    }
}

extension Wanted {
    /// A line each: stage, account, Region, name.
    var lines: [String] {
        stacks.map { "\($0.stage) \($0.place.account) \($0.place.region) \($0.name)" }
    }
}
