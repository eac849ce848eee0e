import Foundation
import Samples
import Testing

@testable import Reports

/// The report as people read it, reviewed by people.
struct ReportPageTests {
    static let how: Comment =
        "stale: RENEW_GOLDEN=1 swift test --filter ReportPageTests, then read it"

    private func compare(_ name: String, _ text: String) throws {
        let file = Golden.root.appending(path: "docs/\(name)")
        if Golden.renew { return try Data(text.utf8).write(to: file) }
        #expect((try? String(contentsOf: file, encoding: .utf8)) == text, Self.how)
    }

    @Test func `the page shows every sample as it is said now`() throws {
        try compare("report.md", ReportSamples.page)
    }

    @Test func `the page of a bad night is shown as it is now`() throws {
        let html = ReportSamples.all[1].report.html()
        try compare("report.html", String(decoding: html, as: UTF8.self))
    }
}
