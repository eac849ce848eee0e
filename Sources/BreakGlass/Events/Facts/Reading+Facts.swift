import Time

extension Reading {
    /// Takes over what the delivery states, whatever kind of event it is.
    mutating func takeFacts(now: Double) {
        alert.id = record.eventID ?? delivery.envelopeID
        alert.eventName = record.eventName
        alert.eventSource = record.eventSource
        alert.region = delivery.region
        alert.awsRegion = record.awsRegion
        alert.sourceIP = record.sourceIP
        alert.userAgent = record.userAgent
        takeTime(record.eventTime ?? delivery.okta?.published ?? delivery.time, now: now)

        alert.account.recordedIn = record.recipientAccountID ?? delivery.account
        alert.account.caller = identity.accountID

        alert.principal.type = identity.type
        alert.principal.arn = identity.arn
        alert.principal.name = identity.name
        alert.principal.accountID = identity.accountID
        alert.principal.accessKeyID = identity.accessKeyID
        alert.principal.identityProvider = identity.identityProvider

        alert.outcome = outcome
        alert.mfa = mfa
        takeSession()
        takePerson()
    }

    private mutating func takeTime(_ time: String?, now: Double) {
        guard let time else { return }
        guard let moment = Timestamp(cloudTrail: time) else {
            alert.eventTime = time
            return
        }
        alert.eventTime = moment.iso8601
        alert.delaySeconds = Int(exactly: (now - Double(moment.secondsSince1970)).rounded())
            .map { max(0, $0) }
    }

    private mutating func takeSession() {
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
    /// calls, although the access key changes; the day keeps next year's drill apart.
    private var thread: String? {
        guard let id = record.issued.assumedRoleID ?? identity.principalID ?? identity.arn else {
            return nil
        }
        let began =
            record.issued.assumedRoleID == nil
            ? identity.creationDate.flatMap(Timestamp.init(cloudTrail:))?.iso8601 ?? alert.eventTime
            : alert.eventTime
        return began.map { "\(id)@\($0.prefix(10))" } ?? id
    }

    /// Names of the accounts involved, as the plan has them.
    mutating func nameAccounts() {
        for id in [alert.account.recordedIn, alert.account.caller, alert.account.target] {
            if let id, let name = watch.plan.accountNames[id] { alert.account.names[id] = name }
        }
    }
}
