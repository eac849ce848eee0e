import AccessPlan

extension Alert {
    /// How urgent it is, by the facts alone.
    ///
    /// Critical: use outside a declared emergency, root, tampering, and access without MFA, even if
    /// declared, since every access path requires MFA. High: an attempt that failed, or use while
    /// an emergency is declared by someone it does not name (unexpected, with an incident). Medium:
    /// declared use. Low: drill, canary, a planned auditor, return to normal.
    var severityFromFacts: Severity {
        switch kind {
        case .drift: return severity
        case .canary: return .low
        default: break
        }
        if isPlannedAudit, !isRoot { return .low }
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

    /// Whether the root user acted. The name of an IAM user cannot cause this.
    var isRoot: Bool {
        principal.type == "Root"
    }

    /// Whether this is a sign-in, and AWS reports that MFA was not used.
    private var cameInWithoutMFA: Bool {
        mfa == .no && kind != .sessionActivity && kind != .idpChange
    }

    /// Whether access was given or denied.
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
