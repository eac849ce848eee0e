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

    /// One word for all events of a session: who it is, and when it began.
    ///
    /// A role session keeps its id (`AROA…:NAME`) through AssumeRole, SwitchRole, sign-in and later
    /// calls, although the access key changes. The time distinguishes it from another session of that
    /// name.
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
        began.map { "\(id)@\($0)" } ?? id
    }
}
