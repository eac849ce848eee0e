import AccessPlan
import Alerts
import Text
import Time

extension Reading {
    /// What the event says about its sign-in; `nil` where it is not known who or when.
    ///
    /// Source of the joins: AWS CloudTrail User Guide, "CloudTrail userIdentity element", and published
    /// events. The console uses access keys that no event states; the command line uses those issued.
    var story: StoryEvent? {
        guard delivery.okta == nil, delivery.report == nil,
            let time = alert.eventTime.flatMap(Timestamp.init(iso8601:)).map({
                Int($0.secondsSince1970)
            }), let thread = alert.session.thread, JoinMark.isThread(thread)
        else { return nil }
        var event = StoryEvent(thread: thread, time: time, ends: time + Self.longestSession)
        event.isConsole = isFromConsole
        event.isOwnersCopy = identity.type == "AWSAccount"
        event.original = record.originalEventID.flatMap { $0.isEmpty ? nil : $0 }
        event.isRenewal = alert.actor.renews
        event.content = delivery.contentHash
        takeActor(&event)
        takeIssued(&event)
        takeAct(&event)
        return event
    }

    /// Twelve hours, where the event does not say when a session ends.
    private static let longestSession = 12 * 3_600

    // MARK: - The session that acted

    private func takeActor(_ event: inout StoryEvent) {
        if let arn = signInSession { event.add(JoinKey("signin/\(arn)"), statesPerson: true) }
        if let id = record.additional["AuthWorkflowID"], SignIn.isSignIn(record), id.isShort {
            event.add(JoinKey("workflow/\(id)"))
        }
        if identity.type == "IdentityCenterUser", let id = identity.identityCenterUserID {
            event.add(JoinKey("steps/\(id)", .near(event.time, period: 600)))
        }
        guard identity.type != "SAMLUser", identity.type != "WebIdentityUser", !event.isOwnersCopy,
            let principal = actingPrincipal, principal.isShort
        else { return }
        let isLongTerm = identity.accessKeyID?.hasPrefix("AKIA") ?? false
        if let key = identity.accessKeyID, JoinMark.isKey(key) {
            event.accessKeyID = key
            event.add(
                JoinKey("key/\(key)/\(principal)"), leaves: !isLongTerm, statesPerson: true)
        }
        if let began = sessionBegan {
            event.ends = max(event.ends, began + Self.longestSession)
            event.add(JoinKey("began/\(principal)", .used(began)))
        } else if beginsSignIn {
            event.add(JoinKey("began/\(principal)", .begun(event.time)))
        }
        if identity.type == "IAMUser" || identity.isRoot && !identity.isAssumedRoot {
            takeUser(principal, &event)
        }
    }

    /// A user's keys begin no session, and neither does a wrong code: what happens close together is one.
    private func takeUser(_ principal: String, _ event: inout StoryEvent) {
        // Keys of GetSessionToken have a beginning, too, which is no sign-in.
        let isConsole = record.isFromConsole || beginsSignIn
        event.login = isConsole ? sessionBegan ?? event.time : nil
        if SignIn.isSignIn(record), sessionBegan == nil {
            event.add(JoinKey("steps/\(principal)", .near(event.time, period: 600)))
            guard beginsSignIn else { return }
        }
        guard isConsole || sessionBegan == nil else { return }
        event.add(JoinKey("keys/\(principal)", .near(event.time, period: 7_200)))
    }

    /// Root's own sessions and those that somebody took for one task have one id.
    private var actingPrincipal: String? {
        identity.isAssumedRoot
            ? identity.account.map { "task/\($0)" } : identity.principalID ?? identity.arn
    }

    /// When the session that acted began, as AWS states it.
    private var sessionBegan: Int? {
        identity.creationDate.flatMap(Timestamp.init(cloudTrail:)).map { Int($0.secondsSince1970) }
    }

    /// A sign-in that succeeded, or the copy of the role's owner of a switch to the role: the session
    /// begins now.
    private var beginsSignIn: Bool {
        guard SignIn.isSignIn(record), alert.outcome.result == .success else { return false }
        switch record.eventName {
        case "ConsoleLogin": return true
        case "SwitchRole", "RenewRole": return record.additional["SwitchFrom"] != nil
        default: return false
        }
    }

