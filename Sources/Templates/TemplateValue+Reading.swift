import Text

extension TemplateValue {
    /// A member of an object by its name.
    public subscript(_ name: String) -> TemplateValue? {
        members?.first { $0.name == name }?.value
    }

    /// The members, if this is an object.
    public var members: [Member]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// The entries, if this is an array.
    public var list: [TemplateValue]? {
        guard case .list(let values) = self else { return nil }
        return values
    }

    /// The text, if this is a string.
    public var string: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// A string, number or flag as CloudFormation passes it on: as a text.
    var scalarText: String? {
        switch self {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .flag(let flag): "\(flag)"
        case .list, .object: nil
        }
    }
}
