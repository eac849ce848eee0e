import AccessPlan
import Text

/// How a session came about: as long as that stays, a new one follows the one that was ended.
extension Alert {
    func wayInSteps(emergencyAccount: String) -> [Step] {
        if cameByWebIdentity { return [webIdentityStep] }
        if cameFromIdentityProvider {
            return [
                Step(
                    "Shut the way in: at the identity provider deactivate the federation app and empty "
                        + "the emergency groups",
                    pages: [identityProviderPage ?? page("iam/home#/identity_providers")])
            ]
        }
        if let step = switchedStep { return [step] }
        guard hasSession else { return [] }
        if person.vouched, person.source == .userName, let name = knownPersonName,
            Alert.isSafeName(name), name != principal.name
        {
            let account = principal.type == "AWSAccount" ? account.caller : emergencyAccount
            var step = lock(name, in: account)
            step.words = "Shut the way in: lock the user \(name), who took it, in \(words(account))"
            return [step]
        }
        return findStep.map { [$0] } ?? []
    }

    /// A token of an OpenID Connect provider, such as that of GitHub's actions.
    private var cameByWebIdentity: Bool {
        kind != .idpChange
            && (principal.type == "WebIdentityUser" || eventName == "AssumeRoleWithWebIdentity")
    }

    /// The role's trust policy says whose tokens it takes.
    private var webIdentityStep: Step {
        let place = words(account.target ?? placeID)
        let role = safeRoleName.map { " \($0)" } ?? ""
        return Step(
            "Shut the way in: change the trust policy of the role\(role), so that it takes no token of "
                + "this kind, or delete the OpenID Connect provider, in \(place)",
            [
                safeRoleName.map { shell.iam("get-role --role-name \($0)") },
                shell.iam("list-open-id-connect-providers"),
            ], pages: [page("iam/home#/identity_providers")])
    }

    /// The console states who switched.
    private var switchedStep: Step? {
        guard kind == .switchRole, person.source == .switchFrom, let arn = person.name,
            Alert.isSafeARN(arn), let path = arn.partOfARN(5)
        else { return nil }
        let parts = path.split(separator: "/").map(String.init)
        guard parts.count > 1, let account = arn.partOfARN(4) else { return nil }
        var step: Step
        switch parts.first {
        case "user": step = lock(parts[parts.count - 1], in: account)
        case "assumed-role": step = revoke(parts[1], in: account)
        default: return nil
        }
        step.words = "Shut the way in: " + step.words.dropFirst(unless.count)
        return step
    }

    private var hasSession: Bool {
        switch actingKind {
        case .roleSession, .otherAccount: true
        case .awsService: actingRole != nil
        default: false
        }
    }

    /// The event that issued the key that was used names who took the role.
    private var findStep: Step? {
        guard actingKind == .roleSession, let key = principal.accessKeyID, !key.isEmpty,
            key.consists(of: .alphanumerics)
        else { return nil }
        return Step(
            "Shut the way in: the event that issued the key \(key) says who took the role; lock them, "
                + "too", [Commands.lookUp("ResourceName", key, in: lookUpRegion)])
    }

    /// Whether the sign-in began at the identity provider, with this act or before it.
    var cameFromIdentityProvider: Bool {
        kind == .assumeRoleWithSAML || principal.identityProvider != nil
            || principal.type == "SAMLUser"
            || person.vouched && kind != .idpChange
                && (person.source == .samlNameID || person.source == .sourceIdentity)
    }
}
