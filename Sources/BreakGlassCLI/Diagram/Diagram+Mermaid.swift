import AccessPlan

extension Diagram {
    /// The picture as Mermaid source, which many wikis draw. <https://mermaid.js.org/syntax/flowchart.html>
    var mermaid: String {
        var lines = ["flowchart LR"]
        lines.append("  subgraph ways [\"Access paths, closed until an emergency\"]")
        for (index, way) in ways.enumerated() {
            lines.append(
                "    key\(index)[\(label(way.key))] --> entrance\(index)[\(label(way.entrance))]"
                    + " --> end\(index)[\(label(way.destination))]")
        }
        lines += ["  end", "  subgraph path [\"Alert path\"]"]
        lines += path.indices.map { "    path\($0)[\(label(path[$0]))]" }
        lines += path.indices.dropLast().map { "    path\($0) --> path\($0 + 1)" }
        if let standby {
            lines += [
                "    standby[\(label(standby))]",
                "    path0 --> standby -.-> path\(path.count - 1)",
            ]
        }
        if let identityProvider {
            lines += ["    idp[\(label(identityProvider))] --> path1"]
        }
        lines += ["    path\(path.count - 1) --> told[\(label(subscribers))]", "  end"]
        lines.append("  ways -. every use is recorded .-> path0")
        return lines.joined(separator: "\n")
    }

    private func label(_ box: Box) -> String {
        "\"\(Self.escaped(box.name))<br/>\(Self.escaped(box.note))\""
    }

    /// Mermaid reads `#…;` as an entity, and some HTML.
    private static func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "#": "#35;"
            case "\"": "#quot;"
            case "<": "#lt;"
            case ">": "#gt;"
            case "&": "#amp;"
            case "\n": " "
            default: String(character)
            }
        }.joined()
    }
}
