import Foundation
import Testing

@testable import AccessPlan

@Suite struct LedgerFormTests {
    /// Source: EventBridge API, `InputTransformer`.
    @Test func `it keeps the limits of an input transformer`() {
        #expect(LedgerForm.inputPaths.count <= 100)
        #expect(LedgerForm.inputTemplate.utf8.count <= 8_192)
        for (name, path) in LedgerForm.inputPaths {
            #expect(name.wholeMatch(of: /[A-Za-z0-9_-]{1,256}/) != nil)
            #expect(path.wholeMatch(of: /\$(\.[A-Za-z-]+(\[\d\])?)+/) != nil, "\(path)")
            #expect(path.utf8.count <= 256)
        }
        #expect(Set(LedgerForm.paths).count == LedgerForm.paths.count)
        #expect(LedgerForm.inputPaths.count == LedgerForm.paths.count)
    }

    @Test func `no credential is in it`() {
        #expect(!LedgerForm.inputTemplate.contains("responseElements"))
        #expect(LedgerForm.paths.allSatisfy { !$0.hasPrefix("detail.responseElements") })
    }

    /// Otherwise CloudWatch Logs gets something else than the text.
    @Test func `the message is a text, and the text is JSON that begins with the event's id`()
        throws
    {
        let filled = LedgerForm.inputTemplate.replacing("<time>,", with: "0,").replacing(
            /<[A-Za-z0-9-]+>/, with: "x")
        let line = try #require(
            try JSONSerialization.jsonObject(with: Data(filled.utf8)) as? [String: Any])
        #expect(Set(line.keys) == ["timestamp", "message"])
        let message = try #require(line["message"] as? String)
        #expect(message.hasPrefix(#"{"detail":{"eventID":"x""#))
        let event = try #require(
            try JSONSerialization.jsonObject(with: Data(message.utf8)) as? [String: Any])
        let detail = try #require(event["detail"] as? [String: Any])
        #expect((detail["resources"] as? [[String: String]])?.count == 2)
        #expect((detail["requestParameters"] as? [String: String])?["roleArn"] == "x")
        #expect(event["time"] as? String == "x")
    }
}
