public import AccessPlan
public import Templates

extension StandingRules {
    /// The rules of a plan, by the templates that the program carries.
    /// - Throws: ``TemplateFileError`` or `StandingRuleError`.
    public init(of plan: Plan) throws {
        try self.init(
            plan, region: TemplateFile.template("region"), hub: TemplateFile.template("hub"))
    }
}

extension PlanLimits {
    /// The limits of a plan, by the templates that the program carries.
    /// - Parameters:
    ///   - plan: what would be deployed.
    ///   - attachments: contents of the files that the plan names.
    /// - Throws: where the program lacks a template.
    public init(of plan: Plan, _ attachments: PlanAttachments) throws(TemplateFileError) {
        var templates: [String: TemplateValue] = [:]
        for name in Self.needed { templates[name] = try TemplateFile.template(name) }
        self.init(plan, attachments, templates: templates)
    }
}
