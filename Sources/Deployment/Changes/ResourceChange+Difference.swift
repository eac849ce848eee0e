public import Templates

extension ResourceChange {
    /// What an update does, resource by resource.
    /// - Parameters:
    ///   - deployed: the stack as it is; nil if there is none.
    ///   - wanted: the stack as it is to be; nil if it is to be deleted.
    /// - Returns: in the order of the wanted template, then what is deleted.
    /// - Throws: ``ResolutionError`` if a template cannot be resolved.
    public static func changes(
        from deployed: TemplateStack?, to wanted: TemplateStack?
    ) throws(ResolutionError) -> [ResourceChange] {
        let before = try deployed?.resources() ?? []
        guard let wanted else { return before.map { end(of: $0) } }
        let old = Dictionary(before.map { ($0.id, $0) }) { first, _ in first }
        var replaced: Set<String> = []
        // A new id is a change for whatever refers to it, which may replace that, too.
        while true {
            let after = try wanted.replacing(replaced).resources()
            let changes = after.compactMap { resource -> ResourceChange? in
                guard let former = old[resource.id] else {
                    return ResourceChange(.create, id: resource.id, type: resource.type)
                }
                return change(from: former, to: resource)
            }
            let now = Set(
                changes.filter { $0.kind == .replace || $0.kind == .mayReplace }.map(\.id))
            guard now.isSubset(of: replaced) else {
                replaced.formUnion(now)
                continue
            }
            let kept = Set(after.map(\.id))
            return changes + before.filter { !kept.contains($0.id) }.map { end(of: $0) }
        }
    }

    /// A resource that leaves the stack.
    private static func end(of resource: TemplateStack.Resource) -> ResourceChange {
        guard !retains(resource.deletionPolicy) else {
            return ResourceChange(.leave, id: resource.id, type: resource.type)
        }
        return ResourceChange(
            .delete, id: resource.id, type: resource.type, loss: contents(of: resource.type))
    }

    /// A resource that stays in the stack; nil if nothing of it differs.
    private static func change(
        from old: TemplateStack.Resource, to new: TemplateStack.Resource
    ) -> ResourceChange? {
        guard old.type == new.type else {
            var change = ResourceChange(
                .replace, id: new.id, type: new.type, properties: ["Type"],
                loss: contents(of: old.type))
            change.refusal = "it was of the type \(old.type)"
            return change
        }
        let names =
            (old.properties.members ?? []).map(\.name)
            + (new.properties.members ?? []).map(\.name)
        let differing = Set(names).filter {
            old.properties[$0]?.canonical != new.properties[$0]?.canonical
        }
        guard !differing.isEmpty else { return nil }
        // A property of a type that is not known may be one that can only be set at creation.
        let kind: Kind =
            if let replacement = Replacement.all[new.type] {
                if !replacement.always.isDisjoint(with: differing) {
                    .replace
                } else {
                    replacement.sometimes.isDisjoint(with: differing) ? .change : .mayReplace
                }
            } else {
                .mayReplace
            }
        var change = ResourceChange(
            kind, id: new.id, type: new.type, properties: differing.sorted(),
            loss: kind == .change ? nil : loss(replacing: old, by: new))
        if kind == .replace, let property = Replacement.all[new.type]?.name,
            !differing.contains(property), let name = new.properties[property]?.string
        {
            change.refusal = "\(name) would have to be replaced under the same name"
        }
        return change
    }

    private static func loss(
        replacing old: TemplateStack.Resource, by new: TemplateStack.Resource
    ) -> String? {
        guard let contents = contents(of: new.type) else { return nil }
        let stays = retains(old.updateReplacePolicy) && retains(new.updateReplacePolicy)
        return stays ? "the old one stays outside of the stack, with \(contents)" : contents
    }
}
