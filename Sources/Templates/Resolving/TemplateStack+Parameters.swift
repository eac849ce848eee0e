extension TemplateStack {
    /// Bytes of a parameter's value that CloudFormation takes.
    ///
    /// Source: "AWS CloudFormation quotas".
    public static let mostParameterBytes = 4_096

    /// A parameter's value, if the template allows it.
    static func value(
        of parameter: TemplateValue.Member, given: String?
    ) throws(ResolutionError) -> TemplateValue {
        guard let text = given ?? parameter.value["Default"]?.scalarText else {
            throw .missingParameter(parameter.name)
        }
        guard text.utf8.count <= mostParameterBytes else {
            throw .longParameter(parameter.name, bytes: text.utf8.count)
        }
        let isList = parameter.value["Type"]?.string == "CommaDelimitedList"
        let items =
            isList
            ? text.split(separator: ",", omittingEmptySubsequences: false).map(Self.trimmed)
            : [text]
        try check(items, parameter)
        return isList ? .texts(items) : .text(text)
    }

    private static func trimmed(_ item: Substring) -> String {
        String(item.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    private static func check(
        _ items: [String], _ parameter: TemplateValue.Member
    ) throws(ResolutionError) {
        if let allowed = parameter.value["AllowedValues"]?.list?.compactMap(\.scalarText) {
            for item in items where !allowed.contains(item) {
                throw .refusedParameter(parameter.name, value: item)
            }
        }
        guard let pattern = parameter.value["AllowedPattern"]?.string else { return }
        guard let expression = try? Regex(pattern) else {
            throw .malformed("AllowedPattern of \(parameter.name)")
        }
        // As in Java: \w and \d are ASCII.
        let ascii = expression.asciiOnlyWordCharacters().asciiOnlyDigits()
        for item in items where item.firstMatch(of: ascii) == nil {
            throw .refusedParameter(parameter.name, value: item)
        }
    }
}
