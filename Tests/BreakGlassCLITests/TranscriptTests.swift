import Foundation
import Testing

/// Runs the built command line, and compares its output with a reviewed transcript.
///
/// A transcript is a text file: a line `$ COMMAND`, its output, its errors with `! ` before each
/// line, and `? STATUS`. Commands run in the folder of fixtures. `RENEW_TRANSCRIPTS=1 swift test
/// --filter TranscriptTests` writes them again; read the difference.
@Suite(.serialized) struct TranscriptTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    static let names =
        (try? FileManager.default.contentsOfDirectory(
            atPath: folder.appendingPathComponent("Transcripts").path))?.sorted() ?? []

    @Test func `there are transcripts`() {
        #expect(Self.names.count >= 5)
    }

    @Test(arguments: names)
    func `the command line prints what its transcript contains`(name: String) throws {
        let file = Self.folder.appendingPathComponent("Transcripts/\(name)")
        let expected = try String(contentsOf: file, encoding: .utf8)
        let commands = expected.split(separator: "\n").filter { $0.hasPrefix("$ ") }
        #expect(!commands.isEmpty)
        let actual = try commands.map { try run(String($0.dropFirst(2))) }.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["RENEW_TRANSCRIPTS"] != nil {
            try actual.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(actual == expected)
    }

    private func run(_ command: String) throws -> String {
        let built = Bundle.main.bundleURL.path
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = Self.folder.appendingPathComponent("Fixtures")
        process.environment = ["PATH": "\(built):/usr/bin:/bin", "COLUMNS": "80"]
        let scratch = FileManager.default.temporaryDirectory
            .appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        func sink(_ name: String) throws -> FileHandle {
            let url = scratch.appendingPathComponent(name)
            try Data().write(to: url)
            return try FileHandle(forWritingTo: url)
        }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try sink("output")
        process.standardError = try sink("errors")
        try process.run()
        process.waitUntilExit()
        func text(_ name: String) throws -> String {
            try String(contentsOf: scratch.appendingPathComponent(name), encoding: .utf8)
        }
        let errors = try text("errors").split(separator: "\n").map { "! \($0)\n" }.joined()
        return "$ \(command)\n" + (try text("output")) + errors
            + "? \(process.terminationStatus)\n"
    }
}
