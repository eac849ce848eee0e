/// A failure of CloudFormation that passes by itself, so that the same step is worth a second try.
public enum PassingFailure: Sendable, CaseIterable {
    /// A role exists, and the service that should take it does not know it yet.
    case roleNotKnownYet
    /// Another change of the same resource was on its way.
    case concurrentChange
    /// The service asked for fewer calls.
    case throttled

    /// What happened, as a sentence without a full stop.
    public var reason: String {
        switch self {
        case .roleNotKnownYet: "a role was not known everywhere yet"
        case .concurrentChange: "another change of the same resource was on its way"
        case .throttled: "the service asked for fewer calls"
        }
    }

    /// Parts of the services' own words, in lower case, all of which the message has.
    ///
    /// Sources: Lambda, Scheduler, EventBridge, SQS, SNS and KMS API references, errors of the operations
    /// that take a role or name one in a policy; IAM User Guide, "Changes that I make are not always
    /// immediately visible".
    private var signs: [[String]] {
        switch self {
        case .roleNotKnownYet:
            [
                ["role defined for the function cannot be assumed by lambda"],
                ["execution role you provide must allow", "to assume the role"],
                ["provided role", "cannot be assumed by principal"],
                ["rolearn", "cannot be assumed"],
                // A mapping of a queue, just after its role got the permission.
                ["execution role does not have permissions to call", "on sqs"],
                ["policy contains a statement with one or more invalid principals"],
                ["invalid principal in policy"],
                ["principal", "could not be resolved"],
                ["invalid parameter: policy error: principalnotfound"],
                ["invalid value for the parameter policy"],
            ]
        case .concurrentChange:
            [
                ["concurrentmodification"], ["operationaborted"], ["concurrent update"],
                ["conflicting conditional operation"], ["resource is currently being modified"],
            ]
        case .throttled:
            [["throttlingexception"], ["rate exceeded"], ["toomanyrequests"]]
        }
    }

    /// Finds it in the failures of a stack.
    /// - Parameter messages: what CloudFormation says of each resource that failed.
    /// - Returns: what passes; `nil` if one of them would fail again.
    public static func of(_ messages: some Sequence<String>) -> PassingFailure? {
        var found: PassingFailure?
        for message in messages {
            let text = message.lowercased()
            // What CloudFormation stopped because something else failed says nothing.
            if text.contains("resource creation cancelled") || text.contains("update cancelled")
                || text.allSatisfy(\.isWhitespace)
            {
                continue
            }
            let known = allCases.first { failure in
                failure.signs.contains { $0.allSatisfy(text.contains) }
            }
            guard let known else { return nil }
            found = found ?? known
        }
        return found
    }
}
