import AccessPlan
import Partitions
import Yams

extension Fields {
    /// Warns of a Region that was not there when this release was made.
    func noteUnknownRegion(_ key: String) {
        guard let text = node(key)?.scalar?.string, !Partition.allRegions.contains(text) else {
            return
        }
        reading.warn(
            at: node(key)?.mark, "\(path)\(key) is \"\(text)\", a Region that is not known",
            hint: "look for a mistake: if it is new, go on")
    }

    /// Reports every ARN of another partition, wherever it is in the plan: nothing there can be
    /// reached from this one.
    func noteOtherPartitions(than partition: String, _ root: Node) {
        note(root, path: "", partition)
    }

    private func note(_ node: Node, path: String, _ partition: String) {
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping {
                let name = key.scalar?.string ?? ""
                // Judged by its form, with what to write instead.
                if path.isEmpty, name == "guard" { continue }
                note(value, path: path.isEmpty ? name : "\(path): \(name)", partition)
            }
        case .sequence(let sequence):
            for value in sequence { note(value, path: path, partition) }
        case .scalar(let scalar):
            guard ARN.isMeant(by: scalar.string), let arn = try? ARN(scalar.string),
                arn.partition != partition, arn.partition != "*"
            else { return }
            reading.object(
                at: scalar.mark,
                "\(path) is \"\(arn.text)\", in partition \(arn.partition), the plan in \(partition)",
                hint: "write an ARN that begins with arn:\(partition): no account reaches another "
                    + "partition")
        case .alias: break
        }
    }
}
