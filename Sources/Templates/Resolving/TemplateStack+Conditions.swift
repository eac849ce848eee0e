extension TemplateStack {
    /// Whether a condition of the template holds.
    func holds(_ name: String) throws(ResolutionError) -> Bool {
        guard let condition = template["Conditions"]?[name] else { throw .unknownReference(name) }
        return try isTrue(condition)
    }

    private func isTrue(_ condition: TemplateValue) throws(ResolutionError) -> Bool {
        guard let members = condition.members, members.count == 1, let function = members.first
        else { throw .malformed("a condition") }
        if function.name == "Condition" {
            guard let name = function.value.string else { throw .malformed("Condition") }
            return try holds(name)
        }
        guard let operands = function.value.list else { throw .malformed(function.name) }
        switch function.name {
        case "Fn::Equals":
            guard operands.count == 2 else { throw .malformed(function.name) }
            return try resolve(operands[0])?.scalarText == resolve(operands[1])?.scalarText
        case "Fn::Not":
            guard operands.count == 1 else { throw .malformed(function.name) }
            return try !isTrue(operands[0])
        case "Fn::And", "Fn::Or":
            var all: [Bool] = []
            for operand in operands { all.append(try isTrue(operand)) }
            // CloudFormation takes two to ten.
            guard (2...10).contains(all.count) else { throw .malformed(function.name) }
            return function.name == "Fn::And" ? !all.contains(false) : all.contains(true)
        default: throw .unknownFunction(function.name)
        }
    }
}
