import Foundation
import Testing

@testable import LambdaRuntime

struct ErrorReportTests {
    struct PlainFailure: Error, CustomStringConvertible {
        var description = "it broke"
    }
    struct _X: Error {}
    enum lower: Error { case first }
    struct Ünläut2: Error {}

    @Test(arguments: [
        "plain", "", #"quotes " and \ and /"#, "lines\r\nand\ttabs", "\0\u{1}\u{1b}[31m\u{7f}",
        "\u{2028}\u{2029}\u{202e}\u{feff} é 💣", "\u{85}",
    ])
    func `the body is JSON whatever the error says`(text: String) throws {
        let report = ErrorReport(PlainFailure(description: text), category: .function)
        let body = try JSONDecoder().decode([String: String].self, from: Data(report.body))
        #expect(body == ["errorMessage": text, "errorType": "PlainFailure"])
        #expect(!report.body.contains { $0 < 0x20 })
    }

    @Test(arguments: [
        (PlainFailure() as any Error, "Function.PlainFailure"), (_X(), "Function.Unknown"),
        (lower.first, "Function.Lower"), (Ünläut2(), "Function.Nlut"),
        (CancellationError(), "Function.CancellationError"),
        (RuntimeError.responseTooLarge(bytes: 7_000_000), "Function.ResponseSizeTooLarge"),
        (RuntimeError.noRequestID, "Function.RuntimeError"),
    ])
    func `the error type is one that Lambda takes`(error: any Error, header: String) {
        #expect(ErrorReport(error, category: .function).headerValue == header)
    }

    @Test func `an error at the start is the runtime's`() {
        let report = ErrorReport(PlainFailure(), category: .runtime)
        #expect(report.headerValue == "Runtime.PlainFailure")
    }

    @Test(arguments: ["a", "é", "💣", "e\u{301}"])
    func `a message that is too long is cut between characters`(character: String) {
        for offset in 0..<5 {
            let text =
                String(repeating: "a", count: offset) + String(repeating: character, count: 20_000)
            let message = ErrorReport(PlainFailure(description: text), category: .function).message
            #expect(message.hasSuffix("…"))
            #expect(text.unicodeScalars.starts(with: message.unicodeScalars.dropLast()))
            #expect(message.utf8.count <= ErrorReport.longestMessage + 3)
            #expect(message.utf8.count > ErrorReport.longestMessage - 4)
        }
    }

    @Test func `a message that just fits is whole`() {
        let text = String(repeating: "x", count: ErrorReport.longestMessage)
        let report = ErrorReport(PlainFailure(description: text), category: .function)
        #expect(report.message == text)
    }
}
