import Text

extension EventPattern {
    /// Combinations of the branches of `$or` in one pattern.
    public static let mostCombinations = 1_000

    /// The combinations of one object of a pattern.
    static func combinations(
        of node: JSON, at path: String
    ) throws(PatternError) -> [[Field]] {
        guard let members = node.object, !members.isEmpty else {
            throw .notAnObject(path: path)
        }
        var all: [[Field]] = [[]]
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
            let further = try branches(name, member, at: path)
            guard all.count * further.count <= mostCombinations else {
                throw .tooManyCombinations(all.count * further.count)
            }
            all = all.flatMap { one in further.map { one + $0 } }
        }
        for combination in all {
            var seen: Set<String> = []
            for field in combination where !seen.insert(field.path).inserted {
                throw .askedTwice(path: field.path)
            }
        }
        return all
    }

    private static func branches(
        _ name: String, _ member: JSON, at path: String
    ) throws(PatternError) -> [[Field]] {
        if name == "$or" {
            guard let branches = member.array, branches.count > 1 else {
                throw .tooFewBranches(path: path)
            }
            var all: [[Field]] = []
            for branch in branches { all += try combinations(of: branch, at: path) }
            return all
        }
        let path = path.isEmpty ? name : "\(path).\(name)"
        if member.object != nil { return try combinations(of: member, at: path) }
        guard let list = member.array, !list.isEmpty else { throw .notAList(path: path) }
        var matchers: [Matcher] = []
        for one in list { matchers.append(try Matcher(one, at: path)) }
        return [[Field(path: path, matchers: matchers)]]
    }
}
