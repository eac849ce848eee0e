import AccessPlan
import Alerts

/// One delivery on its way to an alert: what was read, what is watched, what is known so far.
struct Reading {
    let delivery: Delivery
    let watch: WatchList
    var alert = Alert()

    /// The CloudTrail record.
    var record: CloudTrailRecord { delivery.record }

    /// Whose identity acted.
    var identity: UserIdentity { delivery.record.identity }

    init(_ delivery: Delivery, watch: WatchList) {
        self.delivery = delivery
        self.watch = watch
    }

    /// The account of a role or user that the event names by ARN, else where it was recorded.
    var recordedIn: String? { alert.account.recordedIn }

    /// The Region that a bare resource name belongs to.
    var region: String? { record.awsRegion ?? delivery.region }

    /// Whether the actor is a break-glass user, or a watched root user.
    var actorIsWatchedUser: Bool {
        let account = identity.account ?? recordedIn
        if identity.isRoot { return watch.isWatchedRoot(of: account) }
        let name = identity.type == "FederatedUser" ? identity.issuerName : identity.iamUserName
        return watch.isWatchedUser(name, in: account)
    }

    /// The watched role that the actor is a session of.
    var actorRole: WatchList.UsedRole? {
        guard identity.isRoleSession else { return nil }
        let session = identity.session
        return watch.usedRole(
            session?.roleName ?? identity.issuerName,
            in: session?.account ?? identity.accountID ?? recordedIn)
    }

    /// A session of a watched role: say which role.
    mutating func nameActorRole() {
        guard let used = actorRole else { return }
        let session = identity.session
        alert.role.arn = identity.issuerARN
        alert.role.name = session?.roleName ?? identity.issuerName
        alert.role.sessionName = session?.sessionName
        alert.role.assumedRoleARN = identity.arn
        alert.role.assumedRoleID = identity.principalID
        alert.role.access = used.access
    }
}
