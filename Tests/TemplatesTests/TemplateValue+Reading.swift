@testable import Templates

extension TemplateValue {
    /// An entry of an array.
    subscript(_ index: Int) -> TemplateValue? {
        guard case .list(let values) = self, values.indices.contains(index) else { return nil }
        return values[index]
    }

    /// The names of an object's members.
    var names: [String] {
        guard case .object(let members) = self else { return [] }
        return members.map(\.name)
    }

    /// The JSON on one line.
    var line: String { String(decoding: encoded(indentation: nil), as: UTF8.self) }
}