    /// The ARN of the sign-in session of a token.
    private var signInSession: String? {
        guard let text = alert.actor.signInSessionARN, text.isShort, let arn = try? ARN(text),
            arn.service == "signin", arn.resource.hasPrefix("session/")
        else { return nil }
        return text
    }

    // MARK: - The session that began

    private func takeIssued(_ event: inout StoryEvent) {
        guard alert.outcome.result == .success else { return }
        takeMadeKey(&event)
        guard let key = record.issued.accessKeyID, JoinMark.isKey(key) else { return }
        let isToken = record.eventName == "GetSessionToken"
        let root =
            record.eventName == "AssumeRoot" ? alert.account.target.map { "task/\($0)" } : nil
        guard
            let principal = record.issued.assumedRoleID ?? record.issued.federatedUserID
                ?? (isToken ? identity.principalID : root), principal.isShort
        else { return }
        event.issuedKeyID = key
        event.issuesOnlyKey =
            !alert.isConsoleCall && record.eventName == "AssumeRole"
            && identity.type != "AWSService"
        if let ends = record.issued.expiration.flatMap(Timestamp.init(cloudTrail:)) {
            event.ends = Int(ends.secondsSince1970)
        }
        event.add(JoinKey("key/\(key)/\(principal)"), isIssued: true, statesPerson: true)
        guard !isToken else { return }
        event.add(JoinKey("began/\(principal)", .begun(event.time)), isIssued: true)
    }

    /// A user makes an access key for themselves. One for somebody else joins nothing.
    private func takeMadeKey(_ event: inout StoryEvent) {
        guard record.eventName == "CreateAccessKey", let key = record.issued.madeKeyID,
            JoinMark.isKey(key), let principal = identity.principalID, principal.isShort
        else { return }
        let isOwn = record.issued.madeKeyUser.map {
            $0.isSameName(as: identity.iamUserName ?? "")
        }
        guard isOwn ?? identity.isRoot else { return }
        event.add(JoinKey("key/\(key)/\(principal)"), statesPerson: true)
    }

    // MARK: - The act

    private func takeAct(_ event: inout StoryEvent) {
        let side = event.isOwnersCopy || record.additional["SwitchFrom"] != nil ? "owner" : "caller"
        event.slot = "\(record.eventName ?? "") of the \(side)"
        if event.isRenewal, let arn = signInSession {
            event.add(
                JoinKey("renewals/\(arn)/\(Network.of(alert.sourceIP))"), isAct: true)
        }
        guard alert.outcome.result != .failure else { return }
        if let shared = record.sharedEventID, !shared.isEmpty, shared.isShort {
            event.add(JoinKey("shared/\(shared)"), isAct: true)
        }
        if let name = switchName {
            event.add(JoinKey("switch/\(name)", .begun(event.time)), isAct: true)
        }
    }

    /// Account, role and session name, which all four records of a switch in the console state.
    private var switchName: String? {
        let isSwitch = record.eventName == "SwitchRole" || record.eventName == "RenewRole"
        guard isSwitch || record.eventName == "AssumeRole" && alert.isConsoleCall,
            let role = alert.role.name, let account = alert.account.target
        else { return nil }
        let session =
            alert.role.sessionName ?? identity.sessionName ?? identity.iamUserName
        return session.map { "\(account)/\(role.lowercased())/\($0)" }.flatMap {
            $0.isShort ? $0 : nil
        }
    }

    private var isFromConsole: Bool {
        record.isFromConsole || alert.isConsoleCall || SignIn.isSignIn(record)
    }
}

extension StoryEvent {
    fileprivate mutating func add(
        _ key: JoinKey, isIssued: Bool = false, leaves: Bool = true, statesPerson: Bool = false,
        isAct: Bool = false
    ) {
        joins.append(
            Join(
                key: key, isIssued: isIssued, leaves: leaves, statesPerson: statesPerson,
                isAct: isAct))
    }
}

extension Alert {
    /// Whether the console itself made the call, for somebody who clicked: it states no address of theirs.
    var isConsoleCall: Bool {
        [sourceIP, userAgent].contains { text in
            text.map { ["AWS Internal", "signin.amazonaws.com"].contains($0) } ?? false
        }
    }
}

extension String {
    /// Whether it fits the name of an item, which has 2,048 bytes.
    var isShort: Bool { utf8.count <= 512 }
}
