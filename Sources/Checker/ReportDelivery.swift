import AWSClient
import Reports
import Runs
import State
import System
import Time

/// Where a report goes: the bucket, the hub bus, the state table.
struct ReportDelivery {
    /// Sends to the bus's Region, which is the function's own.
    let client: AWS.Client
    /// The hub bus's ARN.
    let bus: String
    /// The bucket for reports; `nil` where reports are not stored.
    let bucket: String?
    /// Where the next run reads the digest; `nil` without a table.
    let table: StateTable?

    /// How long storing in the bucket may take.
    private static let patience = Duration.seconds(15)

    /// How many findings of one check are stored: a thousand accounts that deny access have more
    /// than anybody reads.
    private static let stored = 2_000

    /// The result of a delivery.
    struct Outcome: Equatable {
        /// Steps that failed, each a sentence without a full stop.
        var undone: [String] = []
        /// Why the report did not reach the bus.
        var notReported: CheckerError?
    }

    /// Delivers a report. It is stored first, so that the alert can say if that failed. Then the
    /// event is sent. The digest is stored last: if the event was not sent, the next run reports the
    /// same changes again.
    func deliver(_ report: inout Report, id: String, deadline: Deadline) -> Outcome {
        var outcome = Outcome()
        if let bucket {
            do throws(AWS.Failure) {
                // A bucket that does not answer must leave time to send the event.
                let patience = min(Self.patience, deadline.remaining(in: client.world) / 3)
                try store(
                    report, in: bucket,
                    deadline: deadline.capped(by: patience, in: client.world))
            } catch {
                outcome.undone.append(
                    "the report was not stored in bucket \(bucket): \(error.fact)")
            }
        }
        report.warnings += outcome.undone
        do throws(CheckerError) {
            try send(report, id: id, deadline: deadline)
        } catch {
            outcome.notReported = error
            return outcome
        }
        guard let table else { return outcome }
        do throws(AWS.Failure) {
            try table.keep(report.digest, deadline: deadline)
        } catch {
            outcome.undone.append("what was seen is not kept for the next run: \(error.fact)")
        }
        return outcome
    }

    private func send(
        _ report: Report, id: String, deadline: Deadline
    ) throws(CheckerError) {
        let entry = EventBridge.Entry(
            bus: bus, source: ReportNotice.source, detailType: ReportNotice.detailType,
            detail: String(decoding: report.eventDetail(id: id), as: UTF8.self))
        let results: [EventBridge.Result]
        do throws(AWS.Failure) {
            results = try client.send(EventBridge.putEvents([entry]), before: deadline)
        } catch {
            throw .notReported(bus: bus, error.fact)
        }
        if case .refused(let code, let message)? = results.first {
            throw .notReported(bus: bus, "\(code): \(message ?? "no reason given")")
        }
    }

    private func store(
        _ report: Report, in bucket: String, deadline: Deadline
    ) throws(AWS.Failure) {
        let time = Timestamp(secondsSince1970: Int64(report.takenAt)).iso8601
        let day = time.prefix(10).split(separator: "-").joined(separator: "/")
        let name = "reports/\(day)/\(time.replacing(":", with: "-"))"
        for (ending, type, bytes) in [
            ("json", "application/json", report.json(itemsPerCheck: Self.stored)),
            ("html", "text/html; charset=utf-8", report.html()),
        ] {
            let put = S3.putObject(
                bucket: bucket, key: "\(name).\(ending)", body: bytes, type: type)
            _ = try client.send(put, before: deadline)
        }
    }
}
