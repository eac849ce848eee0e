import Foundation
import Testing

/// CONTRIBUTING.md names files, commands and suites: each of them exists.
@Suite struct ContributingTests {
    private let page: String
    private let spans: [String]

    init() throws {
        page = try Sources.text("CONTRIBUTING.md")
        let inline = page.matches(of: /`([^`\n]+)`/).map { String($0.output.1) }
        let indented = page.split { $0.isNewline }.filter { $0.hasPrefix("    ") }.map(String.init)
        spans = inline + indented
    }

    @Test func `every path that it names exists`() {
        let path =
            /(?:Sources|Tests|docs|template|lambda|build-docker|Benchmarks)\/[\w.+\-\/]*[\w]/
        var seen = 0
        for span in spans where !span.contains("…") {
            for match in span.matches(of: path) {
                seen += 1
                let file = Sources.root.appendingPathComponent(String(match.output))
                #expect(FileManager.default.fileExists(atPath: file.path), "\(match.output)")
            }
        }
        #expect(seen > 60)
    }

    @Test func `every pattern of file names that it names has a file`() {
        let files = ["Sources", "Tests"].flatMap { Sources.files(below: $0, endings: ["swift"]) }
            .compactMap { $0.path.split(separator: "/").last }
        let patterns = spans.compactMap { span in
            span.wholeMatch(of: /([\w+]+)…(?:([\w+]+))?\.swift/)
        }
        #expect(patterns.count > 3)
        for pattern in patterns {
            let (whole, start, end) = pattern.output
            #expect(
                files.contains { $0.hasPrefix(start) && $0.hasSuffix("\(end ?? "").swift") },
                "\(whole)")
        }
    }

    @Test func `every target and every suite that it names exists`() throws {
        let makefile = try Sources.text("Makefile")
        let targets = page.matches(of: /make ([a-z]+)/).map { String($0.output.1) }
        #expect(targets.count > 8)
        for target in targets {
            #expect(makefile.contains("\n\(target):"), "make \(target)")
        }
        let tests = Sources.files(below: "Tests", endings: ["swift"])
        for match in page.matches(of: /only=(\w+)/) where match.output.1 != "NAME" {
            #expect(tests.contains { $0.module == match.output.1 }, "\(match.output)")
        }
        for match in page.matches(of: /--filter (\w+)/) {
            let suite = /(?:struct|class) (\w+)/
            #expect(
                tests.contains { file in
                    file.text.matches(of: suite).contains { $0.output.1 == match.output.1 }
                }, "\(match.output)")
        }
    }

    @Test func `every type and function that a recipe names is in the sources`() throws {
        let sources = ["Sources", "Tests"].flatMap {
            Sources.files(below: $0, endings: ["swift", "py"])
        }
        let words = spans.compactMap { $0.wholeMatch(of: /\.?([A-Z]\w+(?:\.\w+)?)(?:\(…\))?/) }
            .map { $0.output.1.split(separator: ".").last ?? "" }
        #expect(words.count > 6)
        for word in Set(words) where !Self.others.contains(String(word)) {
            #expect(sources.contains { $0.text.contains(word) }, "\(word)")
        }
    }

    /// Words in capitals that are not ours.
    private static let others: Set<String> = ["NAME"]
}
