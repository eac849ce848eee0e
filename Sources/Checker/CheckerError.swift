/// Why a run of the checker failed as a whole.
public enum CheckerError: Error, Sendable, Hashable {
    /// The event asks for an unknown task.
    case unknownTask(String)

    /// A deployment's order for canaries is not understood: what is wrong with it.
    case badOrder(String)

    /// An environment variable that must be set is not.
    case missing(String)

    /// The report did not reach the hub bus: the bus, and why.
    case notReported(bus: String, String)

    /// No canary was sent: how many should have been, and why.
    case noCanary(of: Int, String)
}

extension CheckerError: CustomStringConvertible {
    /// Subject, fact, hint.
    public var description: String {
        switch self {
        case .unknownTask(let word):
            "the event asks for the task \"\(word.prefix(64))\", which is unknown\n"
                + #"hint: send {"task":"check"} or {"task":"canary"}"#
        case .badOrder(let reason):
            "the order for canaries cannot be read: \(reason)"
        case .missing(let variable):
            "environment variable \(variable) is not set\n"
                + "hint: deploy the hub template, which sets it"
        case .notReported(let bus, let reason):
            "the report did not reach \(bus): \(reason)\n"
                + "hint: nobody is notified of this run: see the log and the report bucket"
        case .noCanary(let count, let reason):
            "none of \(count) canaries could be sent: \(reason)"
        }
    }
}
