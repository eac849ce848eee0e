import Yams

/// A mapping of the plan, read key by key.
struct Fields {
    /// How problems call it, e.g. `regions: `; empty at the top.
    let path: String
    let mapping: Node.Mapping
    let mark: Mark?
    let reading: PlanReading

    /// Reads a mapping; reports what is not one, and unknown keys.
    init?(_ node: Node, path: String, keys: [String], reading: PlanReading) {
        guard case .mapping(let mapping) = node else {
            reading.object(
                at: node.mark,
                "\(path.isEmpty ? "the plan" : path) is a \(node.kind), not a mapping",
                hint: "write it as KEY: VALUE, with \(keys.joined(separator: ", "))")
            return nil
        }
        self.init(mapping: mapping, mark: node.mark, path: path, reading: reading)
        for (key, _) in mapping where !keys.contains(key.scalar?.string ?? "") {
            let name = key.scalar?.string ?? "(\(key.kind))"
            let near = Spelling.nearest(to: name, in: keys).map { "did you mean \"\($0)\"?" }
            reading.object(
                at: key.mark, "\(self.path)unknown key \"\(name)\"",
                hint: near ?? "known here: \(keys.isEmpty ? "none" : keys.joined(separator: ", "))")
        }
    }

    private init(mapping: Node.Mapping, mark: Mark?, path: String, reading: PlanReading) {
        self.mapping = mapping
        self.mark = mark
        self.path = path.isEmpty ? "" : path + ": "
        self.reading = reading
    }

    /// The value of a key; `nil` if it is missing.
    func node(_ key: String) -> Node? {
        mapping.first { $0.key.scalar?.string == key }
            .flatMap { $0.value.isNothing ? nil : $0.value }
    }

    /// A text that may be missing.
    func text(_ key: String, _ rule: ValueRule = .any) -> String? {
        node(key).flatMap { reading.text($0, path + key, rule) }
    }

    /// A text that must be there.
    func required(_ key: String, _ rule: ValueRule, hint: String) -> String? {
        guard node(key) != nil else {
            reading.object(at: mark, "\(path)\(key) is missing", hint: hint)
            return nil
        }
        return text(key, rule)
    }

    /// A whole number that may be missing.
    func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
        let rule = ValueRule { scalar in
            Int(scalar.string).map(range.contains) ?? false
                ? nil
                : (
                    "is \"\(scalar.string)\", not a number from \(range.lowerBound) to "
                        + "\(range.upperBound)", "write a whole number"
                )
        }
        return text(key, rule).flatMap { Int($0) }
    }

    /// The entries of a list that may be missing.
    func list(_ key: String) -> [Node] {
        guard let node = node(key) else { return [] }
        guard case .sequence(let sequence) = node else {
            reading.object(
                at: node.mark, "\(path)\(key) is a \(node.kind), not a list",
                hint: "write \(key): [\(node.scalar?.string ?? "…")]")
            return []
        }
        return Array(sequence)
    }

    /// A list of texts that may be missing; each text may occur once.
    func texts(
        _ key: String, _ rule: ValueRule = .any, same: (String) -> String = { $0 }
    ) -> [String] {
        var seen: [String: Int] = [:]
        return list(key).compactMap { node in
            guard !node.isNothing else {
                reading.object(
                    at: node.mark, "\(path)\(key) has an empty entry", hint: "remove it")
                return nil
            }
            guard let text = reading.text(node, path + key, rule) else { return nil }
            if let first = seen.updateValue(node.mark?.line ?? 1, forKey: same(text)) {
                reading.object(
                    at: node.mark, "\(path)\(key): \"\(text)\" occurs twice",
                    hint: "remove one; the first is in line \(first)")
                return nil
            }
            return text
        }
    }

    /// A mapping that may be missing.
    func fields(_ key: String, keys: [String]) -> Fields? {
        node(key).flatMap { Fields($0, path: path + key, keys: keys, reading: reading) }
    }
}
