extension Alert {
    /// What to do now, in order, for this kind. A command is in backticks at the end of a step.
    /// Names in it were checked, so that a pasted command runs nothing else.
    func steps(hasRunbook: Bool) -> [String] {
        var steps: [String] = []
        switch (kind, expected.state) {
        case (.canary, _): return []
        case _ where isPlannedAudit:
            return ["Nothing, if one of the plan's auditors runs breakglass check now"]
        case (.drift, _): steps = ["Read the report's findings, worst first, and repair each"]
        case (_, .drill) where kind != .tamper && !isRoot: steps = drillSteps
        case (_, .declared) where kind != .tamper && !isRoot && !isFailure: steps = declaredSteps
        case (.tamper, _): steps = isFailure ? failureSteps : tamperSteps
        case (.idpChange, _): steps = isFailure ? failureSteps : idpSteps
        case (.other, _) where eventName == nil: steps = unreadableSteps
        default: steps = isFailure ? failureSteps : isRoot ? rootSteps : useSteps
        }
        steps.append(
            hasRunbook
                ? "Go on with the runbook, section \(runbookSection)"
                : "Go on with your runbook, section \(runbookSection)")
        return steps
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
        case .consoleSignIn, .sessionActivity, .other: return role.name != nil || role.arn != nil
        default: return false
        }
    }

    /// "Call jane@example.com now": a name that may be false is not used.
    var callStep: String {
        (knownPersonName == nil && !isRoot ? "Ask" : "Call") + callWords
    }

    /// The same after a comma.
    var callStepInside: String {
        (knownPersonName == nil && !isRoot ? "ask" : "call") + callWords
    }

    private var callWords: String {
        if isRoot { return " everybody who can use the root user, now: was it them?" }
        guard let name = knownPersonName else {
            return " the people on call whether it was one of them"
        }
        let shown = short(Alert.lastName(name), Phrasing())
        // A role's session by the user who came in first, or the role owner's copy of it.
        let isUser =
            person.source == .userName
            && ["IAMUser", "AssumedRole", "AWSAccount"].contains(principal.type)
        let whom = isUser ? "whoever holds \(shown)" : shown
        let doubt = person.vouched ? "" : " The name alone proves nothing"
        return " \(whom) now, by a number you already have: was it them?\(doubt)"
    }

    /// Names the places that show the rest.
    var lookStep: String {
        let place = accountWords(placeID, Phrasing())
        return "See what else was done: CloudTrail event history in \(place), "
            + "Region \(short(awsRegion ?? region ?? "unknown", Phrasing()))"
    }
}
