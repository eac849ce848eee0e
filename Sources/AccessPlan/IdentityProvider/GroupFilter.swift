/// Okta's group filter for AWS Account Federation: a regular expression in which `(?{{role}}…)` and
/// `(?{{accountid}}…)` name the parts that are extracted.
///
/// Only the grammar that such filters need: text, classes, repetition, groups that are not nested.
/// Anything else is an error: with a larger grammar, a filter could take hours.
/// Source: Okta Help, "Enable group-based role mapping in Okta".
public struct GroupFilter: Sendable {
    /// Why a filter cannot be tried.
    public struct Unreadable: Error, Sendable, Hashable {
        /// Which filter.
        public let filter: String
        /// What is wrong with it.
        public let why: String
    }

    private var elements: [Element] = []

    private struct Element: Sendable {
        var set: CharacterSet
        var least: Int
        var most: Int
        /// The group it is in, or `nil`.
        var group: String?
    }

    /// Reads a filter.
    /// - Parameter text: e.g. `^aws\#(?{{role}}[\w\-]+)\#(?{{accountid}}\d+)$`.
    /// - Throws: which part is not supported.
    public init(_ text: String) throws(Unreadable) {
        var rest = Array(text.unicodeScalars)[...]
        var group: String?
        var isAnchored = (start: false, end: false)
        if rest.first == "^" {
            isAnchored.start = true
            rest.removeFirst()
        }
        while let next = rest.first {
            if next == "$", rest.count == 1 {
                isAnchored.end = true
                break
            }
            if next == ")" {
                guard group != nil else { throw Self.unknown(text, "a bracket closes nothing") }
                group = nil
                rest.removeFirst()
                continue
            }
            if next == "(" {
                guard group == nil, let name = Self.name(&rest) else {
                    throw Self.unknown(text, "a group is not named")
                }
                group = name
                continue
            }
            guard let set = CharacterSet(&rest) else {
                throw Self.unknown(text, "a part of it is not known")
            }
            guard let (least, most) = Self.repetition(&rest) else {
                throw Self.unknown(text, "a repetition is not known")
            }
            elements.append(Element(set: set, least: least, most: most, group: group))
        }
        guard group == nil else { throw Self.unknown(text, "a bracket is not closed") }
        let any = Element(set: .any, least: 0, most: .max, group: nil)
        if !isAnchored.start { elements.insert(any, at: 0) }
        if !isAnchored.end { elements.append(any) }
    }

    private static func unknown(_ text: String, _ why: String) -> Unreadable {
        Unreadable(filter: "the group filter \(text)", why: why)
    }

    /// Reads `(?{{name}}`.
    private static func name(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
        guard rest.starts(with: "(?{{".unicodeScalars) else { return nil }
        let name = rest.dropFirst(4).prefix { $0 != "}" }
        guard !name.isEmpty, rest.dropFirst(4 + name.count).starts(with: "}}".unicodeScalars)
        else { return nil }
        rest = rest.dropFirst(6 + name.count)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: name)
        return String(text)
    }

    /// Reads `+`, `*`, `?` or `{n}`; nothing is once.
    private static func repetition(
        _ rest: inout ArraySlice<Unicode.Scalar>
    ) -> (least: Int, most: Int)? {
        switch rest.first {
        case "+": rest.removeFirst(); return (1, .max)
        case "*": rest.removeFirst(); return (0, .max)
        case "?": rest.removeFirst(); return (0, 1)
        case "{":
            var digits = String.UnicodeScalarView()
            digits.append(contentsOf: rest.dropFirst().prefix { $0 != "}" })
            guard let count = Int(String(digits)), (0...256).contains(count) else { return nil }
            rest = rest.dropFirst(digits.count + 2)
            return (count, count)
        default: return (1, 1)
        }
    }

    /// The parts that the filter extracts from a name; `nil` if the name does not match.
    /// - Parameter name: a group's name.
    /// - Returns: the text by the group's word, e.g. `role`.
    /// - Throws: if matching took too long.
    public func match(_ name: String) throws(Unreadable) -> [String: String]? {
        var search = Search(elements: elements, text: Array(name.unicodeScalars))
        guard search.fits(0, 0) else {
            if search.steps > Search.limit {
                throw Unreadable(filter: "the group filter", why: "it takes too long")
            }
            return nil
        }
        return search.taken
    }

    private struct Search {
        static let limit = 100_000
        let elements: [Element]
        let text: [Unicode.Scalar]
        var steps = 0
        var taken: [String: String] = [:]

        /// Whether the elements from an index on match the text from an index on; the longest match
        /// first.
        mutating func fits(_ index: Int, _ place: Int) -> Bool {
            steps += 1
            guard steps <= Self.limit else { return false }
            guard index < elements.count else { return place == text.count }
            let element = elements[index]
            var end = place
            while end < text.count, end - place < element.most, element.set.contains(text[end]) {
                end += 1
            }
            while end - place >= element.least {
                if fits(index + 1, end) {
                    if let group = element.group {
                        var part = String.UnicodeScalarView()
                        part.append(contentsOf: text[place..<end])
                        // Elements are joined from the last to the first.
                        taken[group] = String(part) + (taken[group] ?? "")
                    }
                    return true
                }
                end -= 1
            }
            return false
        }
    }
}
