import Foundation
import Testing

@Suite struct DocumentTests {
    private static let pages =
        ["docs", "lambda", "build-docker", "Benchmarks", "Tests"].flatMap {
            Sources.files(below: $0, endings: ["md"])
        }
        + ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"].map {
            Sources.File(path: $0, text: (try? Sources.text($0)) ?? "")
        }

    @Test func `every link inside the project leads somewhere`() {
        #expect(Self.pages.count >= 16)
        for page in Self.pages {
            for match in page.text.matches(of: /\]\(([^)\s]+)\)/) {
                let link = String(match.output.1)
                // alerts.md shows hostile text, its links defused.
                guard !link.contains(":") else { continue }
                let parts = link.split(separator: "#", omittingEmptySubsequences: false)
                    .map(String.init)
                let folder = Sources.root.appendingPathComponent(page.path)
                    .deletingLastPathComponent()
                let target = parts[0].isEmpty ? page.path : parts[0]
                let file =
                    parts[0].isEmpty
                    ? Sources.root.appendingPathComponent(target)
                    : folder.appendingPathComponent(target)
                #expect(
                    FileManager.default.fileExists(atPath: file.path),
                    "\(page.path) links to \(link)")
                guard parts.count == 2 else { continue }
                let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
                #expect(
                    Self.anchors(of: text).contains(parts[1]), "\(page.path) links to \(link)")
            }
        }
    }

    /// The anchors that headings get: lower case, with hyphens for spaces, without punctuation.
    private static func anchors(of text: String) -> Set<String> {
        let headings = text.split { $0.isNewline }.filter { $0.hasPrefix("#") }
        return Set(
            headings.map { heading in
                let title = heading.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
                return String(
                    title.filter { $0.isLetter || $0.isNumber || "- _".contains($0) }
                        .map { $0 == " " ? "-" : $0 })
            })
    }

    @Test func `every section that an alert points to is in the runbook`() throws {
        let runbook = Self.anchors(of: try Sources.text("docs/runbooks/alert-received.md"))
        let code = Sources.files(below: "Sources/Alerts", endings: ["swift"])
            .first { $0.text.contains("var runbookSection: String") }
        let text = try #require(code).text
        let property = try #require(text.split(separator: "var runbookSection: String").last)
        let end = property.firstRange(of: "\n    }\n")?.lowerBound ?? property.endIndex
        let sections = property[..<end].matches(of: /"([a-z][a-z-]+)"/).map { String($0.output.1) }
        #expect(sections.count >= 10)
        for section in Set(sections) {
            #expect(runbook.contains(section), "the runbook has no section \(section)")
        }
    }

    @Test func `the glossary has at most thirty terms`() throws {
        let page = try Sources.text("docs/architecture.md")
        let glossary = page.split(separator: "## Glossary").last?.split(separator: "\n## ").first
        let rows = (glossary ?? "").split { $0.isNewline }.filter { $0.hasPrefix("| ") }
        #expect((10...31).contains(rows.count), "a heading, and the terms")
    }
}
