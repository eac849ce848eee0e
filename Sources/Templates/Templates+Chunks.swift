extension [TemplateValue.Member] {
    /// The resources in as few templates as hold them, in order; `kind` is what they are, for the
    /// templates' descriptions.
    func inTemplates(of kind: String) -> [TemplateValue] {
        var templates: [TemplateValue] = []
        var chunk: [TemplateValue.Member] = []
        var bytes = 0
        func close() {
            guard !chunk.isEmpty else { return }
            templates.append([
                "AWSTemplateFormatVersion": "2010-09-09",
                "Description": .text("Break Glass, \(kind), made of the plan"),
                "Resources": .object(chunk),
            ])
            chunk = []
            bytes = 0
        }
        for member in self {
            // Written for people, a template is about half as long again.
            let size = member.value.encoded().count + member.name.utf8.count + 8
            if chunk.count == Limit.resources || bytes + size > Limit.templateBytes { close() }
            chunk.append(member)
            bytes += size
        }
        close()
        return templates
    }
}

extension String {
    /// The name as a logical id may hold it: letters and digits stay, `_` becomes `x5F`.
    var logicalID: String {
        reduce(into: "") { id, character in
            if character.isASCII, character.isLetter || character.isNumber {
                id.append(character)
            } else {
                for byte in character.utf8 { id += "x" + String(byte, radix: 16, uppercase: true) }
            }
        }
    }
}
