/// One field of a pattern, which any of the matchers may match.
struct PatternField: Hashable, Sendable {
    /// Which events the field is compared with; the fields of one group share patterns.
    enum Group: Hashable, Sendable {
        /// Roles being assumed, and sign-ins.
        case access
        /// Any call of any service, or only those that may change something.
        case activity(changes: Bool)
        /// Calls of the resource's own service that may change something.
        case changes
    }

    let group: Group
    /// From `detail` on, e.g. `["requestParameters", "roleName"]`.
    let path: [String]
    /// As EventBridge writes them.
    var matchers: [TemplateValue]
    /// Further conditions, from `detail` on.
    let beside: TemplateValue
    /// Whose events, in the group ``Group/changes``.
    var sources: Set<String>

    init(
        _ group: Group, _ path: String, _ matchers: [TemplateValue],
        beside: TemplateValue = .object([]), source: String? = nil
    ) {
        self.group = group
        self.path = path.split(separator: ".").map(String.init)
        self.matchers = matchers
        self.beside = beside
        sources = source.map { [$0] } ?? []
    }

    /// What its sources take in a pattern at most.
    var sourcesSize: Int { sources.reduce(0) { $0 + $1.utf8.count + 3 } }

    /// Whether both are the same question, so that their matchers can be listed together.
    func isLike(_ other: PatternField) -> Bool {
        group == other.group && path == other.path && beside == other.beside
    }

    /// From `detail` on.
    var detail: TemplateValue {
        path.reversed().reduce(TemplateValue.list(matchers)) { inner, name in
            .object([.init(name: name, value: inner)])
        }.merged(with: beside)
    }
}
