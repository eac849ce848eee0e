import Foundation
import Testing

/// Tests stand where a reader looks for them: in the same folders as what they test.
@Suite struct LayoutTests {
    private let sources = Sources.files(below: "Sources", endings: ["swift"])
    private let tests = Sources.files(below: "Tests", endings: ["swift"])
        .filter { $0.module.hasSuffix("Tests") && $0.module != "ArchitectureTests" }

    @Test func `every folder of tests has the folder that it tests`() {
        let folders = Set(sources.map(\.folder))
        for file in tests {
            let tested = file.folder.dropFirst("Tests/".count)
                .replacing(
                    "\(file.module)", with: "\(file.module.dropLast("Tests".count))",
                    maxReplacements: 1)
            #expect(folders.contains("Sources/\(tested)"), "\(file.path)")
        }
    }

    @Test func `every module with code has tests`() {
        let tested = Set(tests.map { $0.module.dropLast("Tests".count) })
        let programs = ["event-enricher", "sns-publisher", "drift-checker", "breakglass"]
        for module in Set(sources.map(\.module)).subtracting(programs) {
            #expect(tested.contains(Substring(module)), "\(module)")
        }
    }

    @Test func `no Swift, Python or shell file has more than 250 lines`() throws {
        let roots = ["Sources", "Tests", "Benchmarks", "lambda", "template", "build-docker", ".ci"]
        for file in roots.flatMap({ Sources.files(below: $0, endings: ["swift", "py", "sh", ""]) })
        {
            #expect(file.lines <= 250, "\(file.path): split it at its second noun")
        }
    }
}
