/// What can be wrong with a plan's values.
public enum PlanError: Error, Hashable, CustomStringConvertible {
    /// A text that is not an ARN, and why.
    case malformedARN(String, String)

    /// `plan.json` cannot be read: why.
    case unreadablePlan(String)

    /// `plan.json` has another schema: the one in the file, and the expected one.
    case unknownSchema(String, expected: String)

    /// One sentence, lower case, without a full stop; then a hint.
    public var description: String {
        switch self {
        case .malformedARN(let text, let fact):
            """
            "\(text)" is not an ARN: \(fact)
            hint: write arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE, \
            e.g. arn:aws:iam::111122223333:role/Name
            """
        case .unreadablePlan(let fact):
            """
            the compiled plan cannot be read: \(fact)
            hint: create it with "breakglass plan compile"
            """
        case .unknownSchema(let schema, let expected):
            """
            the compiled plan has schema "\(schema)", this program reads "\(expected)"
            hint: create it with the "breakglass plan compile" of the same release
            """
        }
    }
}
