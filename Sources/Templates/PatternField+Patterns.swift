import Calls

extension [PatternField] {
    /// As few patterns as hold the fields, which are of one group.
    var patterns: [TemplateValue] {
        var patterns: [TemplateValue] = []
        var chunk: [PatternField] = []
        // At least the size of the chunk's pattern, so that few patterns are written to be measured.
        var most = 0
        // Fields of the same path next to each other write the path once.
        for field in sorted(by: { $0.path.lexicographicallyPrecedes($1.path) }).split {
            let wider = chunk.adding(field)
            most +=
                wider.count == chunk.count
                ? field.matchers[0].size + 1 + field.sourcesSize
                : field.detail.size + 20 + field.sourcesSize
            if most > Limit.eventPattern || chunk.isEmpty { most = wider.pattern.size }
            if !chunk.isEmpty, most > Limit.eventPattern {
                patterns.append(chunk.pattern)
                chunk = [field]
                most = chunk.pattern.size
            } else {
                chunk = wider
            }
        }
        return chunk.isEmpty ? patterns : patterns + [chunk.pattern]
    }

    /// One field for each matcher.
    private var split: [PatternField] {
        flatMap { field in
            field.matchers.map { matcher in
                var one = field
                one.matchers = [matcher]
                return one
            }
        }
    }

    private func adding(_ field: PatternField) -> [PatternField] {
        var fields = self
        if let same = fields.firstIndex(where: { $0.isLike(field) }) {
            fields[same].matchers = (fields[same].matchers + field.matchers).withoutRepetition
            fields[same].sources.formUnion(field.sources)
        } else {
            fields.append(field)
        }
        return fields
    }

    /// The pattern that any of the fields satisfies.
    private var pattern: TemplateValue {
        let ways = map(\.detail)
        let any: TemplateValue = ways.count == 1 ? ways[0] : ["$or": .list(ways)]
        switch self[0].group {
        case .access:
            return ["source": ["aws.sts", "aws.signin"], "detail": any]
        case .activity(let changes):
            let pattern: TemplateValue = ["source": [["prefix": "aws."]], "detail": any]
            return changes ? pattern.adding(["$or": .changesAlone]) : pattern
        case .changes:
            let sources = reduce(into: Set<String>()) { $0.formUnion($1.sources) }.sorted()
            return .changes(of: sources, any)
        }
    }
}

extension TemplateValue {
    /// Alternatives that are true of calls which are no reads; old records do not say.
    static let changesAlone: TemplateValue = [
        ["detail": ["readOnly": [false]]], ["detail": ["readOnly": [["exists": false]]]],
    ]

    /// A pattern for changes by some services.
    static func changes(of sources: [String], _ detail: TemplateValue) -> TemplateValue {
        [
            "source": .texts(sources), "$or": changesAlone,
            "detail": detail.merged(
                with: ["eventName": [["anything-but": .texts(Call.everyday)]]]),
        ]
    }
}
