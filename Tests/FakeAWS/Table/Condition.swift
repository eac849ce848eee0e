import Text

/// A condition: comparisons, `attribute_exists`, `attribute_not_exists`, `attribute_type`,
/// `begins_with`, `contains`, `IN`, `NOT`, `AND`, `OR` and parentheses.
/// Source: Amazon DynamoDB Developer Guide, "Condition and filter expressions, operators, and functions".
struct Condition {
    private let words: [String]
    private let scope: Scope

    init(_ text: String, _ scope: Scope) throws {
        words = Scope.words(text)
        self.scope = scope
    }

    func holds(of item: FakeTable.Item) throws -> Bool {
        var reader = Reader(words: words[...], scope: scope, item: item)
        let result = try reader.disjunction()
        guard reader.words.isEmpty else {
            throw Scope.Fault(reason: "\(reader.words.joined(separator: " ")) is left over")
        }
        return result
    }
}

private struct Reader {
    var words: ArraySlice<String>
    let scope: Scope
    let item: FakeTable.Item

    mutating func disjunction() throws -> Bool {
        var result = try conjunction()
        while take("OR") { result = try conjunction() || result }
        return result
    }

    private mutating func conjunction() throws -> Bool {
        var result = try term()
        while take("AND") { result = try term() && result }
        return result
    }

    private mutating func term() throws -> Bool {
        if take("NOT") { return try !term() }
        if take("(") {
            let result = try disjunction()
            try expect(")")
            return result
        }
        let word = try next()
        if words.first == "(" { return try function(word) }
        let left = try scope.value(word, of: item)
        let sign = try next()
        if sign == "IN" { return try arguments().contains { $0 != nil && $0 == left } }
        let right = try scope.value(try next(), of: item)
        return try compare(left, sign, right)
    }

    private mutating func function(_ name: String) throws -> Bool {
        let values = try arguments()
        let first = values.first ?? nil
        let second = values.count > 1 ? values[1] : nil
        switch name {
        case "attribute_exists": return first != nil
        case "attribute_not_exists": return first == nil
        case "attribute_type": return first?.object?.keys.first == second?["S"]?.string
        case "begins_with":
            guard let text = first?["S"]?.string, let start = second?["S"]?.string else {
                return false
            }
            return text.hasPrefix(start)
        case "contains":
            guard let part = second?["S"]?.string else { return false }
            if let texts = first?["SS"]?.array { return texts.contains(.string(part)) }
            return first?["S"]?.string?.contains(part) ?? false
        default: throw Scope.Fault(reason: "\(name) is not known here")
        }
    }

    private mutating func arguments() throws -> [JSON?] {
        try expect("(")
        var values = [try scope.value(try next(), of: item)]
        while take(",") { values.append(try scope.value(try next(), of: item)) }
        try expect(")")
        return values
    }

    /// A missing attribute, and one of another type, fulfils no comparison but `<>`.
    private func compare(_ left: JSON?, _ sign: String, _ right: JSON?) throws -> Bool {
        switch sign {
        case "=": return left != nil && left == right
        case "<>": return left != right
        default: break
        }
        if let one = left?["N"]?.string.flatMap(Double.init),
            let other = right?["N"]?.string.flatMap(Double.init)
        {
            return try order(one, sign, other)
        }
        guard let one = left?["S"]?.string, let other = right?["S"]?.string else { return false }
        return try order(one, sign, other)
    }

    private func order<Value: Comparable>(
        _ one: Value, _ sign: String, _ other: Value
    ) throws -> Bool {
        switch sign {
        case "<": return one < other
        case "<=": return one <= other
        case ">": return one > other
        case ">=": return one >= other
        default: throw Scope.Fault(reason: "\(sign) is not known here")
        }
    }

    private mutating func take(_ word: String) -> Bool {
        guard words.first == word else { return false }
        words.removeFirst()
        return true
    }

    private mutating func expect(_ word: String) throws {
        if !take(word) { throw Scope.Fault(reason: "\(word) is missing") }
    }

    private mutating func next() throws -> String {
        guard let word = words.popFirst() else { throw Scope.Fault(reason: "the end is missing") }
        return word
    }
}
