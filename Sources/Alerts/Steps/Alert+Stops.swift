import AccessPlan
import Text

extension Alert {
    /// What stops whoever acted, and closes the way they came in: the most urgent first, each in the
    /// account, partition and Region where it works.
    ///
    /// - Parameter emergencyAccount: twelve digits; empty when unknown.
    /// - Returns: at least one step.
    func stops(emergencyAccount: String) -> [Step] {
        // Where AWS acted, somebody has to know first whether that was meant.
        var steps = actingKind == .awsService ? serviceSteps : []
        steps += takenRoleSteps
        switch actingKind {
        case .user: steps += userSteps
        case .roleSession: steps += roleSessionSteps
        case .identityCenterUser: steps += identityCenterSteps
        case .application where isProviderProgram: steps += identityProviderProgramSteps
        case .application: steps += applicationSteps
        case .federatedUser: steps += federatedUserSteps
        case .root: steps += rootStops
        case .rootTask: steps += rootTaskSteps
        case .vendor: steps += vendorSteps
        case .awsService: break
        case .resource: steps += resourceSteps
        case .otherAccount: steps += otherAccountSteps
        case .idpAdministrator: steps += identityProviderSteps
        case .idpUser: steps += identityProviderUserSteps
        case .unproven: steps += unprovenSteps
        case .unknown: steps += unknownSteps
        }
        steps += wayInSteps(emergencyAccount: emergencyAccount)
        if steps.isEmpty { steps = unknownSteps }
        // The condition is said once.
        for index in steps.indices.dropFirst() where steps[index].words.hasPrefix(unless) {
            steps[index].words = "Then " + steps[index].words.dropFirst(unless.count)
        }
        return steps
    }

    /// The kind of actor, also where only the principal's type is known.
    var actingKind: Actor.Kind {
        if actor.kind != .unknown { return actor.kind }
        if kind == .idpChange { return .idpAdministrator }
        switch principal.type {
        case "IAMUser": return isSignInAttempt ? .unproven : .user
        case "Root": return isSignInAttempt ? .unproven : .root
        case "AssumedRole":
            return Alert.isIdentityCenter(role: actingRoleARN) ? .identityCenterUser : .roleSession
        case "IdentityCenterUser": return .identityCenterUser
        case "FederatedUser": return .federatedUser
        case "AWSService": return .awsService
        case "AWSAccount": return .otherAccount
        default: return isSignInAttempt ? .unproven : .unknown
        }
    }

    private var isSignInAttempt: Bool { kind == .consoleSignIn && isFailure }

    /// Whether a role is one that Identity Center made for a permission set, by its ARN: nobody can
    /// change it, and its sessions have the users' names. The name alone proves nothing: only the path is
    /// reserved to AWS.
    package static func isIdentityCenter(role arn: String?) -> Bool {
        guard let arn, let path = arn.partOfARN(5) else { return false }
        return path.hasPrefix("role/aws-reserved/sso.amazonaws.com/")
            && arn.afterLast(UInt8(ascii: "/")).hasPrefix("AWSReservedSSO_")
    }

    /// Commands for the partition in which it happened.
    var shell: Commands { Commands(partition: partition) }

    /// The beginning of a step that depends on what the call says.
    var unless: String {
        if isProviderProgram || actingKind == .awsService && actingRole == nil {
            return "Unless it was meant, "
        }
        return isFailure ? "If it was not them, " : "Unless they say yes, "
    }

    // MARK: A role that was taken

    /// Ends the sessions of the role that the act took, or switched to.
    private var takenRoleSteps: [Step] {
        guard !isFailure, let account = takenRoleAccount else { return [] }
        if eventName == "AssumeRoot" { return [denyRootTask(in: account)] }
        guard let name = safeRoleName else {
            return [
                Step(
                    "\(unless)end the sessions of the role named above, in "
                        + "\(words(account)): tab Revoke sessions, Revoke active sessions",
                    pages: [page("iam/home#/roles")])
            ]
        }
        if Alert.isIdentityCenter(role: role.arn) { return [identityCenterSession(in: account)] }
        return [revoke(name, in: account)]
    }

    private var takenRoleAccount: String? {
        switch kind {
        case .assumeRole, .assumeRoleWithSAML:
            account.target ?? account.recordedIn
        case .switchRole:
            eventName == "ExitRole" ? nil : account.target ?? account.recordedIn
        default: nil
        }
    }

    /// Ends the sessions of a role.
    func revoke(_ name: String, in account: String?) -> Step {
        if Alert.isIdentityCenter(role: actingRoleARN), name == actingRole?.name {
            return identityCenterSession(in: account)
        }
        return Step(
            "\(unless)end the sessions of the role \(name), in \(words(account)): tab Revoke "
                + "sessions, Revoke active sessions, or",
            [shell.revokeSessions(of: name)],
            pages: [page("iam/home#/roles/details/\(name.urlEncoded)?section=revoke_sessions")])
    }

    /// An account in words.
    func words(_ account: String?) -> String { accountWords(account, Phrasing()) }

    /// An account's id, if it is one.
    static func isAccountID(_ id: String?) -> Bool {
        guard let id else { return false }
        return id.utf8.count == 12 && id.consists(of: .digits)
    }
}
