import Calls

/// What was done, as far as urgency is concerned: each alert is exactly one.
enum Deed: String, Sendable, CaseIterable {
    /// The report of a run, which has its own severity.
    case reports
    /// A canary of a check or a deployment.
    case proves
    /// A planned auditor begins a check.
    case audits
    /// Nobody knows what was done.
    case unreadable
    /// A call that changes nothing.
    case reads
    /// A sign-in goes on or ends: a token renews itself, a role is left.
    case continues
    /// A sign-in was begun: nobody proved anything yet.
    case prompts
    /// A new password was asked for by somebody who does not need to be signed in.
    case asksForPassword = "asks for a password"
    /// AWS itself says that a sign-in looked wrong.
    case warns
    /// A sign-in, a role taken, keys issued.
    case comesIn = "comes in"
    /// The same, and AWS saw no MFA.
    case comesInWithoutMFA = "comes in without MFA"
    /// A change after which somebody may come in, or may do more.
    case opens
    /// A change after which alerts may be lost, late or false.
    case silences
    /// A change after which nobody may notice that alerts are lost, or one way of several to hear them is
    /// gone.
    case hidesLoss = "hides a loss"
    /// A change that keeps out a whole account or organization.
    case shutsOutAll = "shuts out all"
    /// A change that keeps out somebody, or takes a role or a right away.
    case shutsOut = "shuts out"
    /// One more listener hears alerts.
    case listens
    /// Another change of a setting.
    case alters
    /// A change of something of ours by a call that the catalog does not list.
    case unlisted
    /// A tag, a name, a description.
    case notes
    /// Back to how it should be.
    case repairs
    /// What a session of emergency access does, by a call that can open, silence or destroy.
    case actsGravely = "acts gravely"
    /// Any other write of such a session.
    case acts
}

extension Deed {
    /// In words, for the table of severities.
    var words: String {
        switch self {
        case .reports: "The nightly check reports what differs from the plan"
        case .proves: "A canary arrives"
        case .audits: "A planned auditor begins a check"
        case .unreadable: "An event could not be read or understood"
        case .reads: "A read by emergency access or root"
        case .continues: "A token renews itself, a role is left, a session is renewed"
        case .prompts: "A sign-in is begun: a password or a code is asked for"
        case .asksForPassword: "A new password for root is asked for"
        case .warns: "AWS reports a sign-in that looked wrong"
        case .comesIn: "A sign-in, a role taken, keys issued"
        case .comesInWithoutMFA: "The same, and AWS saw no MFA"
        case .opens:
            "A change that lets somebody in or do more: a key, a password, MFA removed, a policy, a "
                + "trusted principal, a member"
        case .silences:
            "A change after which alerts may be lost, late or false. A call outside of the catalog whose "
                + "name says that something is deleted or switched off"
        case .hidesLoss:
            "A change of what would notice that alerts are lost (schedule, queue), or of text messages alone"
        case .shutsOutAll: "A change that may keep everybody out of an account"
        case .shutsOut: "A change that takes access away from a user or a role"
        case .listens: "One more subscriber of the alerts"
        case .alters: "Another change of a setting"
        case .unlisted: "Any other change of something of ours by a call outside of the catalog"
        case .notes: "A tag, a name or a description is changed"
        case .repairs: "Something is started, enabled or removed again, as it should be"
        case .actsGravely:
            "A session's call that opens, silences, shuts out or deletes, or any other change of "
                + Deed.graveServices.map(\.name).joined(separator: ", ")
        case .acts: "Any other write of a session"
        }
    }

    /// Services whose changes give access or end the record, by the name that people know.
    static let graveServices: [(name: String, services: Set<Service>)] = [
        ("IAM", [.iam]), ("Organizations", [.organizations]), ("KMS", [.kms]),
        ("CloudTrail", [.cloudTrail]),
        ("Identity Center", [.sso, .ssoDirectory, .identityStore]),
        ("the account's settings", [.account]), ("console sign-in", [.signIn]),
    ]
}

/// By whom it was done, as far as urgency is concerned.
enum Doer: String, Sendable, CaseIterable {
    /// Root of an account, by its own credentials or by a root task session.
    case root
    /// AWS itself, with nobody behind it.
    case aws
    /// Everybody and everything else.
    case others
}

/// Whether it was expected, as far as urgency is concerned.
enum Standing: String, Sendable, CaseIterable {
    /// Nobody declared it. A change of access or alert path is never declared.
    case undeclared
    /// An emergency or a drill is declared, but not for this person.
    case otherPerson = "other person"
    /// It belongs to a declared emergency.
    case declared
    /// It belongs to a declared drill.
    case drill
}
