import Text

/// One field selector of an advanced event selector.
/// Source: CloudTrail API, `AdvancedFieldSelector`.
struct FieldCondition {
    /// The field of an event, e.g. `eventSource`.
    let field: String

    /// The values of each operator, e.g. `NotEquals`.
    private let operators: [String: [String]]

    /// Whether every operator is one of CloudTrail's, with values.
    let isKnown: Bool

    private static let known = [
        "Equals", "StartsWith", "EndsWith", "NotEquals", "NotStartsWith", "NotEndsWith",
    ]

    /// Reads a field selector.
    init(_ selector: JSON) {
        field = selector["Field"]?.string ?? "a field without a name"
        var operators: [String: [String]] = [:]
        var isKnown = true
        for (name, values) in selector.object ?? [:] where name != "Field" {
            let values = values.array ?? []
            // An answer lists the operators that are not used as well, as null or as empty lists.
            if values.isEmpty { continue }
            operators[name] = values.compactMap(\.string)
            isKnown =
                isKnown && Self.known.contains(name) && operators[name]?.count == values.count
        }
        self.operators = operators
        self.isKnown = isKnown && !operators.isEmpty
    }

    /// A condition that excludes the sources of a basic selector.
    init(excluding names: [String]) {
        field = "eventSource"
        operators = ["NotEquals": names]
        isKnown = true
    }

    /// The values that it excludes, if it does nothing else.
    var excluded: [String]? {
        operators.count == 1 ? operators["NotEquals"] : nil
    }

    /// Whether a value of the field meets the condition: one value of each operator, and none of
    /// those that begin with `Not`.
    func matches(_ value: String) -> Bool {
        isKnown
            && operators.allSatisfy { name, operands in
                switch name {
                case "Equals": operands.contains(value)
                case "StartsWith": operands.contains { value.hasPrefix($0) }
                case "EndsWith": operands.contains { value.hasSuffix($0) }
                case "NotEquals": !operands.contains(value)
                case "NotStartsWith": !operands.contains { value.hasPrefix($0) }
                case "NotEndsWith": !operands.contains { value.hasSuffix($0) }
                default: false
                }
            }
    }
}
