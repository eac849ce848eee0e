import AccessPlan
import Templates
import Yams

extension PlanPart {
    /// Where the part is in the file: the last step that exists.
    func mark(in root: Node) -> Mark? {
        var node = root
        for step in steps {
            let next: Node? =
                switch step {
                case .key(let name): node.mapping?.first { $0.key.scalar?.string == name }?.value
                case .entry(let index):
                    node.sequence.flatMap { $0.indices.contains(index) ? $0[index] : nil }
                }
            guard let next else { break }
            node = next
        }
        return node.mark
    }
}

extension PlanAttachments {
    /// For files that cannot be read: what they hold is counted as nothing.
    init(withoutFilesOf plan: Plan) {
        self.init()
        for name in plan.roles.flatMap(\.inlinePolicies) { inlinePolicies[name] = [:] }
    }
}
