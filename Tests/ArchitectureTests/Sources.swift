import Foundation

/// The project's own files, as text.
enum Sources {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file: where it is, and what is in it.
    struct File: Sendable {
        /// Relative to the project, e.g. `Sources/HTTP/Request.swift`.
        let path: String
        let text: String

        /// The folder under `Sources` or `Tests`, e.g. `HTTP`.
        var module: String {
            let parts = path.split(separator: "/")
            return parts.count > 2 ? String(parts[1]) : ""
        }

        /// The folder it is in, e.g. `Sources/Checks/Heard`.
        var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

        /// The name without `.swift`, e.g. `DriftCheck+All`.
        var stem: String {
            let name = path.split(separator: "/").last ?? ""
            return String(name.split(separator: ".").first ?? "")
        }

        /// How many lines it has.
        var lines: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }

        /// The modules it imports.
        var imports: [String] {
            text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { utf8 in
                let line = Substring(utf8)
                // Skips most lines: the pattern below is slow in a debug build.
                guard line.contains("import ") else { return nil }
                let declaration =
                    /(@\w+(\([^)]*\))?\s+)*((public|package|internal|fileprivate|private)\s+)?/
                    .ignoresCase(false)
                let words =
                    /import\s+((struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/
                let trimmed = line.trimmingCharacters(in: .whitespaces)
                let rest = trimmed[
                    (trimmed.prefixMatch(of: declaration)?.range.upperBound
                        ?? trimmed.startIndex)...]
                return rest.prefixMatch(of: words).map { String($0.output.3) }
            }
        }
    }

    /// The folders in a folder.
    static func folders(in folder: String) -> [String] {
        let path = root.appendingPathComponent(folder).path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
            return isFolder.boolValue
        }
    }

    /// Whether a module is C: a system library, or code of ours.
    static func isC(_ module: String) -> Bool {
        files(below: "Sources/\(module)", endings: ["swift"]).isEmpty
    }

    /// Every file below a folder with one of the endings.
    static func files(below folder: String, endings: [String]) -> [File] {
        let walker = FileManager.default.enumerator(
            at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
        let urls = (walker?.allObjects as? [URL]) ?? []
        return urls.filter { endings.contains($0.pathExtension) }.compactMap { url in
            guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
            let path = url.path.dropFirst(root.path.count + 1)
            return File(path: String(path), text: text)
        }.sorted { $0.path < $1.path }
    }

    /// One file of the project.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
}
