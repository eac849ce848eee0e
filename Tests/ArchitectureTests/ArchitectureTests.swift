import Testing

@Suite struct ArchitectureTests {
    private static let all = Sources.files(below: "Sources", endings: ["swift"])
    private let swift = Self.all

    @Test func `the files are found`() {
        #expect(swift.count > 50)
        #expect(swift.contains { $0.imports.contains("CCurl") })
    }

    @Test(arguments: [
        ("import A", ["A"]), ("public import A\nimport struct B.C", ["A", "B"]),
        ("  @preconcurrency public import A", ["A"]), ("@testable import A // why", ["A"]),
        ("@_spi(X) internal import A", ["A"]), ("// import A", []), ("important()", []),
        ("let x = \"import A\"", []), ("package import func A.b", ["A"]),
    ])
    func `imports are recognised however they are written`(text: String, modules: [String]) {
        #expect(Sources.File(path: "x", text: text).imports == modules)
    }

    @Test func `every room imports only what the table lists`() {
        let rooms = Dictionary(uniqueKeysWithValues: Rooms.table.map { ($0.room, $0.may) })
        for file in swift {
            guard let may = rooms[file.room] else {
                Issue.record("\(file.path): the table of rooms does not list \(file.room)")
                continue
            }
            let platform = file.room == "BreakGlass" ? [] : Rooms.platform
            for module in file.imports
            where !may.union(Rooms.always).union(platform).contains(module) {
                Issue.record(
                    """
                    \(file.path) must not import \(module): \
                    \(Rooms.reason(against: module, in: file.room))
                    """)
            }
        }
    }

    @Test func `a room says what it may import, and says it truly`() throws {
        let known = Rooms.table.reduce(into: Set<String>()) { $0.formUnion($1.may) }
        var rooms: Set<String> = []
        for file in swift {
            guard let may = Rooms.table.first(where: { $0.room == file.room })?.may else {
                continue
            }
            let comment = file.text.prefix { $0 != "{" }.split(separator: "\n")
                .filter { $0.hasPrefix("//") }.map { $0.drop { $0 == "/" } }.joined()
            guard let start = comment.firstRange(of: "May import ") else { continue }
            let sentence = comment[start.upperBound...].prefix { $0 != "." && $0 != ":" }
            let words = sentence.split { !$0.isLetter && !$0.isNumber }.map(String.init)
            #expect(known.intersection(words) == may, "\(file.path)")
            #expect(comment.contains("\(file.room): "), "\(file.path) does not say what it is for")
            #expect(rooms.insert(file.room).inserted, "\(file.path): another file said it")
        }
        #expect(rooms.count >= 9)
    }

    @Test func `docs/architecture.md says what each folder of BreakGlass is for`() throws {
        let page = try Sources.text("docs/architecture.md")
        let paths = swift.filter { $0.room == "BreakGlass" }.map { $0.path.split(separator: "/") }
        let folders = Set(paths.filter { $0.count > 3 }.map { $0[2] })
        #expect(folders.count >= 10)
        for folder in folders {
            #expect(page.contains("\n| `\(folder)` |"), "the page has no row for \(folder)")
        }
    }

    @Test func `Package.swift gives no room more than the table`() throws {
        let package = try Sources.text("Package.swift")
        let target =
            /\.(?:executableTarget|target)\(\s*name: "([^"]+)"(?:,\s*dependencies: \[([^\]]*)\])?/
        let products = [
            "httpTypes": "HTTPTypes", "logging": "Logging",
            "arguments": "ArgumentParser", "yams": "Yams",
        ]
        var seen = 0
        for match in package.matches(of: target) {
            let name = String(match.output.1)
            guard let room = Rooms.table.first(where: { $0.room == name }) else { continue }
            seen += 1
            let listed = (match.output.2 ?? "").split(separator: ",").map { word in
                let bare = word.filter { !$0.isWhitespace && $0 != "\"" }
                return products[bare] ?? bare
            }.filter { !$0.isEmpty }
            #expect(Set(listed).isSubset(of: room.may), "\(name) in Package.swift")
        }
        #expect(seen == Rooms.table.count - 5, "all but the five system libraries")
    }

    @Test func `only HTTP sets an option of libcurl`() {
        let setters = ["breakglass_setopt", "curl_easy_setopt", "curl_multi_setopt"]
        for file in swift where file.room != "HTTP" {
            for setter in setters where file.text.contains(setter) {
                Issue.record(
                    "\(file.path) calls \(setter): each option stands once, with its reason, in HTTP"
                )
            }
        }
    }

    @Test func `BreakGlass is told the time, it does not ask`() {
        for file in swift where file.room == "BreakGlass" {
            for clock in ["Timestamp.now", "ContinuousClock", "SuspendingClock", "Date()"] {
                #expect(!file.text.contains(clock), "\(file.path)")
            }
        }
    }

    @Test func `no file has more than 250 lines`() {
        let files = swift + Sources.files(below: "Tests", endings: ["swift"])
        for file in files {
            let lines = file.text.utf8.count { $0 == UInt8(ascii: "\n") }
            #expect(lines <= 250, "\(file.path): what is its second noun?")
        }
    }

    @Test func `executables wire and run, in at most 40 lines`() {
        for file in swift where file.path.hasSuffix("/main.swift") {
            #expect(file.text.split { $0.isNewline }.count <= 40, "\(file.path)")
        }
    }

    @Test func `docs/architecture.md lists every room and what it may import`() throws {
        let page = try Sources.text("docs/architecture.md")
        let rows = page.split { $0.isNewline }.filter { $0.hasPrefix("| `") }
        for (room, may) in Rooms.table {
            let row = rows.first { $0.hasPrefix("| `\(room)`") }
            guard let row else {
                Issue.record("docs/architecture.md has no row for \(room)")
                continue
            }
            let last = row.split(separator: "|").last.map(String.init) ?? ""
            for module in may {
                #expect(last.contains(module), "the row of \(room) does not list \(module)")
            }
        }
        let folders = Set(swift.map(\.room))
        #expect(folders.subtracting(Rooms.table.map(\.room)) == [])
    }
}
