import AccessPlan
import Text

extension Alert {
    /// Who acted, and how certain that is: what is proven first, then names that the caller chose.
    var whoWords: String {
        switch actor.kind {
        case .root:
            return "the root user of \(accountWords(account.caller ?? placeID, Phrasing()))"
        case .rootTask:
            return
                "a root session of \(accountWords(account.caller ?? placeID, Phrasing())), which the "
                + "management account took by AssumeRoot for one task of 15 minutes: root's password "
                + "was not used" + takerWords
        case .awsService:
            let service = who(Phrasing())
            return principal.type == "Root"
                ? "\(service) with root's identity: nobody signed in as root"
                : "\(service), by itself"
        case .vendor:
            return
                "the vendor account \(short(actor.agent ?? "of unknown number", Phrasing())), with "
                + "rights that somebody lent it. Lent are those of \(holderWords)"
        case .application where isProviderProgram:
            return
                "\(who(Phrasing())) (\(shortAgent(Phrasing()))), at the identity provider: a program, "
                + "nobody typed it"
        case .application:
            return
                "an application or agent (\(shortAgent(Phrasing()))\(audienceWords)) with the rights "
                + "of \(holderWords)"
        case .resource:
            return actor.isByName
                ? "\(who(Phrasing())) (not certain: a caller may choose such a name)"
                : "\(who(Phrasing())): a program, nobody typed it"
        case .unproven:
            return unprovenWords
        default:
            guard let service = actor.agent, !isOwnTool else { return holderWords }
            return "\(short(service, Phrasing())), which acted for \(holderWords)"
        }
    }

    /// Who took root's session, as an earlier event says.
    private var takerWords: String {
        guard let name = knownPersonName else { return "" }
        return person.vouched
            ? ". Taken by \(short(name, Phrasing())) (\(certainty))"
            : ". Taken in a session called \(short(name, Phrasing())) (not certain: chosen by the caller)"
    }

    /// What the application's token is for.
    private var audienceWords: String {
        actor.audience.map { ", for \(short($0, Phrasing()))" } ?? ""
    }

    /// Whose rights were used, and how certain that is.
    private var holderWords: String {
        if principal.type == "Root" { return "the root user" }
        if principal.type == "IAMUser", let name = principal.name {
            return "the IAM user \(short(name, Phrasing())) (certain: AWS vouches for it)"
                + (person.source == .sourceIdentity ? chosenWords : "")
        }
        if let name = provenHolder {
            let role = principal.type == "AssumedRole" ? principal.name : nil
            let session = role.map { ", in a session of the role \(short($0, Phrasing()))" } ?? ""
            return "\(name) (\(certainty))\(session)"
        }
        let identity = who(Phrasing())
        let known = identity == "somebody" ? "not known" : identity
        switch principal.type {
        case "AssumedRole":
            let role = principal.name.map { "a session of the role \(short($0, Phrasing()))" }
            return (role ?? "a role's session") + chosenWords
        case "FederatedUser":
            let user = principal.name.map { " of the IAM user \(short($0, Phrasing()))" } ?? ""
            return "a federation token\(user)\(chosenWords)"
        default:
            return known + chosenWords
        }
    }

    /// The name that somebody vouches for.
    private var provenHolder: String? {
        guard let name = provenName(Phrasing()) else { return nil }
        guard person.source == .identityCenterUserID, let id = knownPersonName else { return name }
        return "the Identity Center user with the id \(short(id, Phrasing()))"
    }

    private var certainty: String {
        kind == .idpChange || person.source == .samlNameID || person.source == .sourceIdentity
            ? "certain: the identity provider vouches for it" : "certain: AWS vouches for it"
    }

    /// Names that the caller chose: the source identity first, since a session cannot lose it.
    private var chosenWords: String {
        var words = ""
        if person.source == .sourceIdentity || session.sourceIdentity != nil, !person.vouched,
            let name = person.source == .sourceIdentity ? knownPersonName : session.sourceIdentity
        {
            words += "; source identity \(short(name, Phrasing()))"
        }
        if principal.type != "IAMUser", let name = chosenName, name != knownSourceIdentity {
            words += "; session name \(short(name, Phrasing()))"
        }
        return words.isEmpty ? "" : words + " (not certain: chosen by the caller)"
    }

    private var knownSourceIdentity: String? {
        person.source == .sourceIdentity ? knownPersonName : nil
    }

    /// The session's name.
    private var chosenName: String? {
        switch person.source {
        case .sessionName, .federatedUser, .userName: knownPersonName
        case .switchFrom:
            person.name.flatMap(AssumedRoleARN.init)?.sessionName ?? knownPersonName
        default: principal.arn.flatMap(AssumedRoleARN.init)?.sessionName
        }
    }

    /// Nobody is proven: what was given, and that it proves nothing.
    private var unprovenWords: String {
        if principal.type == "Root" {
            return "not known: somebody who claimed to be the root user; nothing proves it"
        }
        guard let name = knownPersonName, person.source != .identityCenterUserID else {
            return "not known: nothing proves anybody"
        }
        return "not known: the name \(short(name, Phrasing())) was given (not certain: not proven)"
    }

    /// The name that was typed at a sign-in, or the role that tried: it proves nothing. `nil` for an id of
    /// the directory, and for a name that only the caller knows.
    func givenName(_ phrasing: Phrasing) -> String? {
        if principal.type == "Root" { return "Root" }
        if principal.type == "AssumedRole" {
            return principal.name.map { "the role \(short($0, phrasing))" }
        }
        if isNamedRoot { return "a user who is called \"root\"" }
        guard person.source == .userName || person.source == nil else { return nil }
        return (knownPersonName ?? principal.name).map { short(Alert.lastName($0), phrasing) }
    }
}
