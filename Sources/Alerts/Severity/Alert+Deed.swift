import AccessPlan
import Calls

extension Alert {
    /// What was done, as far as urgency is concerned.
    var deed: Deed {
        switch kind {
        case .drift: return .reports
        case .canary: return .proves
        case .other where isRead: return .reads
        case .other: return eventName == nil ? .unreadable : .unlisted
        case .tamper, .idpChange: return changeDeed
        case .sessionActivity where isRead: return .reads
        case .sessionActivity where Call.isUse(eventSource, eventName): return wayIn
        case .sessionActivity: return isGrave ? .actsGravely : .acts
        case .consoleSignIn, .switchRole, .assumeRole, .assumeRoleWithSAML: return wayIn
        }
    }

    /// By whom, as far as urgency is concerned. The name of an IAM user cannot make them root.
    var doer: Doer {
        if actsForNobody { return .aws }
        return isRoot ? .root : .others
    }

    /// Whether it was expected, as far as urgency is concerned.
    var standing: Standing {
        if kind == .tamper { return .undeclared }
        if isUnnamed { return .otherPerson }
        switch expected.state {
        case .drill: return .drill
        case .declared: return .declared
        case .unexpected: return expected.incident == nil ? .undeclared : .otherPerson
        }
    }

    /// AWS itself, with nobody's credentials or session behind it. A service that acts within
    /// somebody's role session, like CloudFormation, acts for them.
    private var actsForNobody: Bool {
        guard principal.type != "AssumedRole", principal.type != "IAMUser" else { return false }
        return actor.kind == .awsService || principal.type == "AWSService"
    }

    private var wayIn: Deed {
        if isPlannedAudit, !isRoot { return .audits }
        if actor.renews { return .continues }
        switch eventName {
        case Alert.anomaly: return .warns
        case "ExitRole", "RenewRole": return .continues
        case "CheckMfa", "CredentialChallenge", "CredentialVerification": return .prompts
        case "PasswordRecoveryRequested": return .asksForPassword
        case _ where actor.kind == .unproven && !isFailure: return .prompts
        default: return mfa == .no ? .comesInWithoutMFA : .comesIn
        }
    }

    private var changeDeed: Deed {
        guard let call else {
            return EventName.destroys(eventName ?? "") ? .silences : .unlisted
        }
        switch change?.gravity ?? call.gravity {
        case .opens: return hearsOnly ? .listens : .opens
        case .silences: return silencesPart(call) ? .hidesLoss : .silences
        case .shutsOut: return call.isForAll ? .shutsOutAll : .shutsOut
        case .alters: return .alters
        case .notes: return .notes
        case .repairs: return .repairs
        }
    }

    /// Whether alerts go on: only what would notice a lost one is gone, or text messages are.
    private func silencesPart(_ call: Call) -> Bool {
        if call.service == .smsVoice { return true }
        switch resource.type {
        case .schedule, .scheduleGroup, .sqsQueue: return true
        case .account: return call.service == .sns
        default: return false
        }
    }

    /// Whether there is one more subscriber, which opens no way in. A permission on the topic is more: it
    /// allows false alerts.
    var hearsOnly: Bool {
        eventSource == Service.sns.rawValue
            && (eventName == "Subscribe" || eventName == "ConfirmSubscription")
    }

    /// Whether a write of a session is one to act on: the catalog says so, or the service is one whose
    /// writes give access or keep the record, or the call's name says that something is gone.
    private var isGrave: Bool {
        if let call { return [.opens, .silences, .shutsOut].contains(call.gravity) }
        let name = eventName ?? ""
        let service = eventSource.map(Service.init(eventSource:))
        if let service, case .harmless? = Call.classOf(service, name) { return false }
        guard let service, !EventName.destroys(name) else { return true }
        return Deed.graveServices.contains { $0.services.contains(service) }
    }

    /// The detail type of AWS's own warning about a sign-in.
    package static let anomaly = "Sign-in Anomaly Alert"
}

extension Call {
    /// Whether it holds for everybody in an account or the organization.
    fileprivate var isForAll: Bool {
        switch target.reach {
        case .emergencyAccount, .consoleSignIn, .organization, .account, .ownAccount, .policy,
            .trustedService:
            true
        default: false
        }
    }
}
