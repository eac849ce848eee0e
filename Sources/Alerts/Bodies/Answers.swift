import AccessPlan
import Text

/// Who, what, where, when, how sure: one line each, the same in e-mail and chat.
struct Answers {
    /// Whether it was announced.
    let expected: String

    /// The name, and who vouches for it; `nil` if the event has no actor.
    let who: String?

    /// The call and how it ended.
    let what: String

    /// What was changed, `nil` where nothing was.
    let changed: String?

    /// What was there before, and what is there now; `nil` where nothing was changed.
    let change: String?

    /// The role; `nil` without a role.
    let role: String?

    /// The account and Region, and where the caller came from.
    let place: String

    /// The time, and how long ago that was.
    let when: String

    /// Whether MFA was used.
    let mfa: String

    /// Where the caller came from.
    let sourceIP: String?

    /// Pages that are safe to follow, each with what it shows.
    let links: [(title: String, url: String)]

    init(_ alert: Alert) {
        let isChange = alert.kind == .tamper || alert.kind == .idpChange
        expected = alert.expectedWords
        who = alert.kind == .canary || alert.kind == .drift ? nil : alert.whoWords
        what = alert.whatWords
        changed = isChange ? alert.changedWords : nil
        change = alert.changeWords
        role = isChange ? nil : alert.roleWords
        let account = alert.accountWords(alert.placeID, Phrasing())
        place = alert.whereWords(account)
        when = alert.whenWords
        mfa = alert.mfaWords
        sourceIP = alert.sourceIP
        let recordedIn = alert.account.recordedIn
        let event =
            recordedIn == alert.placeID ? account : alert.accountWords(recordedIn, Phrasing())
        links = alert.links.prefix(20).filter { $0.url.isSafeURL }.map { link in
            (Answers.title(of: link, role: account, event: event), link.url)
        }
    }

    /// Writes them as lines of an e-mail.
    func write(to out: inout TextWriter) {
        out.line("Expected", expected)
        out.line("Who", who)
        out.line("What", what)
        out.line("Changed", changed)
        out.line("Before -> now", change)
        out.line("Role", role)
        out.line("Account", place)
        out.line("From", sourceIP)
        out.line("When", when)
        out.line("MFA", mfa)
    }

    /// Writes the links as lines of an e-mail.
    func writeLinks(to out: inout TextWriter) {
        if links.isEmpty { return }
        out.ours("\nLinks\n")
        for link in links {
            out.theirs(link.title)
            out.ours(": ")
            out.ours(link.url)
            out.ours("\n")
        }
    }

    /// What a link shows, in words, and which account to be signed in to.
    private static func title(of link: Alert.Link, role: String, event: String) -> String {
        switch link.name {
        case "runbook": "Runbook"
        case "revokeSessions": "Revoke the role's sessions, in \(role)"
        case "user": "The user in IAM"
        case "resource": "What was changed, in \(role)"
        case "event": "The event in CloudTrail, in \(event)"
        case "whatThisKeyDid": "What the access key did, in \(event)"
        default: link.name
        }
    }
}

extension Severity {
    /// The word in capitals.
    var capitals: StaticString {
        switch self {
        case .low: "LOW"
        case .medium: "MEDIUM"
        case .high: "HIGH"
        case .critical: "CRITICAL"
        }
    }
}
