import BreakGlassCLI
import Foundation
import Synchronization
import Testing

/// The commands that template/deploy calls with files.
struct PreflightInstancesTests {
    private final class Output: Sendable {
        let bytes = Mutex<[UInt8]>([])
        var text: String { String(decoding: bytes.withLock { $0 }, as: UTF8.self) }
    }

    private func run(
        _ arguments: [String], files: [String: String]
    ) throws -> (status: BreakGlassCLI.ExitStatus, output: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        let output = Output()
        let terminal = Terminal(
            output: { bytes in output.bytes.withLock { $0 += bytes } }, errors: { _ in })
        let status = RootCommand.run(
            ["preflight"]
                + arguments.map { files[$0] == nil ? $0 : folder.appending(path: $0).path },
            terminal: terminal)
        return (status, output.text)
    }

    @Test func `a stack set learns what it has to do from two files`() throws {
        let matrix = """
            111111111111\teu-west-1\tcovered\t-
            222222222222\teu-west-1\tdenied\tpolicy p-1 denies it
            """
        let (status, output) = try run(
            ["instances", "--regions", "matrix", "--instances", "there"],
            files: ["matrix": matrix, "there": "222222222222\teu-west-1\tOUTDATED\n"])
        #expect(status == .fine)
        #expect(
            output == """
                create\tINTERSECTION\t111111111111\teu-west-1
                ignore\t222222222222\teu-west-1

                """)
    }

    @Test func `a step is tried again for a reason, or not at all`() throws {
        let again = try run(["retry", "why"], files: ["why": "Rate exceeded\n"])
        #expect(again.status == .fine && again.output == "the service asked for fewer calls\n")
        let never = try run(["retry", "why"], files: ["why": "Rule is too complex\n"])
        #expect(never.status == .drift && never.output.isEmpty)
    }
}
