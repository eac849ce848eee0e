import Foundation
import Logging
import Testing

@testable import LambdaRuntime
@testable import System
@testable import Time

struct JSONLineLogHandlerTests {
    struct PlainFailure: Error, CustomStringConvertible {
        var description: String { "it broke" }
    }

    private let now = Timestamp(secondsSince1970: 1_795_233_616, milliseconds: 123)

    private func line(
        _ message: Logger.Message, level: Logger.Level = .info, error: (any Error)? = nil,
        metadata: Logger.Metadata? = nil, requestID: String? = nil,
        change: (inout JSONLineLogHandler) -> Void = { _ in }
    ) -> String {
        var handler = JSONLineLogHandler(label: "test", level: .trace)
        change(&handler)
        let event = LogEvent(
            level: level, message: message, error: error, metadata: metadata, source: nil,
            file: #file, function: #function, line: #line)
        return String(
            decoding: handler.line(for: event, at: now, requestID: requestID), as: UTF8.self)
    }

    @Test func `a record is one line`() {
        #expect(
            line("said", requestID: "id-1", change: { _ in })
                == #"{"timestamp":"2026-11-21T04:00:16.123Z","level":"INFO","message":"said","#
                + #""requestId":"id-1","logger":"test"}"# + "\n")
    }

    @Test func `a message with line breaks stays one line`() {
        let text = line("a\nb\r\u{2028}\u{85}c\"")
        #expect(text.unicodeScalars.count { CharacterSet.newlines.contains($0) } == 1)
        #expect(text.contains(#""a\nb\r\u2028\u0085c\"""#))
    }

    @Test(
        arguments: zip(
            Logger.Level.allCases, ["TRACE", "DEBUG", "INFO", "INFO", "WARN", "ERROR", "FATAL"]))
    func `levels are Lambda's`(level: Logger.Level, word: String) {
        #expect(line("x", level: level).contains(#""level":"\#(word)""#))
    }

    @Test func `metadata is nested and sorted`() {
        let metadata: Logger.Metadata = [
            "b": ["x", ["y": "z"]], "a": .stringConvertible(5), "c": [:],
        ]
        #expect(
            line("x", metadata: metadata).hasSuffix(
                #""metadata":{"a":"5","b":["x",{"y":"z"}],"c":{}}}"# + "\n"))
    }

    @Test func `the record's own metadata wins over the logger's, that over the provider's`() {
        let text = line("x", metadata: ["a": "record"]) { handler in
            handler.metadata = ["a": "logger", "b": "logger"]
            handler.metadataProvider = .init {
                ["a": "provider", "b": "provider", "c": "provider"]
            }
        }
        #expect(text.contains(#""metadata":{"a":"record","b":"logger","c":"provider"}"#))
    }

    @Test func `an error is said`() {
        #expect(line("x", error: PlainFailure()).contains(#""error":"it broke""#))
    }

    @Test(arguments: [
        ("TRACE", Logger.Level.trace), ("debug", .debug), ("INFO", .info), ("WARN", .warning),
        ("Error", .error), ("FATAL", .critical), ("", .info), ("LOUD", .info), ("WARNING", .info),
    ])
    func `the level comes from Lambda's variable`(value: String, level: Logger.Level) {
        #expect(Environment(["AWS_LAMBDA_LOG_LEVEL": value]).logLevel == level)
    }
}
