import AccessPlan
import Alerts

extension EventKind {
    /// Keys that outlive a sign-in, requested by a watched user or by a session of a watched role.
    static let temporaryCredentials = EventKind(
        title: "Somebody makes temporary credentials of their own",
        source: "sts.amazonaws.com",
        names: ["GetSessionToken", "GetFederationToken"]
    ) { reading in
        guard reading.actorIsWatchedUser || reading.actorRole != nil else { return }
        reading.alert.kind = .sessionActivity
        reading.alert.due = true
        reading.nameActorRole()
    }

    /// A root session in a member account, started from the management account.
    static let assumeRoot = EventKind(
        title: "Somebody takes a member account's root privileges",
        source: "sts.amazonaws.com",
        names: ["AssumeRoot"]
    ) { reading in
        let target =
            reading.record.request["targetPrincipal"]
            ?? reading.record.errorMessage.flatMap(DeniedResource.init)?.name
        let account = target.flatMap { try? ARN($0) }?.account ?? target
        reading.alert.account.target = account
        reading.alert.kind = .assumeRole
        reading.alert.due =
            reading.watch.isWatchedRoot(of: account) || reading.actorIsWatchedUser
            || reading.actorRole != nil
    }
}
