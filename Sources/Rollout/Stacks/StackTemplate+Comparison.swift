import Deployment
import TemplateFiles
import Templates

extension StackTemplate {
    /// Whether a deployed template says the same, white space and order of members aside.
    func isSame(as text: String) -> Bool {
        if Array(text.utf8) == bytes { return true }
        return StackTemplate.value(of: text).map { $0.isSame(as: value) } ?? false
    }

    /// A deployed template as a value; `nil` if it cannot be read.
    static func value(of text: String) -> TemplateValue? {
        try? TemplateFile(name: "deployed", bytes: Array(text.utf8)).value()
    }

    /// Parameters with the template's defaults, as they can be compared: an emulator writes a list as
    /// `['a', 'b']`.
    func completed(_ parameters: [String: String]) -> [String: String] {
        var all = parameters
        for declared in value["Parameters"]?.members ?? [] where all[declared.name] == nil {
            switch declared.value["Default"] {
            case .text(let text)?: all[declared.name] = text
            case .number(let number)?: all[declared.name] = "\(number)"
            case .flag(let flag)?: all[declared.name] = "\(flag)"
            default: break
            }
        }
        return all.mapValues { text in String(text.filter { !"[]' ".contains($0) }) }
    }
}

extension TemplateValue {
    /// Whether two values are equal, whatever the order of an object's members.
    func isSame(as other: TemplateValue) -> Bool { ordered == other.ordered }

    private var ordered: TemplateValue {
        switch self {
        case .object(let members):
            .object(
                members.map { Member(name: $0.name, value: $0.value.ordered) }
                    .sorted { $0.name < $1.name })
        case .list(let values): .list(values.map(\.ordered))
        case .text, .number, .flag: self
        }
    }
}
