import Templates

extension TemplateValue {
    /// The same for CloudFormation: members in the order of their names, scalars as texts.
    var canonical: TemplateValue {
        switch self {
        case .text: self
        case .number(let number): .text("\(number)")
        case .flag(let flag): .text("\(flag)")
        case .list(let values): .list(values.map(\.canonical))
        case .object(let members):
            .object(
                members.map { Member(name: $0.name, value: $0.value.canonical) }
                    .sorted { $0.name < $1.name })
        }
    }

    /// What CloudFormation updates a stack for: a template without what is only for readers.
    ///
    /// Source: CloudFormation User Guide, "Metadata": a change of it alone is not an update.
    var effective: TemplateValue {
        let members = (self.members ?? []).filter {
            !["AWSTemplateFormatVersion", "Description", "Metadata"].contains($0.name)
        }
        return TemplateValue.object(
            members.map { member in
                guard member.name == "Parameters" else { return member }
                return Member(name: member.name, value: member.value.withoutDescriptions)
            }
        ).canonical
    }

    /// Parameters without the texts for people.
    private var withoutDescriptions: TemplateValue {
        .object(
            (members ?? []).map { parameter in
                let facts = (parameter.value.members ?? []).filter {
                    !["Description", "ConstraintDescription"].contains($0.name)
                }
                return Member(name: parameter.name, value: .object(facts))
            })
    }
}
