extension TemplateStack {
    /// A value without any function; nil for `AWS::NoValue`.
    ///
    /// Source: AWS CloudFormation User Guide, "Intrinsic function reference".
    func resolve(_ value: TemplateValue) throws(ResolutionError) -> TemplateValue? {
        switch value {
        case .text, .number, .flag: return value
        case .list(let values):
            var resolved: [TemplateValue] = []
            for one in values {
                if let one = try resolve(one) { resolved.append(one) }
            }
            return .list(resolved)
        case .object(let members):
            if members.count == 1, let function = members.first, function.isFunction {
                return try result(of: function.name, function.value)
            }
            var resolved: [TemplateValue.Member] = []
            for member in members {
                guard !member.name.hasPrefix("Fn::") else { throw .malformed(member.name) }
                guard let value = try resolve(member.value) else { continue }
                resolved.append(.init(name: member.name, value: value))
            }
            return .object(resolved)
        }
    }

    private func result(
        of function: String, _ operand: TemplateValue
    ) throws(ResolutionError) -> TemplateValue? {
        switch function {
        case "Ref":
            guard let name = operand.string else { throw .malformed(function) }
            return name == "AWS::NoValue" ? nil : try reference(name)
        case "Fn::GetAtt": return .text(try attribute(operand))
        case "Fn::Sub": return .text(try substituted(operand))
        case "Fn::If":
            let parts = operand.list ?? []
            guard parts.count == 3, let condition = parts[0].string else {
                throw .malformed(function)
            }
            return try resolve(parts[try holds(condition) ? 1 : 2])
        case "Fn::FindInMap": return try found(operand)
        case "Fn::Join", "Fn::Split", "Fn::Select": return try ofList(function, operand)
        default: throw .unknownFunction(function)
        }
    }

    private func found(_ operand: TemplateValue) throws(ResolutionError) -> TemplateValue {
        let keys = try texts(operand, of: "Fn::FindInMap")
        guard keys.count == 3 else { throw .malformed("Fn::FindInMap") }
        guard let value = template["Mappings"]?[keys[0]]?[keys[1]]?[keys[2]] else {
            throw .unknownReference(keys.joined(separator: "."))
        }
        return value
    }

    /// `Join`, `Split` and `Select` have a scalar first, then a list or a text.
    private func ofList(
        _ function: String, _ operand: TemplateValue
    ) throws(ResolutionError) -> TemplateValue {
        guard let parts = operand.list, parts.count == 2, let first = parts[0].scalarText,
            let second = try resolve(parts[1])
        else { throw .malformed(function) }
        switch function {
        case "Fn::Join":
            return .text(try texts(second, of: function).joined(separator: first))
        case "Fn::Split":
            guard let text = second.string, let separator = first.first, first.count == 1 else {
                throw .malformed(function)
            }
            return .texts(
                text.split(separator: separator, omittingEmptySubsequences: false).map(String.init))
        default:
            guard let list = second.list, let index = Int(first), list.indices.contains(index)
            else { throw .malformed(function) }
            return list[index]
        }
    }

    private func texts(
        _ value: TemplateValue, of function: String
    ) throws(ResolutionError) -> [String] {
        guard let list = try resolve(value)?.list else { throw .malformed(function) }
        let texts = list.compactMap(\.scalarText)
        guard texts.count == list.count else { throw .malformed(function) }
        return texts
    }
}

extension TemplateValue.Member {
    fileprivate var isFunction: Bool { name == "Ref" || name.hasPrefix("Fn::") }
}
