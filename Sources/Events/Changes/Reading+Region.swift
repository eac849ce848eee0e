import AccessPlan
import Alerts

extension Reading {
    /// `{"accountId", "regionName", "status"}` from source `aws.account`: not CloudTrail's.
    mutating func takeRegionStatus() {
        alert.eventName = delivery.detailType
        alert.eventSource = delivery.source
        takeRegion(record.accountID ?? delivery.account)
        alert.resource.arn = record.regionName ?? alert.resource.arn
    }

    /// A Region that was enabled has no rules yet; one that was disabled is not monitored any longer.
    mutating func takeRegion(_ account: String?) {
        guard watch.isPlannedAccount(account) else { return }
        takeTampering(.region, record.request["regionName"])
        alert.account.target = account
    }
}
