import AccessPlan

extension Alert {
    /// What to do first, in a few words for a text message; `nil` where nothing has to be done at once.
    var firstAct: String? {
        switch kind {
        case .canary: return nil
        case .drift: return "Read the report"
        case .other where eventName == nil: return "Read the original"
        default: break
        }
        if isPlannedAudit || severity == .low { return nil }
        if expected.state != .unexpected, kind != .tamper, !isRoot { return nil }
        if isFailure { return "Look for more attempts" }
        switch kind {
        case .tamper: return "Undo it, then \(stopWords)"
        case .idpChange: return "Call the administrator"
        default: return actingKind == .awsService ? "Find who set it up" : "Call, else \(stopWords)"
        }
    }

    private var stopWords: String {
        switch actingKind {
        case .root: "call who holds root"
        case .rootTask: "deny root"
        case .awsService: "find who set it up"
        case .user, .federatedUser, .application:
            endsAtSession ? "revoke the role" : "lock the user"
        case .identityCenterUser: "end the sessions"
        case .vendor: "revoke the request"
        case .idpAdministrator, .unproven, .unknown:
            endsAtSession ? "revoke the role" : "look at it"
        case .roleSession, .resource, .otherAccount: "revoke the role"
        }
    }
}
