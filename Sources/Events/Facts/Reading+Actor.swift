import AccessPlan
import Alerts
import Text

extension Reading {
    /// Who acted, and for whom. The rights that were lent come first: then the identity is the lender's.
    var actor: Alert.Actor {
        var actor = Alert.Actor()
        actor.account = identity.account
        actor.signInSessionARN = identity.signInSessionARN ?? record.additional["signInSessionArn"]
        actor.roleARN = identity.isRoleSession ? identity.issuerARN : nil
        actor.renews = isRenewal
        actor.isBreakGlassUser = isBreakGlassUser
        (actor.kind, actor.agent) = kindAndAgent
        actor.isByName =
            actor.kind == .resource && identity.scopeARN == nil && identity.ec2RoleDelivery == nil
        if let client = oauthClient {
            actor.agent = actor.agent ?? client
            actor.audience = oauthResource
        }
        return actor
    }

    /// One of the plan's own, not a user who is guarded.
    private var isBreakGlassUser: Bool {
        guard identity.type == "IAMUser", let name = identity.iamUserName else { return false }
        return watch.isEmergencyAccount(identity.account ?? recordedIn)
            && watch.plan.breakGlassUsers.contains { $0.isSameName(as: name) }
    }

    private var kindAndAgent: (Alert.Actor.Kind, String?) {
        if let vendor = identity.delegateAccountID { return (.vendor, vendor) }
        if !provesActor { return (.unproven, nil) }
        if isActOfAWS { return (.awsService, identity.invokedBy ?? record.eventSource) }
        if isForApplication { return (.application, oauthClient ?? actingService) }
        if identity.isRoot { return (identity.isAssumedRoot ? .rootTask : .root, nil) }
        if identity.isRoleSession {
            if let resource { return (.resource, resource) }
            let isDirectory = isIdentityCenter(identity.name)
            return (isDirectory ? .identityCenterUser : .roleSession, actingService)
        }
        switch identity.type {
        case "IAMUser": return (.user, actingService)
        case "FederatedUser": return (.federatedUser, actingService)
        case "SAMLUser", "WebIdentityUser": return (.roleSession, nil)
        case "IdentityCenterUser": return (.identityCenterUser, nil)
        case "AWSAccount": return (.otherAccount, nil)
        case nil where identity.iamUserName != nil: return (.user, actingService)
        default: return (isOfIdentityCenter ? .identityCenterUser : .unknown, nil)
        }
    }

    /// AWS did it by itself. Root's identity with `invokedBy` is not root's act either
    /// (CIS AWS Foundations Benchmark, "usage of the root user").
    private var isActOfAWS: Bool {
        if identity.type == "AWSService" { return true }
        if identity.isRoot, !identity.isAssumedRoot, let service = identity.invokedBy {
            return service != Self.consoleService
        }
        guard record.eventType?.lowercased() == "awsserviceevent", !isOfIdentityCenter else {
            return false
        }
        return !identity.isRoleSession && identity.iamUserName == nil && !SignIn.isSignIn(record)
    }

    /// The portal of Identity Center records what its users do, with types of its own.
    private var isOfIdentityCenter: Bool {
        if identity.type == "IdentityCenterUser" { return true }
        guard identity.type == "Unknown" else { return false }
        return record.eventSource == SignIn.source
            || record.eventSource?.hasPrefix("sso") ?? false
    }

    /// The service that acted for a session or user. Nobody typed the call. The console's own calls are
    /// the person's.
    private var actingService: String? {
        identity.invokedBy.flatMap {
            $0 == Self.consoleService || $0 == "AWS Internal" ? nil : $0
        }
    }

    private static let consoleService = "signin.amazonaws.com"

    /// The function or instance whose role this is. An instance's session has the instance's id as name.
    private var resource: String? {
        if let arn = identity.scopeARN { return arn }
        guard let name = identity.sessionName else { return nil }
        return identity.ec2RoleDelivery != nil || Self.isInstance(name) ? name : nil
    }

    /// `i-` and 8 or 17 hexadecimal digits.
    private static func isInstance(_ name: String) -> Bool {
        let digits = name.utf8.dropFirst(2)
        return name.hasPrefix("i-") && (digits.count == 8 || digits.count == 17)
            && digits.allSatisfy { ByteSet.digits.contains($0) || (0x61...0x66).contains($0) }
    }
}
