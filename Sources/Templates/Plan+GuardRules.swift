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
        var patterns: [TemplateValue] = []
        for longest in [128, 64, 48, 32, 24] {
            patterns = guardPatterns(longest: longest)
            if patterns.count <= Limit.handyGuardRules { break }
        }
        return patterns
    }

    /// - Parameter longest: of a longer name only so many bytes are compared.
    private func guardPatterns(longest: Int) -> [TemplateValue] {
        let guards = guards
        let fields = guards.flatMap {
            $0.useFields(partition: partition, longest: longest) + $0.changeFields(longest: longest)
        }.filter { !$0.matchers.isEmpty }
        let groups: [PatternField.Group] = [
            .access, .activity(changes: true), .activity(changes: false), .changes,
        ]
        return groups.flatMap { group in fields.filter { $0.group == group }.patterns }
            + [denialPattern(of: guards), searchPattern(of: guards)].compactMap { $0 }
    }
}
