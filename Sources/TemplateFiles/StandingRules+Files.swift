public import AccessPlan
public import Templates

extension StandingRules {
    /// The rules of a plan, by the templates that the program carries.
    /// - Throws: ``TemplateFileError`` or `StandingRuleError`.
    public init(of plan: Plan) throws {
        func template(_ name: String) throws -> TemplateValue {
            guard let file = TemplateFile.named(name) else {
                throw TemplateFileError(file: name, line: 1, fact: "it is missing")
            }
            return try file.value()
        }
        try self.init(plan, region: template("region"), hub: template("hub"))
    }
}
