import Text

extension Matcher {
    /// Reads one entry of a field's list.
    init(_ node: JSON, at path: String) throws(PatternError) {
        switch node {
        case .array: throw .operand(path: path, matcher: "[]")
        case .object(let members):
            guard let (name, operand) = members.first, members.count == 1 else {
                throw .unknownMatcher(path: path, members.keys.sorted().joined(separator: ", "))
            }
            try self.init(name, operand, at: path)
        default: self = .equal(node)
        }
    }

    private init(_ name: String, _ operand: JSON, at path: String) throws(PatternError) {
        let read: Matcher?
        switch name {
        case "exists": read = operand.bool.map(Matcher.exists)
        case "numeric": read = operand.array.flatMap(Self.numeric)
        case "anything-but": read = try Self.anythingBut(operand, at: path)
        default: read = try Self.ofText(name, operand, at: path)
        }
        guard let read else { throw .operand(path: path, matcher: name) }
        self = read
    }

    private static func ofText(
        _ name: String, _ operand: JSON, at path: String
    ) throws(PatternError) -> Matcher? {
        switch name {
        case "prefix", "suffix":
            var text = operand.string
            let ignoringCase = operand.object != nil
            if let members = operand.object, members.count == 1 {
                text = operand["equals-ignore-case"]?.string
            }
            return text.map {
                name == "prefix"
                    ? .prefix($0, ignoringCase: ignoringCase)
                    : .suffix($0, ignoringCase: ignoringCase)
            }
        case "equals-ignore-case": return operand.string.map(Matcher.equalIgnoringCase)
        case "wildcard":
            return operand.string.flatMap { Wildcard($0) }.map(Matcher.wildcard)
        default: throw .unknownMatcher(path: path, name)
        }
    }

    /// A value, several of one type, or an operator on texts with one operand or several.
    private static func anythingBut(
        _ operand: JSON, at path: String
    ) throws(PatternError) -> Matcher? {
        switch operand {
        case .string, .number: return .anythingBut([.equal(operand)])
        case .array(let values):
            let areTexts = values.allSatisfy { $0.string != nil }
            let areNumbers = values.allSatisfy { if case .number = $0 { true } else { false } }
            guard !values.isEmpty, areTexts || areNumbers else { return nil }
            return .anythingBut(values.map(Matcher.equal))
        case .object(let members):
            guard let (name, inner) = members.first, members.count == 1 else { return nil }
            var others: [Matcher] = []
            for one in inner.array ?? [inner] {
                guard one.object == nil, let other = try ofText(name, one, at: path) else {
                    return nil
                }
                others.append(other)
            }
            return others.isEmpty ? nil : .anythingBut(others)
        default: return nil
        }
    }

    private static func numeric(_ operand: [JSON]) -> Matcher? {
        guard [2, 4].contains(operand.count) else { return nil }
        var bounds: [Bound] = []
        for index in stride(from: 0, to: operand.count, by: 2) {
            guard let comparison = operand[index].string.flatMap(Comparison.init),
                case .number(let text) = operand[index + 1], let number = Double(text)
            else { return nil }
            bounds.append(Bound(comparison: comparison, number: number))
        }
        guard bounds.count == 2 else { return .numeric(bounds) }
        // A range begins with its lower end.
        guard [.above, .atLeast].contains(bounds[0].comparison),
            [.below, .atMost].contains(bounds[1].comparison),
            bounds[0].number < bounds[1].number
        else { return nil }
        return .numeric(bounds)
    }
}
