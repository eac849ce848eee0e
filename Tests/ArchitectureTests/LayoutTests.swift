import Foundation
import Testing

/// Tests are where a reader looks for them: in the same folders as the files that they test.
@Suite struct LayoutTests {
    private let sources = Sources.files(below: "Sources", endings: ["swift"])
    private let tests = Sources.files(below: "Tests", endings: ["swift"])
        .filter { $0.module.hasSuffix("Tests") && $0.module != "ArchitectureTests" }

    /// The source folder that a test folder mirrors: `Tests/ChecksTests/Shut` → `Sources/Checks/Shut`.
    private func mirrored(_ file: Sources.File) -> String {
        let below = file.folder.split(separator: "/").dropFirst(2)
        return (["Sources", "\(file.module.dropLast("Tests".count))"] + below)
            .joined(separator: "/")
    }

    @Test func `every folder of tests has the folder that it tests`() {
        let folders = Set(sources.map(\.folder))
        for file in tests {
            // A folder that holds only folders is one, too.
            let exists = folders.contains { "\($0)/".hasPrefix("\(mirrored(file))/") }
            #expect(exists, "\(file.path): \(mirrored(file)) does not exist")
        }
    }

    @Test func `every suite is named after the file, type or folder that it tests`() {
        var excepted: Set<String> = []
        for file in tests where file.stem.hasSuffix("Tests") {
            let subject = String(file.stem.dropLast("Tests".count))
            let folder = mirrored(file)
            let files = sources.filter { $0.folder == folder }.map(\.stem)
            let isNamedAfterAFile = files.contains { stem in
                stem.replacing("+", with: "") == subject
                    || stem.split(separator: "+").contains(Substring(subject))
            }
            if isNamedAfterAFile || folder.hasSuffix("/\(subject)") { continue }
            let isExcepted = LayoutExceptions.suites[file.stem] != nil
            #expect(isExcepted, "\(file.path): \(folder) has no \(subject).swift")
            excepted.insert(file.stem)
        }
        #expect(excepted == Set(LayoutExceptions.suites.keys), "remove what is not needed")
        #expect(excepted.count < 10, "move or rename them instead")
    }

    @Test func `a file of tests holds the suite that its name says`() {
        for file in tests where !LayoutExceptions.otherNames.contains(file.stem) {
            let suites = file.text.matches(
                of: /(?:^|\n)(?:@Suite(?:\([^)]*\))? )?struct (\w+Tests)\b/
            )
            .map { String($0.output.1) }
            let expected = file.stem.hasSuffix("Tests") ? [file.stem] : []
            #expect(suites == expected, "\(file.path)")
        }
    }

    @Test func `every folder with code has tests`() {
        let tested = Set(tests.filter { $0.stem.hasSuffix("Tests") }.map(mirrored))
        let folders = Set(sources.map(\.folder))
        let untested = folders.subtracting(tested)
        for folder in untested.sorted() {
            #expect(LayoutExceptions.folders[folder] != nil, "\(folder) has no tests")
        }
        #expect(
            Set(LayoutExceptions.folders.keys).isSubset(of: untested), "remove what is not needed")
    }

    @Test func `no Swift, Python or shell file has more than 250 lines`() throws {
        let roots = ["Sources", "Tests", "Benchmarks", "lambda", "template", "build-docker", ".ci"]
        let package = Sources.File(path: "Package.swift", text: try Sources.text("Package.swift"))
        let files = roots.flatMap { Sources.files(below: $0, endings: ["swift", "py", "sh", ""]) }
        for file in files + [package] {
            #expect(file.lines <= 250, "\(file.path): split it at its second noun")
        }
    }
}
