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
        return (identity.principalID ?? identity.arn).map {
            session($0, began: began?.iso8601 ?? alert.eventTime)
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
            caller: caller, issued: issued, isOwnersCopy: identity.type == "AWSAccount",
            time: Int(time.secondsSince1970))
    }

    /// An event begins the session of a role or of a federated user. An IAM user or a person of the
    /// identity provider acts without such an event.
    private var caller: SessionHop.Caller? {
        guard let id = identity.principalID, id.contains(":") else { return nil }
        switch identity.type {
        case "AssumedRole", "FederatedUser", "AWSAccount", nil: break
        default: return nil
        }
        let name = session(id, began: began?.iso8601 ?? alert.eventTime)
        guard SessionLink.isThread(name) else { return nil }
        return SessionHop.Caller(
            session: name, accessKeyID: identity.accessKeyID,
            began: began.map { Int($0.secondsSince1970) },
            isOurs: watch.isEmergencyAccount(identity.account))
    }

    /// A session with another id than the caller's: `GetSessionToken` does not change the id.
    private var issued: SessionHop.Issued? {
        guard alert.outcome.result == .success, let key = record.issued.accessKeyID,
            let id = record.issued.assumedRoleID ?? record.issued.federatedUserID,
            let ends = record.issued.expiration.flatMap(Timestamp.init(cloudTrail:))
        else { return nil }
        let name = session(id, began: alert.eventTime)
        guard SessionLink.isThread(name) else { return nil }
        return SessionHop.Issued(
            session: name, accessKeyID: key, ends: Int(ends.secondsSince1970))
    }
}
