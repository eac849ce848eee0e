public import Text

/// An event as patterns see it: its values by the path to each.
public struct EventLeaves: Sendable {
    private var values: [String: [Leaf]] = [:]

    /// One value that is neither an object nor an array.
    private struct Leaf: Sendable {
        let value: JSON
        /// The elements of arrays that contain it: which element, by the array's path.
        let elements: [String: Int]
    }

    /// Takes an event apart.
    public init(_ event: JSON) {
        add(event, at: "", within: [:])
    }

    private mutating func add(_ node: JSON, at path: String, within elements: [String: Int]) {
        switch node {
        case .object(let members):
            for (name, member) in members {
                add(member, at: path.isEmpty ? name : "\(path).\(name)", within: elements)
            }
        case .array(let nodes):
            // An array directly in an array is another array at the same path.
            var array = path
            while elements[array] != nil { array += "[]" }
            for (index, node) in nodes.enumerated() {
                add(node, at: path, within: elements.merging([array: index]) { $1 })
            }
        default:
            values[path, default: []].append(Leaf(value: node, elements: elements))
        }
    }

    /// Whether all fields match, those in an array of objects within the same element.
    func match(_ fields: ArraySlice<EventPattern.Field>, within elements: [String: Int]) -> Bool {
        guard let field = fields.first else { return true }
        let rest = fields.dropFirst()
        guard let leaves = values[field.path] else {
            return field.matchers.contains { $0.acceptsAbsence } && match(rest, within: elements)
        }
        return leaves.contains { leaf in
            leaf.elements.allSatisfy { elements[$0.key] ?? $0.value == $0.value }
                && field.matchers.contains { $0.accepts(leaf.value) }
                && match(rest, within: elements.merging(leaf.elements) { $1 })
        }
    }
}
