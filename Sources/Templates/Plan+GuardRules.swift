public import AccessPlan

extension Plan {
    /// Rules for guarded resources, in as few patterns as AWS's limit allows.
    ///
    /// They have a template of their own, which is deployed wherever region.yaml is.
    func addGuardRules(to rendered: inout RenderedTemplates) throws(TemplateError) {
        let patterns = guardPatterns
        guard !patterns.isEmpty else { return }
        guard patterns.count <= Limit.guardRules else {
            throw .tooManyGuards(rules: patterns.count, most: Limit.guardRules)
        }
        var resources = [TemplateValue.Member(name: "ForwardingRole", value: forwardingRole)]
        for (index, pattern) in patterns.enumerated() {
            resources.append(
                .init(name: "GuardRule\(index + 1)", value: rule(index + 1, pattern)))
        }
        rendered.add(
            "guard.json",
            [
                "AWSTemplateFormatVersion": "2010-09-09",
                "Description":
                    "Break Glass, guarded resources, made of the plan: deploy it beside region.yaml",
                "Resources": .object(resources),
            ])
        rendered.remarks.append(
            "\(guarded.count) guarded resource\(guarded.count == 1 ? "" : "s") take "
                + "\(patterns.count) rule\(patterns.count == 1 ? "" : "s") in every Region")
        rendered.remarks += guardRemarks
    }

    /// The patterns, each within EventBridge's limit, and without wildcards.
    ///
    /// They match at least what the reader counts as use or change of a guarded resource. What they
    /// match beyond that ends at the hub.
    public var guardPatterns: [TemplateValue] {
        let guards = guards
        var patterns: [TemplateValue] = []
        for longest in [128, 64, 48, 32, 24] {
            let fields = guards.flatMap {
                $0.useFields(partition: partition, longest: longest)
                    + $0.changeFields(longest: longest)
            }.filter { !$0.matchers.isEmpty }
            patterns = Self.patterns(fields) + further(guards)
            if patterns.count <= Limit.guardRulesBeforeShortening { break }
            // So many that no shorter names help.
            let matchers = fields.reduce(0) { $0 + $1.matchers.count }
            if matchers * 32 > Limit.guardRules * Limit.eventPattern { break }
        }
        return patterns
    }

    private static func patterns(_ fields: [PatternField]) -> [TemplateValue] {
        let groups: [PatternField.Group] = [
            .access, .activity(changes: true), .activity(changes: false), .changes,
        ]
        return groups.flatMap { group in fields.filter { $0.group == group }.patterns }
    }

    private func further(_ guards: [Watched]) -> [TemplateValue] {
        [denialPattern(of: guards), searchPattern(of: guards)].compactMap { $0 }
    }
}
