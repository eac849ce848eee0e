import AccessPlan
import Text

extension Alert {
    /// "Call jane@example.com now": a name that may be false is not used. Nobody is called where AWS acted
    /// itself.
    var callStep: Step? {
        if actingKind == .awsService, actingRole == nil { return nil }
        return Step((isAsking ? "Ask" : "Call") + callWords)
    }

    /// The same after a comma.
    var callStepInside: String { (isAsking ? "ask" : "call") + callWords }

    private var isAsking: Bool { contacts.isEmpty && calledName == nil && !isRootUser }

    private var isRootUser: Bool { isRoot && actingKind != .rootTask }

    private var callWords: String {
        if !contacts.isEmpty {
            let people = contacts.prefix(4).map {
                "\(Alert.ownWords($0.name)), \($0.telephone),"
            }
            return " \(people.joined(separator: " or ")) now: was it "
                + (contacts.count > 1 || isRootUser ? "one of them?" : "them?")
        }
        if isRootUser { return " everybody who can use the root user, now: was it them?" }
        guard let name = calledName else {
            return " the people on call whether it was one of them" + claimedWords
        }
        let shown = short(Alert.lastName(name), Phrasing())
        // A role's session by the user who came in first, or the role owner's copy of it.
        let isUser =
            actingUser != nil
            || person.source == .userName
                && ["IAMUser", "AssumedRole", "AWSAccount"].contains(principal.type)
        let whom = isUser ? "whoever holds \(shown)" : shown
        let doubt = person.vouched || actingUser != nil ? "" : " The name alone proves nothing"
        return " \(whom) now, by a number you already have: was it them?\(doubt)"
    }

    /// The name of somebody who can be called: no program, no directory's id, and nothing that a session
    /// calls itself.
    private var calledName: String? {
        if actingKind == .resource || actingKind == .awsService { return nil }
        if let actingUser { return actingUser }
        return isClaimed || person.source == .identityCenterUserID ? nil : knownPersonName
    }

    /// The user who acted, where the person is nothing but a name that they chose.
    private var actingUser: String? {
        isClaimed && actingKind == .user && principal.type == "IAMUser" ? principal.name : nil
    }

    /// Whether a caller chose the name.
    private var isClaimed: Bool {
        guard !person.vouched else { return false }
        switch person.source {
        case .sessionName, .sourceIdentity, .federatedUser, .switchFrom: return true
        default: return false
        }
    }

    /// What stands for the name where nobody is called by it.
    private var claimedWords: String {
        guard actingKind != .resource, actingKind != .awsService, let name = knownPersonName else {
            return ""
        }
        let shown = short(Alert.lastName(name), Phrasing())
        if isClaimed { return ": the session calls itself \(shown), which proves nothing" }
        return person.source == .identityCenterUserID && person.vouched
            ? ": Identity Center knows the user with the id \(shown)" : ""
    }

    /// The plan's own words: only what opens a command in a step is exchanged.
    private static func ownWords(_ text: String) -> String {
        text.exchanging { $0 == UInt8(ascii: "`") ? UInt8(ascii: "'") : $0 }
    }

    /// Names the places that show the rest.
    var lookStep: Step {
        Step(
            "See what else was done: CloudTrail event history in \(recordingAccount), "
                + "Region \(short(awsRegion ?? region ?? "unknown", Phrasing()))",
            [lookUpActor])
    }

    /// What the event history has about the key that was used, or was issued.
    var lookUpActor: String? {
        for key in [session.issuedAccessKeyID, principal.accessKeyID] {
            guard let key, !key.isEmpty, key.consists(of: .alphanumerics) else { continue }
            return Commands.lookUp("AccessKeyId", key, in: lookUpRegion)
        }
        guard let name = principal.name ?? person.name, Alert.isSafeName(name) else { return nil }
        return Commands.lookUp("Username", name, in: lookUpRegion)
    }
}
