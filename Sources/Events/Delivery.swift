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
                if source != nil {
                    readDetail(&scanner)
                    detailEnd = scanner.offset
                }
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
    private var detailEnd: Int?

    /// What tells two events of one id apart.
    var contentHash: String {
        guard let detailOffset else { return ContentMark.of(bytes[...]) }
        if let detailEnd, detailEnd >= detailOffset {
            return ContentMark.of(bytes[detailOffset..<detailEnd])
        }
        var scanner = JSONScanner(bytes, from: detailOffset)
        return ContentMark.of((scanner.raw() ?? bytes)[...])
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
