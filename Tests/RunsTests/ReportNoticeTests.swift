import AccessPlan
import Runs
import Testing
import Text

struct ReportNoticeTests {
    private static func notice(_ change: (inout ReportNotice) -> Void = { _ in }) -> ReportNotice {
        var notice = ReportNotice()
        notice.due = false
        notice.id = "request-1"
        notice.severity = .medium
        notice.headline = "All is well"
        notice.time = "2026-07-01T02:20:00Z"
        change(&notice)
        return notice
    }

    private func read(_ detail: [UInt8]) -> ReportNotice {
        var scanner = JSONScanner(detail)
        return ReportNotice(detail: &scanner)
    }

    private static let hostile = "\"}]\\ \u{0}\u{202E}\r\n<script> \u{1F600}"

    @Test(arguments: [
        notice(),
        notice { $0.incident = "INC-4711" },
        notice {
            $0.due = true
            $0.severity = .critical
            ($0.id, $0.headline, $0.incident) = (hostile, hostile, hostile)
            $0.unusual = [hostile, ""]
            $0.notLookedUp = Array(repeating: "x", count: 64)
            $0.nextSteps = [hostile]
        },
        // Each of its bytes is written as six.
        notice { $0.unusual = [String(repeating: "\u{1}", count: 2_048)] },
    ])
    func `a notice that was written is the one that is read`(notice: ReportNotice) {
        #expect(read(notice.detail(report: nil)) == notice)
        #expect(read(notice.detail(report: Array(#"{"told":1}"#.utf8))) == notice)
    }

    @Test func `the report is part of the same object`() throws {
        let detail = Self.notice().detail(report: Array(#"{"schema":"x"}"#.utf8))
        let json = try #require(JSON(detail))
        #expect(json["told"]?["headline"]?.string == "All is well")
        #expect(json["report"]?["schema"]?.string == "x")
    }

    @Test(arguments: [
        "", "null", "{}", #"{"told":[]}"#, #"{"told":{"due":false}}"#,
        #"{"told":{"due":false,"headline":{}}}"#, #"{"told":"#,
    ])
    func `a notice without a headline is due`(detail: String) {
        let notice = read(Array(detail.utf8))
        #expect(notice.due)
        #expect(notice.severity == .high)
        #expect(notice.headline.isEmpty)
    }

    @Test func `what cannot be understood does not hide what can`() {
        let detail = #"{"told":{"severity":"odd","due":7,"unusual":[{},"a"],"headline":"h"}}"#
        let notice = read(Array(detail.utf8))
        #expect(notice.due)
        #expect(notice.severity == .high)
        #expect(notice.unusual == ["a"])
        #expect(notice.headline == "h")
    }

    @Test func `it stays small, however long the names are`() {
        let long = Array(repeating: String(repeating: "\u{1}", count: 4_000), count: 100)
        let detail = Self.notice {
            ($0.unusual, $0.notLookedUp, $0.nextSteps) = (long, long, long)
        }.detail(report: nil)
        #expect(detail.count < 120_000)
        #expect(read(detail).unusual.count == 64)
    }
}
