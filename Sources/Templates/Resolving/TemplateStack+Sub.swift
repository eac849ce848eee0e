extension TemplateStack {
    /// What `Sub` gives: a text, or a list of a text and names with their values.
    func substituted(_ operand: TemplateValue) throws(ResolutionError) -> String {
        var names: [String: String] = [:]
        var text = operand.string
        if let parts = operand.list, parts.count == 2 {
            text = parts[0].string
            for member in parts[1].members ?? [] {
                names[member.name] = try resolve(member.value)?.scalarText
            }
        }
        guard var rest = text?[...] else { throw .malformed("Fn::Sub") }
        var result = ""
        while let start = rest.firstRange(of: "${") {
            guard let end = rest[start.upperBound...].firstIndex(of: "}") else { break }
            result += rest[..<start.lowerBound]
            result += try value(of: rest[start.upperBound..<end], names)
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    /// What stands for `${NAME}`.
    private func value(
        of name: Substring, _ names: [String: String]
    ) throws(ResolutionError) -> String {
        if name.hasPrefix("!") { return "${\(name.dropFirst())}" }
        if let given = names[String(name)] { return given }
        if let dot = name.firstIndex(of: ".") {
            let attribute = String(name[name.index(after: dot)...])
            return try self.attribute([.text(String(name[..<dot])), .text(attribute)])
        }
        guard let text = try reference(String(name)).scalarText else { throw .malformed("Fn::Sub") }
        return text
    }
}
