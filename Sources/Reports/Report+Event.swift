import AccessPlan
import Alerts
import Events
import Text

extension Report {
    /// The event's `source`; only the checker's role may put it on the hub bus.
    public static let eventSource = ReportEvent.source

    /// The event's `detail-type`.
    public static let eventType = ReportEvent.detailType

    /// The event's `detail`: `{"told":{…},"report":{…}}`, what people are told and what was seen.
    ///
    /// Of many findings of one check only the first stand in it, so that it fits what EventBridge
    /// takes: 256 KiB, with some room for the envelope.
    /// - Parameters:
    ///   - region: the Region in which the checker ran.
    ///   - id: what tells this run from others, e.g. the request's id.
    /// - Returns: UTF-8.
    public func event(region: String, id: String) -> [UInt8] {
        let told = Array("{\"told\":".utf8) + alert(region: region, id: id).told
        let end = [UInt8(ascii: "}")]
        for items in [20, 3, 0] {
            let report = json(itemsPerCheck: items, resourcesOfChanges: items * 4)
            let detail = told + Array(",\"report\":".utf8) + report + end
            if detail.count <= 240_000 { return detail }
        }
        // Facts of thousands of characters: what is told is bounded, sentence by sentence.
        return told + end
    }
}

extension Alert {
    /// What the enricher makes the same alert of: sentences as they are, since it makes them harmless
    /// for each kind of subscriber.
    fileprivate var told: [UInt8] {
        var out = JSONWriter(capacity: 8192)
        out.limit = 2048
        out.openObject()
        out.member("due", due)
        out.member("id", id)
        out.member("severity", severity.rawValue)
        out.member("headline", headline)
        out.member("time", eventTime)
        out.member("incident", expected.incident)
        out.member("unusual", Array(unusual.prefix(64)))
        out.member("notLookedUp", Array(notLookedUp.prefix(64)))
        out.member("nextSteps", Array(nextSteps.prefix(64)))
        out.closeObject()
        return out.bytes
    }
}
