import Runs
import Text

/// What was delivered: an EventBridge envelope with what it carries, or a bare CloudTrail record.
package struct Delivery: Sendable {
    var envelopeID: String?
    var detailType: String?
    var source: String?
    var account: String?
    var region: String?
    var time: String?

    /// The CloudTrail record, or as much of it as could be read.
    var record = CloudTrailRecord()

    /// The identity provider's log event, from a partner bus.
    var okta: OktaLogEvent?

    /// What drift-checker reports.
    var report: ReportNotice?

    /// Whether there was an envelope around the record.
    var hasEnvelope = false

    /// As delivered.
    let bytes: [UInt8]

    /// The bytes are not what AWS sends: cut off, not JSON, or without anything to decide by.
    package private(set) var unreadable = false

    /// Reads as far as it goes.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var scanner = JSONScanner(bytes)
        var detail: Int?
        guard scanner.next == UInt8(ascii: "{") else {
            unreadable = true
            return
        }
        scanner.object { scanner, key in
            switch key {
            case "detail":
                detail = scanner.offset
                if source != nil { readDetail(&scanner) }
            case "detail-type": detailType = scanner.text()
            case "source": source = scanner.text()
            case "account": account = scanner.text()
            case "region": region = scanner.text()
            case "time": time = scanner.text()
            case "id": envelopeID = scanner.text()
            case "resources" where detailType != nil || source != nil: break
            default: record.read(key, &scanner)
            }
        }
        let fault = scanner.fault
        detailOffset = detail
        hasEnvelope = detail != nil || detailType != nil
        if let detail, !detailRead {
            var again = JSONScanner(bytes, from: detail)
            readDetail(&again)
        }
        // Otherwise a second event after the first would be ignored.
        unreadable = fault != nil || isEmpty || scanner.next != nil
    }

    private var detailRead = false
    private var detailOffset: Int?

    /// A short name of the event without its envelope, which differs from one delivery to the next. It
    /// tells two events of one id apart; it is no protection against somebody who looks for two alike.
    var contentHash: String {
        var content = bytes
        if let detailOffset {
            var scanner = JSONScanner(bytes, from: detailOffset)
            content = scanner.raw() ?? bytes
        }
        // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
        let hash = content.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
        }
        return Hexadecimal.encode((0..<8).map { UInt8(truncatingIfNeeded: hash >> (56 - 8 * $0)) })
    }

    private mutating func readDetail(_ scanner: inout JSONScanner) {
        detailRead = true
        if scanner.next != UInt8(ascii: "{") { record.malformed = true }
        if isFromOkta {
            okta = OktaLogEvent(&scanner)
        } else if source == ReportNotice.source {
            report = ReportNotice(detail: &scanner)
        } else {
            scanner.object { scanner, key in record.read(key, &scanner) }
        }
    }

    private var isFromOkta: Bool { source?.hasPrefix("aws.partner/okta.com") ?? false }

    /// Nothing in it says what happened. Only Insight events have no name.
    private var isEmpty: Bool {
        guard record.eventName == nil else { return false }
        guard hasEnvelope else { return record.eventSource == nil && record.eventType == nil }
        let isCall = detailType?.hasSuffix("via CloudTrail") ?? false
        return source == nil
            || isCall && record.eventType?.lowercased() != "awscloudtrailinsight"
    }

    /// CloudTrail's events come from sources that only AWS can use; PutEvents rejects them. Partners
    /// have sources of their own, and an envelope without a source is read as well.
    var isFromAWS: Bool {
        guard hasEnvelope, let source else { return true }
        return source.hasPrefix("aws.") && !source.hasPrefix("aws.partner/")
    }
}
