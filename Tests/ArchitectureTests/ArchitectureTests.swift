import Testing

@Suite struct ArchitectureTests {
    private static let all = Sources.files(below: "Sources", endings: ["swift"])
    private let swift = Self.all

    @Test func `the files and the table are found`() {
        #expect(swift.count > 50)
        #expect(swift.contains { $0.imports.contains("CCurl") })
        #expect(Modules.table.count > 20)
    }

    @Test(arguments: [
        ("import A", ["A"]), ("public import A\nimport struct B.C", ["A", "B"]),
        ("  @preconcurrency public import A", ["A"]), ("@testable import A // why", ["A"]),
        ("@_spi(X) internal import A", ["A"]), ("// import A", []), ("important()", []),
        ("let x = \"import A\"", []), ("package import func A.b", ["A"]),
    ])
    func `imports are recognized however they are written`(text: String, modules: [String]) {
        #expect(Sources.File(path: "x", text: text).imports == modules)
    }

    @Test func `the table lists every module, and none that does not exist`() {
        let folders = Set(Sources.folders(in: "Sources"))
        #expect(Set(Modules.table.map(\.module)) == folders)
        #expect(Modules.table.count == folders.count)
    }

    @Test func `a module imports exactly what the table lists`() {
        for row in Modules.table {
            var imported: Set<String> = []
            for file in swift where file.module == row.module {
                for module in file.imports where !isPlatform(module, for: row.module) {
                    imported.insert(module)
                    if !row.imports.contains(module) {
                        let reason = Modules.reason(against: module, in: row.module)
                        Issue.record("\(file.path) must not import \(module): \(reason)")
                    }
                }
            }
            let unused = row.imports.subtracting(imported)
            #expect(unused == [], "docs/architecture.md: nothing in \(row.module) imports them")
        }
    }

    private func isPlatform(_ module: String, for importer: String) -> Bool {
        module == "Swift" || importer == "BreakGlassCLI" && module == "Foundation"
            || !Modules.pure.contains(importer) && Modules.platform.contains(module)
    }

    @Test func `no module imports one that is below it in the table`() {
        var above: Set<String> = ["HTTPTypes", "Logging", "ArgumentParser", "Yams"]
        for row in Modules.table {
            #expect(row.imports.isSubset(of: above), "\(row.module)")
            above.insert(row.module)
        }
    }

    @Test func `Package.swift declares exactly what the table lists`() throws {
        let package = try Sources.text("Package.swift")
        let target = /\.(?:module|program)\(\s*"([^"]+)"((?:,\s*(?:"[^"]+"|\w+(?!\w|:)))*)/
        let products = [
            "httpTypes": "HTTPTypes", "logging": "Logging",
            "arguments": "ArgumentParser", "yams": "Yams",
        ]
        var seen = 0
        for match in package.matches(of: target) {
            let name = String(match.output.1)
            guard let row = Modules.table.first(where: { $0.module == name }) else { continue }
            seen += 1
            let declared = match.output.2.split(separator: ",").map { word in
                let bare = word.filter { !$0.isWhitespace && $0 != "\"" }
                return products[bare] ?? bare
            }.filter { !$0.isEmpty }
            #expect(Set(declared) == row.imports, "\(name) in Package.swift")
        }
        #expect(seen == Modules.table.count - 5, "all but the five system libraries")
    }

    @Test func `no module holds more than a fifth of the code`() {
        let lines = swift.reduce(into: [String: Int]()) { $0[$1.module, default: 0] += $1.lines }
        let all = lines.values.reduce(0, +)
        for (module, count) in lines { #expect(count * 5 <= all, "\(module): \(count) of \(all)") }
    }

    @Test func `each module describes its purpose in one place`() {
        for row in Modules.table where !Sources.isC(row.module) {
            let says = swift.filter {
                $0.module == row.module && $0.text.hasPrefix("// \(row.module): ")
            }
            #expect(says.count == 1, "\(row.module): \(says.map(\.path))")
        }
    }

    @Test func `only HTTP sets an option of libcurl`() {
        let setters = ["breakglass_setopt", "curl_easy_setopt", "curl_multi_setopt"]
        for file in swift where file.module != "HTTP" {
            for setter in setters where file.text.contains(setter) {
                Issue.record("\(file.path) calls \(setter): every option is set in HTTP")
            }
        }
    }

    @Test func `clocks, waiting, randomness and environment are read in System only`() {
        let reads: [String] = [
            "clock_gettime", "ContinuousClock()", "SuspendingClock", "Date()", "nanosleep",
            "Task.sleep", ".random(in", "getenv(", "ProcessInfo",
        ]
        for file in swift where file.module != "System" {
            for read in reads where file.text.contains(read) {
                Issue.record("\(file.path): \(read) belongs to World")
            }
        }
    }

    @Test func `executables wire and run, in at most 40 lines`() {
        for file in swift where file.path.hasSuffix("/main.swift") {
            #expect(file.lines <= 40, "\(file.path)")
        }
    }
}
