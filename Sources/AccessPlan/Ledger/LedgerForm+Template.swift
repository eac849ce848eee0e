extension LedgerForm {
    /// The rule's `InputPathsMap`: a name for each path.
    public static var inputPaths: [String: String] {
        Dictionary(paths.map { (name($0), "$.\($0)") }) { first, _ in first }
    }

    /// The rule's `InputTemplate`: JSON, whose message is the text of another JSON object.
    public static var inputTemplate: String {
        var root = Node()
        for path in paths { root.add(path.split(separator: "."), name(path)) }
        return #"{"timestamp":<time>,"message":"\#(root.text)"}"#
    }

    /// `request-roleName` of `detail.requestParameters.roleName`.
    private static func name(_ path: String) -> String {
        path.replacing("detail.requestParameters.", with: "request-")
            .replacing("detail.userIdentity.", with: "identity-")
            .replacing("detail.additionalEventData.", with: "additional-")
            .replacing("detail.", with: "").replacing(".", with: "-")
            .replacing("[", with: "-").replacing("]", with: "")
    }

    /// An object of the line, with its members in the order of the paths.
    private struct Node {
        var members: [(name: String, node: Node)] = []
        var variable: String?

        mutating func add(_ path: [Substring], _ variable: String) {
            guard let first = path.first else {
                self.variable = variable
                return
            }
            let name = String(first)
            let index =
                members.firstIndex { $0.name == name }
                ?? {
                    members.append((name, Node()))
                    return members.count - 1
                }()
            members[index].node.add(Array(path.dropFirst()), variable)
        }

        /// With the quotes escaped, since all of it stands in a text.
        var text: String {
            if let variable { return #"\"<\#(variable)>\""# }
            var written: [String] = []
            var lists: [String: Int] = [:]
            for (name, node) in members {
                guard let bracket = name.firstIndex(of: "[") else {
                    written.append(#"\"\#(name)\":\#(node.text)"#)
                    continue
                }
                // The elements of a list stand next to each other, in order.
                let list = String(name[..<bracket])
                if let place = lists[list] {
                    written[place] = written[place].dropLast() + ",\(node.text)]"
                } else {
                    lists[list] = written.count
                    written.append(#"\"\#(list)\":[\#(node.text)]"#)
                }
            }
            return "{\(written.joined(separator: ","))}"
        }
    }
}
