extension Alert {
    /// What to do now, in order, for this kind. A command is in backticks at the end of a step.
    /// Names in it were checked, so that a pasted command runs nothing else.
    func steps(hasRunbook: Bool, emergencyAccount: String) -> [String] {
        if kind == .canary { return [] }
        if isPlannedAudit {
            return ["Nothing, if one of the plan's auditors runs breakglass check now"]
        }
        var steps = steps(emergencyAccount: emergencyAccount).map(\.text)
        steps.append(
            hasRunbook
                ? "Go on with the runbook, section \(runbookSection)"
                : "Go on with your runbook, section \(runbookSection)")
        return steps
    }

    private func steps(emergencyAccount: String) -> [Step] {
        switch (kind, expected.state) {
        case (.drift, _):
            return [
                Step(
                    "Read the report's findings, worst first, and repair each",
                    ["breakglass check plan.yaml"])
            ]
        case (_, .drill) where kind != .tamper && !isRoot: return drillSteps
        case (_, .declared) where kind != .tamper && !isRoot && !isFailure: return declaredSteps
        case (.tamper, _):
            return isFailure
                ? failureSteps(emergencyAccount: emergencyAccount)
                : tamperSteps(emergencyAccount: emergencyAccount)
        case (.idpChange, _):
            return isFailure
                ? failureSteps(emergencyAccount: emergencyAccount)
                : idpSteps(emergencyAccount: emergencyAccount)
        case (.other, _) where eventName == nil: return unreadableSteps
        default:
            if isFailure { return failureSteps(emergencyAccount: emergencyAccount) }
            return isRoot
                ? rootSteps(emergencyAccount: emergencyAccount)
                : useSteps(emergencyAccount: emergencyAccount)
        }
    }

    /// The runbook's section for this kind, as written after `#` in the link.
    var runbookSection: String {
        switch kind {
        case .drift: return "drift"
        case .canary: return "canary"
        case .tamper: return isFailure ? "failed-attempt" : "tampering"
        case .idpChange: return "identity-provider"
        case .other where eventName == nil: return "unreadable-event"
        default: break
        }
        if isRoot, !isFailure { return "root" }
        if expected.state == .drill { return "drill" }
        if isFailure { return "failed-attempt" }
        if expected.state == .declared { return "declared-use" }
        return endsAtSession ? "revoke-sessions" : "lock-user"
    }

    /// Whether a role's session is what has to end, rather than a user.
    var endsAtSession: Bool {
        switch kind {
        case .assumeRole, .assumeRoleWithSAML, .switchRole: return true
        case .consoleSignIn, .sessionActivity, .other:
            return role.name != nil || role.arn != nil || actingRole != nil
        default: return false
        }
    }
}
