extension EventKind {
    /// A Region switched on has no rules yet; one switched off hears nothing any more.
    static let regions = [
        EventKind(
            title: "A Region is enabled or disabled",
            source: "account.amazonaws.com",
            names: ["EnableRegion", "DisableRegion"]
        ) { reading in
            reading.takeRegion(reading.record.request["accountId"] ?? reading.recordedIn)
        }
    ]
}

extension Reading {
    /// `{"accountId", "regionName", "status"}` from source `aws.account`: not CloudTrail's.
    mutating func takeRegionStatus() {
        alert.eventName = delivery.detailType
        alert.eventSource = delivery.source
        takeRegion(delivery.account)
        alert.resource.arn = record.regionName ?? alert.resource.arn
    }

    fileprivate mutating func takeRegion(_ account: String?) {
        guard watch.isPlannedAccount(account) else { return }
        alert.kind = .tamper
        alert.due = true
        alert.account.target = account
        alert.resource = Alert.Resource(
            type: "region", arn: record.request["regionName"] ?? record.request["RegionName"])
    }
}
