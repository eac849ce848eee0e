// Deployment: what is decided before and while a plan is deployed. Values in, values out.

import Checks
import Text

/// A call that somebody is going to make, as service control policies see it.
public struct PolicyRequest: Sendable, Hashable {
    /// The API call, e.g. `events:PutRule`.
    public var action: String

    /// The Region that it is sent to: `aws:RequestedRegion`.
    public var region: String

    /// The ARN of the role or user: `aws:PrincipalArn`.
    public var principal: String

    /// The account of the principal.
    public var account: String

    /// Makes a request.
    public init(action: String, region: String, principal: String, account: String) {
        self.action = action
        self.region = region
        self.principal = principal
        self.account = account
    }

    /// The values of a condition key in lower case; `nil` if they are not known beforehand.
    fileprivate func values(of key: String) -> [String]? {
        switch key {
        case "aws:requestedregion": [region]
        case "aws:principalarn": [principal]
        case "aws:principalaccount": [account]
        case "aws:principalisawsservice": ["false"]
        case "aws:principaltype": ["AssumedRole"]
        case "aws:securetransport": ["true"]
        default: nil
        }
    }
}

/// An answer that may be open.
enum Truth: Sendable, Hashable {
    case yes, no, open

    /// Yes if all are, no if one is not.
    static func all(_ answers: some Sequence<Truth>) -> Truth {
        var result = Truth.yes
        for answer in answers {
            if answer == .no { return .no }
            if answer == .open { result = .open }
        }
        return result
    }
}

extension PolicyStatement {
    /// Whether it applies to a request.
    func applies(to request: PolicyRequest) -> Truth {
        guard concerns(action: request.action) else { return .no }
        let names = resources.isEmpty || resources.contains("*") ? Truth.yes : .open
        let excludes = notResources.isEmpty ? Truth.yes : .open
        return .all([names, excludes] + conditions.map { $0.holds(for: request) })
    }
}

extension PolicyCondition {
    /// Whether it holds for a request. A key or an operator that is not known leaves it open.
    ///
    /// Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
    fileprivate func holds(for request: PolicyRequest) -> Truth {
        guard let actual = request.values(of: key) else { return .open }
        var name = test
        for prefix in ["ForAnyValue:", "ForAllValues:"] where name.hasPrefix(prefix) {
            name.removeFirst(prefix.count)
        }
        if name.hasSuffix("IfExists") { name.removeLast("IfExists".count) }
        func any(_ same: (_ pattern: String, _ value: String) -> Bool) -> Bool {
            values.contains { pattern in actual.contains { same(pattern, $0) } }
        }
        let isSame: Bool
        switch name {
        case "StringEquals", "StringNotEquals":
            isSame = any { $0 == $1 }
        case "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "Bool":
            isSame = any { $0.lowercased() == $1.lowercased() }
        case "StringLike", "StringNotLike", "ArnLike", "ArnNotLike", "ArnEquals", "ArnNotEquals":
            isSame = any { $1.matches(wildcards: $0, ignoringCase: false) }
        case "Null":
            isSame = values.contains("false")
        default: return .open
        }
        return isSame != name.contains("Not") ? .yes : .no
    }
}
