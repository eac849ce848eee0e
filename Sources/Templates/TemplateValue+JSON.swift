package import Text

extension TemplateValue {
    /// The same as JSON, without the order of members.
    package var json: JSON {
        switch self {
        case .text(let text): .string(text)
        case .number(let number): .number("\(number)")
        case .flag(let flag): .bool(flag)
        case .list(let values): .array(values.map(\.json))
        case .object(let members):
            .object(Dictionary(members.map { ($0.name, $0.value.json) }) { _, last in last })
        }
    }

    /// Reads what ``encoded(indentation:)`` wrote; members come in the order of their names. Nil for
    /// `null` and for numbers that are not whole, which no template of ours has.
    init?(_ json: JSON) {
        switch json {
        case .null: return nil
        case .bool(let flag): self = .flag(flag)
        case .string(let text): self = .text(text)
        case .number(let text):
            guard let number = Int(text) else { return nil }
            self = .number(number)
        case .array(let elements):
            let values = elements.compactMap { TemplateValue($0) }
            guard values.count == elements.count else { return nil }
            self = .list(values)
        case .object(let members):
            let read = members.sorted { $0.key < $1.key }.compactMap { name, member in
                TemplateValue(member).map { Member(name: name, value: $0) }
            }
            guard read.count == members.count else { return nil }
            self = .object(read)
        }
    }
}
