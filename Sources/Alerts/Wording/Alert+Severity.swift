import AccessPlan

extension Alert {
    /// How urgent it is, by the facts alone.
    ///
    /// Critical: use outside a declared emergency, root, tampering, and coming in without MFA even
    /// where it was declared, since every way in demands MFA. High: an attempt that failed, or
    /// use while an emergency is declared by someone it does not name (unexpected, with an incident).
    /// Medium: declared use. Low: drill, canary, return to normal.
    var severityFromFacts: Severity {
        switch kind {
        case .drift: return severity
        case .canary: return .low
        default: break
        }
        if expected.state == .drill, kind != .tamper, !isRoot { return .low }
        if outcome.result == .failure { return .high }
        if isRoot { return .critical }
        if returnsToNormal { return .low }
        if kind == .tamper { return .critical }
        if kind == .other, eventName == nil { return .high }
        switch expected.state {
        case .drill: return .low
        case .declared: return cameInWithoutMFA ? .critical : .medium
        case .unexpected: return expected.incident == nil ? .critical : .high
        }
    }

    /// Whether the root user acted, which no user's name can feign.
    var isRoot: Bool {
        principal.type == "Root"
    }

    /// Whether this is the way in, and AWS says that MFA was not used.
    private var cameInWithoutMFA: Bool {
        mfa == .no && kind != .sessionActivity && kind != .idpChange
    }

    /// Whether somebody was let through or stopped.
    var isFailure: Bool {
        outcome.result == .failure
    }

    /// Whether the act ends an emergency or repairs what was broken.
    private var returnsToNormal: Bool {
        guard let eventName else { return false }
        return Alert.repairs.contains(eventName)
    }

    // Not EnableRule: it leaves the rule in a state that no longer sees AssumeRole.
    private static let repairs: Set<String> = [
        "ExitRole", "StartLogging", "EnableKey", "CancelKeyDeletion",
        "EnableAlarmActions", "application.lifecycle.deactivate", "group.user_membership.remove",
        "application.user_membership.remove",
    ]
}
