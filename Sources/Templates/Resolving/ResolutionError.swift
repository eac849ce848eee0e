/// Why CloudFormation would not make a stack of a template with these parameters.
public enum ResolutionError: Error, Sendable, Hashable {
    /// The template has no such parameter.
    case unknownParameter(String)
    /// A parameter has neither a value nor a default.
    case missingParameter(String)
    /// A value that the parameter's pattern or list does not allow.
    case refusedParameter(String, value: String)
    /// A value above ``TemplateStack/mostParameterBytes``.
    case longParameter(String, bytes: Int)
    /// A function that this reader does not know.
    case unknownFunction(String)
    /// Something that the template does not have: a parameter, resource, condition or mapping.
    case unknownReference(String)
    /// A function whose operand has the wrong form.
    case malformed(String)
}

extension ResolutionError: CustomStringConvertible {
    /// Subject, fact.
    public var description: String {
        switch self {
        case .unknownParameter(let name): "the template has no parameter \(name)"
        case .missingParameter(let name): "parameter \(name) has no value"
        case .refusedParameter(let name, let value):
            "parameter \(name) does not allow \"\(value)\""
        case .longParameter(let name, let bytes):
            "parameter \(name) has \(bytes) bytes, and CloudFormation takes "
                + "\(TemplateStack.mostParameterBytes)"
        case .unknownFunction(let name): "function \(name) is not known"
        case .unknownReference(let name): "\"\(name)\" is not in the template"
        case .malformed(let name): "\(name) has the wrong form"
        }
    }
}
