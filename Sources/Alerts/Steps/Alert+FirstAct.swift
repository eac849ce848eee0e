import AccessPlan
import Calls

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
        case .tamper where isPastUndoing: return "\(asking), then \(stopWords)"
        case .tamper where isLeft: return "\(asking), undo nothing yet"
        case .tamper where gravity == .shutsOut: return "\(asking), else undo it"
        case .tamper: return "Undo it, then \(stopWords)"
        case .idpChange where actingKind == .idpUser: return "Call, else \(stopWords)"
        case .idpChange where isProviderProgram: return "Read Okta's System Log"
        case .idpChange: return "Call the administrator"
        default: break
        }
        switch actingKind {
        case .awsService: return "Find who set it up"
        case .root: return "Call root's holders"
        default:
            return stopWords == "investigate" ? "Call, then investigate" : "Call, else \(stopWords)"
        }
    }

    /// What comes before any undoing.
    private var asking: String { callStep == nil ? "Find who set it up" : "Call" }

    private var isPastUndoing: Bool {
        if case .never = undoing { return true }
        return false
    }

    private var stopWords: String {
        switch actingKind {
        case .root: "call root's holders"
        case .rootTask: "deny root"
        case .awsService: "find who set it up"
        case .user, .federatedUser, .application:
            endsAtSession ? "revoke the role" : "lock the user"
        case .identityCenterUser, .idpUser: "end the sessions"
        case .vendor: "revoke the request"
        case .idpAdministrator, .unproven, .unknown:
            endsAtSession ? "revoke the role" : "investigate"
        case .roleSession, .resource, .otherAccount: "revoke the role"
        }
    }
}
