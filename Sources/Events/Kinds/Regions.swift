import AccessPlan
import Alerts

extension EventKind {
    /// A Region that was enabled has no rules yet; one that was disabled is not monitored any more.
    static let regions = [
        EventKind(
            title: "A Region is enabled or disabled",
            source: "account.amazonaws.com",
            names: ["EnableRegion", "DisableRegion"]
        ) { reading in
            reading.takeRegion(reading.record.request["accountId"] ?? reading.recordedIn)
        },
        EventKind(
            title: "The root user's e-mail address is changed from the management account",
            source: "account.amazonaws.com",
            names: ["StartPrimaryEmailUpdate", "AcceptPrimaryEmailUpdate"]
        ) { reading in
            let account = reading.record.request["accountId"] ?? reading.recordedIn
            guard reading.watch.isWatchedRoot(of: account) else { return }
            reading.alert.kind = .tamper
            reading.alert.due = true
            reading.alert.account.target = account
            reading.alert.resource = Alert.Resource(
                type: .root, arn: reading.watch.rootARN(of: account))
        },
    ]
}

extension Reading {
    /// `{"accountId", "regionName", "status"}` from source `aws.account`: not CloudTrail's.
    mutating func takeRegionStatus() {
        alert.eventName = delivery.detailType
        alert.eventSource = delivery.source
        takeRegion(record.accountID ?? delivery.account)
        alert.resource.arn = record.regionName ?? alert.resource.arn
    }

    fileprivate mutating func takeRegion(_ account: String?) {
        guard watch.isPlannedAccount(account) else { return }
        alert.kind = .tamper
        alert.due = true
        alert.account.target = account
        alert.resource = Alert.Resource(
            type: .region, arn: record.request["regionName"])
    }
}
