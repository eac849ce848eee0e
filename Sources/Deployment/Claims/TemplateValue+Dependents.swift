import Templates

extension TemplateValue {
    /// The resources of a template that refer to one of these, directly or not, and these. A reference
    /// in a branch that is not taken counts: CloudFormation refuses it all the same.
    /// - Parameter ids: logical ids.
    /// - Returns: logical ids.
    func dependents(of ids: Set<String>) -> Set<String> {
        let references = (self["Resources"]?.members ?? []).map { resource in
            (id: resource.name, to: resource.value.references)
        }
        var found = ids
        while true {
            let further = references.filter {
                !found.contains($0.id) && !found.isDisjoint(with: $0.to)
            }
            if further.isEmpty { return found }
            found.formUnion(further.map(\.id))
        }
    }

    /// A template without some resources, and without the outputs that refer to them.
    /// - Parameter ids: logical ids, with all dependents.
    /// - Returns: the rest of the template.
    func without(_ ids: Set<String>) -> TemplateValue {
        guard let members else { return self }
        return .object(
            members.compactMap { section in
                guard let entries = section.value.members else { return section }
                switch section.name {
                case "Resources":
                    let rest = entries.filter { !ids.contains($0.name) }
                    return Member(name: section.name, value: .object(rest))
                case "Outputs":
                    let rest = entries.filter { ids.isDisjoint(with: $0.value.references) }
                    // A section may not be empty.
                    return rest.isEmpty ? nil : Member(name: section.name, value: .object(rest))
                default: return section
                }
            })
    }

    /// The names that a resource refers to: logical ids, parameters, pseudo parameters.
    fileprivate var references: Set<String> {
        switch self {
        case .text, .number, .flag: return []
        case .list(let values): return values.reduce(into: []) { $0.formUnion($1.references) }
        case .object(let members):
            return members.reduce(into: []) { $0.formUnion($1.references) }
        }
    }
}

extension TemplateValue.Member {
    fileprivate var references: Set<String> {
        switch name {
        case "Ref": Set([value.string].compactMap { $0 })
        case "DependsOn": Set([value.string].compactMap { $0 } + texts(value))
        // `[RESOURCE, ATTRIBUTE]`, or both in a text with a full stop.
        case "Fn::GetAtt": Set((texts(value).first ?? value.string).map { [beginning($0)] } ?? [])
        case "Fn::Sub":
            Set(names(in: value.string ?? value.list?.first?.string ?? ""))
                .union(value.list?.dropFirst().first.map(\.references) ?? [])
        default: value.references
        }
    }

    private func texts(_ value: TemplateValue) -> [String] {
        value.list?.compactMap(\.string) ?? []
    }

    private func beginning(_ text: some StringProtocol) -> String {
        String(text.prefix { $0 != "." })
    }

    /// What is in `${…}`; `${!…}` is plain text.
    private func names(in text: String) -> [String] {
        text.split(separator: "${", omittingEmptySubsequences: false).dropFirst()
            .compactMap { part in
                part.hasPrefix("!") ? nil : beginning(part.prefix { $0 != "}" })
            }
    }
}
