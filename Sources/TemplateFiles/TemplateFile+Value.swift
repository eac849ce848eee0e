public import Templates
import Yams

extension TemplateFile {
    /// The template of this name as a value, read once.
    /// - Throws: where the program has no such template.
    public static func template(_ name: String) throws(TemplateFileError) -> TemplateValue {
        guard let read = values[name] else {
            throw TemplateFileError(file: name, line: 1, fact: "it is missing")
        }
        return try read.get()
    }

    private static let values: [String: Result<TemplateValue, TemplateFileError>] =
        all.reduce(into: [:]) { values, file in
            values[file.name] = Result { () throws(TemplateFileError) in try file.value() }
        }

    /// The template as a value: the short forms of functions (`!Ref`) are written out.
    public func value() throws(TemplateFileError) -> TemplateValue {
        let root: Node?
        do {
            root = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw TemplateFileError(file: name, line: 1, fact: "\(error)")
        }
        guard let root else { throw TemplateFileError(file: name, line: 1, fact: "it is empty") }
        return try value(of: root)
    }

    private func value(of node: Node) throws(TemplateFileError) -> TemplateValue {
        guard let function = node.shortForm else { return try plain(node) }
        let operand = try plain(node)
        switch function {
        case "Ref", "Condition": return .object([.init(name: function, value: operand)])
        case "GetAtt":
            guard case .text(let text) = operand, let dot = text.firstIndex(of: ".") else { break }
            return [
                "Fn::GetAtt": [
                    .text(String(text[..<dot])), .text(String(text[text.index(after: dot)...])),
                ]
            ]
        default: break
        }
        return .object([.init(name: "Fn::\(function)", value: operand)])
    }

    private func plain(_ node: Node) throws(TemplateFileError) -> TemplateValue {
        switch node {
        case .mapping(let mapping):
            var members: [TemplateValue.Member] = []
            for (key, member) in mapping {
                guard let name = key.scalar?.string else { throw error(key, "a key is not a text") }
                members.append(.init(name: name, value: try value(of: member)))
            }
            return .object(members)
        case .sequence(let sequence):
            var values: [TemplateValue] = []
            for one in sequence { values.append(try value(of: one)) }
            return .list(values)
        case .scalar(let scalar):
            guard scalar.style == .plain, node.shortForm == nil else { return .text(scalar.string) }
            if let flag = Bool.construct(from: scalar) { return .flag(flag) }
            if let number = Int.construct(from: scalar) { return .number(number) }
            guard !scalar.string.isEmpty, scalar.string != "~", scalar.string != "null" else {
                throw error(node, "a value is missing")
            }
            return .text(scalar.string)
        case .alias:
            throw error(node, "an alias has no anchor")
        }
    }

    private func error(_ node: Node, _ fact: String) -> TemplateFileError {
        TemplateFileError(file: name, line: node.mark?.line ?? 1, fact: fact)
    }
}

extension Node {
    /// `Sub` of a node with the tag `!Sub`.
    fileprivate var shortForm: String? {
        let tag = tag.description
        return tag.hasPrefix("!") && tag.count > 1 ? String(tag.dropFirst()) : nil
    }
}
