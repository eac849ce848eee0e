import Text

extension Matcher {
    /// Whether a value matches.
    func accepts(_ value: JSON) -> Bool {
        switch self {
        case .equal(let wanted): Self.equal(value, wanted)
        case .exists(let exists): exists
        case .anythingBut(let others): !others.contains { $0.accepts(value) }
        case .numeric(let bounds):
            Self.number(value).map { number in bounds.allSatisfy { $0.admits(number) } } ?? false
        default: value.string.map(acceptsText) ?? false
        }
    }

    private func acceptsText(_ text: String) -> Bool {
        switch self {
        case .prefix(let prefix, let ignoringCase):
            Self.folded(text, ignoringCase).starts(with: Self.folded(prefix, ignoringCase))
        case .suffix(let suffix, let ignoringCase):
            Self.folded(text, ignoringCase).reversed()
                .starts(with: Self.folded(suffix, ignoringCase).reversed())
        case .equalIgnoringCase(let other):
            Self.folded(text, true) == Self.folded(other, true)
        case .wildcard(let wildcard): wildcard.matches(text)
        default: false
        }
    }

    /// Compared by bytes, since Swift takes texts as equal that are written differently.
    private static func folded(_ text: String, _ ignoringCase: Bool) -> [UInt8] {
        Array((ignoringCase ? text.lowercased() : text).utf8)
    }

    private static func equal(_ value: JSON, _ wanted: JSON) -> Bool {
        switch (value, wanted) {
        case (.string(let one), .string(let other)): one.utf8.elementsEqual(other.utf8)
        case (.number, .number): number(value) == number(wanted)
        default: value == wanted
        }
    }

    private static func number(_ value: JSON) -> Double? {
        guard case .number(let text) = value else { return nil }
        return Double(text)
    }
}

extension Matcher.Bound {
    fileprivate func admits(_ value: Double) -> Bool {
        switch comparison {
        case .below: value < number
        case .atMost: value <= number
        case .equal: value == number
        case .atLeast: value >= number
        case .above: value > number
        }
    }
}
