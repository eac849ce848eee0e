import AccessPlan
import Alerts
import Time

extension Reading {
    /// Adds the facts that join this event to others.
    mutating func takeSession() {
        alert.session.issuedAccessKeyID = record.issued.accessKeyID
        alert.session.expiration =
            record.issued.expiration.flatMap(Timestamp.init(cloudTrail:))?.iso8601
        alert.session.sourceIdentity =
            record.response["sourceIdentity"] ?? record.request["sourceIdentity"]
            ?? identity.sourceIdentity
        alert.session.sharedEventID = record.sharedEventID
        alert.session.thread = thread
    }

    /// One word for all events of a session: who it is, and the day it began.
    ///
    /// A role session keeps its id (`AROA…:NAME`) through AssumeRole, SwitchRole, sign-in and later
    /// calls, although the access key changes. The day distinguishes it from next year's drill.
    private var thread: String? {
        if let id = record.issued.assumedRoleID { return session(id, began: alert.eventTime) }
        // Identity Center states neither key nor session.
        if identity.type == "IdentityCenterUser", let id = identity.identityCenterUserID {
            return session(id, began: alert.eventTime)
        }
        // The new key has the id of its user, and begins now.
        let beginsNow = record.eventName == "GetSessionToken" && record.issued.accessKeyID != nil
        return (identity.principalID ?? identity.arn).map {
            session($0, began: beginsNow ? alert.eventTime : began?.iso8601 ?? alert.eventTime)
        }
    }

    /// When the session that acted began.
    private var began: Timestamp? { identity.creationDate.flatMap(Timestamp.init(cloudTrail:)) }

    private func session(_ id: String, began: String?) -> String {
        began.map { "\(id)@\($0.prefix(10))" } ?? id
    }

    /// The session that acted and the one that began; `nil` where it is not known when.
    var hop: SessionHop? {
        guard let time = alert.eventTime.flatMap(Timestamp.init(iso8601:)) else { return nil }
        return SessionHop(
            callers: [signInCaller, caller].compactMap { $0 }, issued: issued ?? issuedSignIn,
            isOwnersCopy: identity.type == "AWSAccount", time: Int(time.secondsSince1970))
    }

    /// An event begins the session of a role, of a federated user, or of AssumeRoot. An IAM user or a
    /// person of the identity provider acts without such an event.
    private var caller: SessionHop.Caller? {
        guard let id = identity.principalID else { return nil }
        switch identity.type {
        case "AssumedRole", "FederatedUser", "AWSAccount", nil:
            guard id.contains(":") else { return nil }
        case "Root": guard alert.actor.kind == .rootTask else { return nil }
        default: return nil
        }
        let name = session(id, began: began?.iso8601 ?? alert.eventTime)
        guard SessionLink.isThread(name) else { return nil }
        return SessionHop.Caller(
            session: name, accessKeyID: identity.accessKeyID,
            began: began.map { Int($0.secondsSince1970) },
            isOurs: !identity.isRoot && watch.isEmergencyAccount(identity.account))
    }

    /// A session with another id than the caller's: `GetSessionToken` does not change the id. AssumeRoot
    /// states no id: root's is the number of its account.
    private var issued: SessionHop.Issued? {
        guard alert.outcome.result == .success, let key = record.issued.accessKeyID,
            let id = record.issued.assumedRoleID ?? record.issued.federatedUserID
                ?? (record.eventName == "AssumeRoot" ? alert.account.target : nil),
            let time = alert.eventTime.flatMap(Timestamp.init(iso8601:))
        else { return nil }
        let ends =
            record.issued.expiration.flatMap(Timestamp.init(cloudTrail:))?.secondsSince1970
            ?? time.secondsSince1970 + Self.longestSession
        let name = session(id, began: alert.eventTime)
        guard SessionLink.isThread(name) else { return nil }
        return SessionHop.Issued(
            session: name, accessKeyID: key, ends: Int(ends))
    }

    /// Twelve hours, where the event does not say when a session ends.
    private static let longestSession: Int64 = 12 * 3_600
}
