import AccessPlan
import Alerts
import Time

extension Reading {
    /// Adds the facts that a delivery of any kind states.
    mutating func takeFacts(now: Double) {
        // Two events without an id are two events.
        alert.id =
            [record.eventID, delivery.envelopeID].compactMap { $0 }.first { !$0.isEmpty }
            ?? "unnamed-\(delivery.contentHash)"
        if record.addendumReason != nil || record.originalEventID != nil {
            alert.correction = Alert.Correction(
                reason: record.addendumReason,
                original: record.originalEventID.flatMap { $0.isEmpty ? nil : $0 },
                fields: record.addendumFields)
        }
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
        alert.actor = actor
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

    /// Names of the accounts involved, as the plan has them.
    mutating func nameAccounts() {
        for id in [alert.account.recordedIn, alert.account.caller, alert.account.target] {
            if let id, let name = watch.accountName(id) { alert.account.names[id] = name }
        }
    }
}
