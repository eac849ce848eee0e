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
    }

    /// The patterns, each within EventBridge's limit.
    public var guardPatterns: [TemplateValue] {
        let watched = guarded.map { Watched($0) }
        let groups = watched.flatMap { $0.useGroups(partition: partition) + $0.changeGroups }
        var order: [PatternGroup.Common] = []
        var fields: [PatternGroup.Common: [PatternField]] = [:]
        for group in groups {
            if fields[group.common] == nil { order.append(group.common) }
            fields[group.common, default: []].append(group.field)
        }
        return order.flatMap { Self.patterns($0, fields[$0] ?? []) }
    }

    private static func patterns(
        _ common: PatternGroup.Common, _ fields: [PatternField]
    ) -> [TemplateValue] {
        var patterns: [TemplateValue] = []
        var chunk: [PatternField] = []
        for field in fields {
            let wider = merged(chunk + [field])
            if !chunk.isEmpty, pattern(common, wider).size > Limit.eventPattern {
                patterns.append(pattern(common, chunk))
                chunk = [field]
            } else {
                chunk = wider
            }
        }
        return chunk.isEmpty ? patterns : patterns + [pattern(common, chunk)]
    }

    /// Fields of the same path are one, whose matchers are all of theirs.
    private static func merged(_ fields: [PatternField]) -> [PatternField] {
        fields.reduce(into: []) { merged, field in
            let same = merged.firstIndex { $0.path == field.path && $0.beside == field.beside }
            guard let same else { return merged.append(field) }
            let known = merged[same].matchers
            merged[same] = PatternField(
                field.path.joined(separator: "."),
                known + field.matchers.filter { !known.contains($0) }, beside: field.beside)
        }
    }

    private static func pattern(
        _ common: PatternGroup.Common, _ fields: [PatternField]
    ) -> TemplateValue {
        var pattern: TemplateValue = ["source": common.source]
        if let account = common.account {
            pattern = pattern.adding(["account": [.text(account)]])
        }
        if common.changes {
            pattern = pattern.adding([
                "$or": [
                    ["detail": ["readOnly": [false]]],
                    ["detail": ["readOnly": [["exists": false]]]],
                ]
            ])
        }
        let ways = fields.map(\.pattern)
        return pattern.adding(["detail": ways.count == 1 ? ways[0] : ["$or": .list(ways)]])
    }
}

extension PatternField {
    /// `{"requestParameters": {"roleName": […]}}`, and further conditions.
    var pattern: TemplateValue {
        path.reversed().reduce(TemplateValue.list(matchers)) { inner, name in
            .object([.init(name: name, value: inner)])
        }.adding(beside)
    }
}

extension TemplateValue {
    fileprivate func adding(_ further: [Member]) -> TemplateValue {
        guard case .object(let members) = self else { return self }
        return .object(members + further)
    }
}
