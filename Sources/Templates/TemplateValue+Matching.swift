import AccessPlan
import Text

extension TemplateValue {
    /// Matchers of an event pattern that match at least what these patterns stand for.
    ///
    /// EventBridge refuses rules with many wildcards as too complex, so there are none: a pattern is
    /// matched by how it begins or ends. The reader compares the whole.
    /// - Parameters:
    ///   - patterns: texts in which `*` and `?` are wildcards.
    ///   - longest: of a longer name only so many bytes are compared.
    /// - Returns: matchers as EventBridge writes them, each once.
    static func matchers(ofAll patterns: [String], longest: Int) -> [TemplateValue] {
        patterns.map { matcher(of: $0, longest: longest) }.withoutRepetition
    }

    private static func matcher(of pattern: String, longest: Int) -> TemplateValue {
        guard pattern.hasWildcard else {
            guard pattern.utf8.count > longest else {
                return ["equals-ignore-case": .text(pattern)]
            }
            return ["suffix": ["equals-ignore-case": .text(pattern.last(longest))]]
        }
        let head = String(pattern.beforeWildcards)
        let tail = String(pattern.afterWildcards)
        let fixed = min(pattern.lengthOfPlace, head.utf8.count)
        if head.utf8.count - fixed >= tail.utf8.count, !head.isEmpty {
            return ["prefix": ["equals-ignore-case": .text(head.first(fixed + longest))]]
        }
        return tail.isEmpty
            ? ["exists": true] : ["suffix": ["equals-ignore-case": .text(tail.last(longest))]]
    }

    /// An object with the members of both; objects of the same name are merged.
    func merged(with other: TemplateValue) -> TemplateValue {
        guard case .object(var members) = self, case .object(let further) = other else {
            return self
        }
        for member in further {
            if let same = members.firstIndex(where: { $0.name == member.name }) {
                members[same] = Member(
                    name: member.name, value: members[same].value.merged(with: member.value))
            } else {
                members.append(member)
            }
        }
        return .object(members)
    }
}

extension [TemplateValue] {
    /// The matchers, each once; one that matches every value makes the others needless.
    var withoutRepetition: [TemplateValue] {
        if contains(["exists": true]) { return [["exists": true]] }
        var seen: Set<TemplateValue> = []
        return filter { seen.insert($0).inserted }
    }
}

extension String {
    /// How much of an ARN says where something is and of which kind: it tells no two resources apart.
    fileprivate var lengthOfPlace: Int {
        guard ARN.isMeant(by: self) else { return 0 }
        let colons = utf8.indices.filter { utf8[$0] == UInt8(ascii: ":") }
        guard colons.count >= 5 else { return utf8.count }
        let resource = utf8[utf8.index(after: colons[4])...]
        let kind = resource.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }
        let end = kind.map(utf8.index(after:)) ?? resource.startIndex
        return utf8.distance(from: utf8.startIndex, to: end)
    }

    /// The first characters, at most so many bytes.
    fileprivate func first(_ bytes: Int) -> String {
        var text = self
        while text.utf8.count > bytes { text.removeLast() }
        return text
    }

    /// The last characters, at most so many bytes.
    fileprivate func last(_ bytes: Int) -> String {
        var text = Substring(self)
        while text.utf8.count > bytes { text.removeFirst() }
        return String(text)
    }
}
