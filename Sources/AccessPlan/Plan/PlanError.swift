/// What can be wrong with a plan's values.
public enum PlanError: Error, Hashable, CustomStringConvertible {
    /// The text, and what is wrong with it.
    case malformedARN(String, String)

    /// `plan.json` cannot be read: why.
    case unreadablePlan(String)

    /// `plan.json` has another schema: the one it names, and the one that is read.
    case unknownSchema(String, expected: String)

    /// One sentence, lower case, without a full stop; then a hint.
    public var description: String {
        switch self {
        case .malformedARN(let text, let fact):
            """
            "\(text)" is no ARN: \(fact)
            hint: write arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE, \
            e.g. arn:aws:iam::111122223333:role/Name
            """
        case .unreadablePlan(let fact):
            """
            the compiled plan cannot be read: \(fact)
            hint: make it with "breakglass plan compile"
            """
        case .unknownSchema(let schema, let expected):
            """
            the compiled plan has schema "\(schema)", this program reads "\(expected)"
            hint: make it with the "breakglass plan compile" of the same release
            """
        }
    }
}
