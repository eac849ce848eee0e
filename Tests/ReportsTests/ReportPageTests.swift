import Foundation
import Samples
import Testing

@testable import Reports

/// The report as reviewed by people.
struct ReportPageTests {
    static let how: Comment =
        "stale: RENEW_GOLDEN=1 swift test --filter ReportPageTests, then read it"

    private func compare(_ name: String, _ text: String) throws {
        let file = Golden.root.appending(path: "docs/\(name)")
        if Golden.renew { return try Data(text.utf8).write(to: file) }
        #expect((try? String(contentsOf: file, encoding: .utf8)) == text, Self.how)
    }

    @Test func `the page shows every sample as it is rendered now`() throws {
        try compare("report.md", ReportSamples.page)
    }

    @Test func `the HTML page of a run with drift is rendered as reviewed`() throws {
        let html = ReportSamples.all[1].report.html()
        try compare("report.html", String(decoding: html, as: UTF8.self))
    }
}
