import AccessPlan
import Calls
import Text

/// A user, or somebody with keys of a user.
extension Alert {
    /// The user who acted.
    var userSteps: [Step] {
        guard let name = safeActorName else { return unknownUserSteps }
        let account = principal.arn?.partOfARN(4) ?? principal.accountID
        var steps = signInSessionSteps
        steps.append(lock(name, in: account, key: longTermKey))
        return steps
    }

    /// Locks a user out of everything.
    func lock(_ name: String, in account: String?, key: String? = nil) -> Step {
        Step(
            "\(unless)lock the user \(name) out of everything, in \(words(account))",
            [
                shell.denyAll(toUser: name), key.map { shell.deactivate($0, of: name) },
                shell.deletePassword(of: name),
            ],
            pages: [userPage(name)])
    }

    /// A user who got something that lets somebody in: whoever has it may have used it already.
    var changedUserSteps: [Step] {
        guard resource.type == .iamUser, !isFailure, change?.gravity ?? call?.gravity == .opens,
            let name = safeChangedUser, name != safeActorName || actingKind != .user
        else { return [] }
        let account = resource.arn?.partOfARN(4) ?? placeID
        return [
            Step(
                "If it was used meanwhile, lock the user \(name), too, in \(words(account)): "
                    + "nobody can sign in as this user until the lock is removed",
                [
                    Commands.lookUp("Username", name, in: lookUpRegion),
                    shell.denyAll(toUser: name),
                ])
        ]
    }

    /// A session of `GetFederationToken`: the user behind it is denied everything.
    var federatedUserSteps: [Step] {
        guard let name = safeActorName else { return unknownUserSteps }
        let account = principal.arn?.partOfARN(4) ?? principal.accountID
        return [
            Step(
                "\(unless)lock the user \(name) who made the federation token, in "
                    + "\(words(account)): the token can do nothing that the user cannot",
                [shell.denyAll(toUser: name), shell.deletePassword(of: name)],
                pages: [userPage(name)]),
            Step(
                "Then stop the key that made it",
                [shell.iam("list-access-keys --user-name \(name)")], pages: [userPage(name)]),
        ]
    }

    private var unknownUserSteps: [Step] {
        [
            Step(
                "\(unless)lock the user named above out of everything, in "
                    + "\(words(principal.arn?.partOfARN(4) ?? principal.accountID)): attach the "
                    + "policy AWSDenyAll, make the access keys inactive, remove the password",
                pages: [page("iam/home#/users")])
        ]
    }

    /// The acting user's name, or that of the user behind a federation token, where a shell takes it.
    var safeActorName: String? {
        switch actingKind {
        case .user, .application, .federatedUser, .vendor: break
        default: return nil
        }
        guard principal.type != "AssumedRole" else { return nil }
        let fromARN =
            principal.type == "IAMUser" ? principal.arn?.afterLast(UInt8(ascii: "/")) : nil
        let known = principal.name ?? fromARN
        return known.flatMap { Alert.isSafeName($0) ? $0 : nil }
    }

    /// The changed user's name.
    var safeChangedUser: String? {
        guard resource.type == .iamUser, resource.arn?.hasSuffix(":root") != true else {
            return nil
        }
        return resourceName.flatMap { Alert.isSafeName($0) ? $0 : nil }
    }

    /// The long-term key that was used: temporary ones cannot be made inactive.
    private var longTermKey: String? {
        guard let key = principal.accessKeyID, key.hasPrefix("AKIA"),
            key.consists(of: .alphanumerics)
        else { return nil }
        return key
    }

    func userPage(_ name: String) -> String? {
        page("iam/home#/users/details/\(name.urlEncoded)?section=security_credentials")
    }
}
