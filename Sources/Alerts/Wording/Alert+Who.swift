import AccessPlan
import Text

extension Alert {
    /// Who did it, for a sentence: a name that somebody vouches for, else what is certain about the
    /// identity. A name that the caller chose is never in it. `asRole`: whether to say which role's
    /// session acted.
    func who(_ phrasing: Phrasing, asRole: Bool = true) -> String {
        switch actor.kind {
        case .root: return "Root"
        case .rootTask: return "a root session (AssumeRoot)"
        case .awsService: return serviceWords(phrasing)
        case .unproven: return "somebody"
        case .vendor:
            let vendor = short(actor.agent ?? "of unknown number", phrasing)
            return phrasing.isBrief
                ? "vendor \(vendor)"
                : "the vendor account \(vendor) (with the rights of \(lenderWords(phrasing)))"
        case .application where principal.type == Alert.providerItself:
            return "the identity provider itself"
        case .application where principal.type == Alert.providerApplication:
            return "the application \(shortAgent(phrasing))"
        case .application:
            return "an application with the rights of \(lenderWords(phrasing))"
        case .resource:
            let role = asRole && principal.name != nil ? " as \(sessionRole(phrasing))" : ""
            return resourceActor(phrasing) + role
        case .otherAccount:
            return provenName(phrasing) ?? "somebody from \(accountWords(account.caller, phrasing))"
        default:
            guard let service = actor.agent, !isOwnTool else { return holder(phrasing, asRole) }
            return "\(short(service, phrasing)) for \(holder(phrasing, asRole))"
        }
    }

    /// Whose rights a vendor or an application was lent: a session's, where no person is proven.
    private func lenderWords(_ phrasing: Phrasing) -> String {
        guard principal.type == "AssumedRole", provenName(phrasing) == nil,
            person.source != .switchFrom
        else { return holder(phrasing) }
        return "a session of \(sessionRole(phrasing))"
    }

    /// Whose rights were used. `asRole`: whether to say which role's session acted.
    func holder(_ phrasing: Phrasing, _ asRole: Bool = true) -> String {
        if principal.type == "IAMUser", let name = principal.name {
            return isNamedRoot ? "a user who is called \"\(name)\"" : short(name, phrasing)
        }
        if let name = provenName(phrasing) { return name }
        if principal.type == "Root" { return "Root" }
        if person.source == .switchFrom, let from = person.name.flatMap(AssumedRoleARN.init) {
            return "somebody as \(short(from.roleName, phrasing))"
        }
        switch principal.type {
        case "AssumedRole":
            guard asRole, principal.name != nil else { return "somebody" }
            return (phrasing.isBrief ? "role " : "somebody as ") + sessionRole(phrasing)
        case "FederatedUser":
            guard let user = principal.name, user != person.name else { return "somebody" }
            return "somebody with a federation token of \(short(user, phrasing))"
        case "AWSAccount" where account.caller != nil:
            return "somebody from \(accountWords(account.caller, phrasing))"
        case "AWSService": return serviceWords(phrasing)
        default: return "somebody"
        }
    }

    /// The name, where the identity provider or AWS vouches for it.
    func provenName(_ phrasing: Phrasing) -> String? {
        guard person.vouched, let name = knownPersonName else { return nil }
        // An id of the directory is nobody's name.
        if person.source == .identityCenterUserID { return "an Identity Center user" }
        return short(Alert.lastName(name), phrasing)
    }

    /// The role whose session acted.
    private func sessionRole(_ phrasing: Phrasing) -> String {
        principal.name.map { short($0, phrasing) } ?? "a role"
    }

    private func serviceWords(_ phrasing: Phrasing) -> String {
        let service = actor.agent ?? principal.name ?? sourceIP ?? "of unknown name"
        return service == "AWS Internal" ? "AWS" : "the AWS service \(short(service, phrasing))"
    }

    /// "the function report", "the instance i-0123…".
    private func resourceActor(_ phrasing: Phrasing) -> String {
        guard let agent = actor.agent else { return "a resource with a role" }
        let isFunction = agent.partOfARN(2) == "lambda"
        let name = isFunction ? agent.partOfARN(5)?.afterLast(UInt8(ascii: ":")) : nil
        if let name { return "the function \(short(name, phrasing))" }
        return agent.hasPrefix("i-")
            ? (actor.isByName ? "a session named like" : "the")
                + " instance \(short(agent, phrasing))" : "the resource \(shortAgent(phrasing))"
    }

    /// The agent without what is the same for all of its kind.
    func shortAgent(_ phrasing: Phrasing) -> String {
        let agent = actor.agent ?? "of unknown name"
        let name = agent.hasPrefix("arn:") ? agent.partOfARN(5) ?? agent : agent
        return short(name, phrasing)
    }

    /// Whether the OAuth client is the person's own command line (`aws login`).
    var isOwnTool: Bool { actor.agent?.partOfARN(5)?.hasPrefix("devtools/") ?? false }

    /// Whether nobody can ask such an actor for MFA.
    var asksNoMFA: Bool {
        actor.kind == .awsService || actor.kind == .rootTask
            || actor.kind == .resource && !actor.isByName
    }
}
