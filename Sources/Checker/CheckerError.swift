/// Why a run of the checker failed as a whole.
public enum CheckerError: Error, Sendable, Hashable {
    /// The event asks for something that is not known.
    case unknownTask(String)

    /// An environment variable that must be set is not.
    case missing(String)

    /// The report did not reach the hub bus: the bus, and why.
    case notReported(bus: String, String)

    /// Not one canary could be sent: how many were to be, and why.
    case noCanary(of: Int, String)
}

extension CheckerError: CustomStringConvertible {
    /// Subject, fact, hint.
    public var description: String {
        switch self {
        case .unknownTask(let word):
            "the event asks for the task \"\(word.prefix(64))\"\n"
                + #"hint: send {"task":"check"} or {"task":"canary"}"#
        case .missing(let variable):
            "environment variable \(variable) is not set\n"
                + "hint: deploy the hub template, which sets it"
        case .notReported(let bus, let reason):
            "the report did not reach \(bus): \(reason)\n"
                + "hint: nobody is told of this run; it stands in the log and in the report bucket"
        case .noCanary(let count, let reason):
            "none of \(count) canaries could be sent: \(reason)"
        }
    }
}
