import Foundation

/// Reads a whole file.
enum FileBytes {
    /// The bytes of a file, or of standard input for `-`.
    static func read(_ path: String) throws(CommandError) -> [UInt8] {
        do {
            let data =
                path == "-"
                ? try FileHandle.standardInput.readToEnd() ?? Data()
                : try Data(contentsOf: URL(fileURLWithPath: path))
            return [UInt8](data)
        } catch {
            throw .unreadableFile(
                path == "-" ? "standard input" : path, reason: reason(error, path: path))
        }
    }

    /// Writes a whole file, and replaces one that exists.
    static func write(_ bytes: [UInt8], to path: String) throws(CommandError) {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path))
        } catch {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            let isThere = FileManager.default.fileExists(atPath: folder)
            throw .unwritableFile(
                path, reason: isThere ? "permission denied" : "folder \(folder) does not exist")
        }
    }

    /// Foundation's error in short: what went wrong, without the path.
    private static func reason(_ error: any Error, path: String) -> String {
        var isDirectory: ObjCBool = false
        let manager = FileManager.default
        if !manager.fileExists(atPath: path, isDirectory: &isDirectory) {
            return "file not found"
        }
        if isDirectory.boolValue { return "it is a directory" }
        return manager.isReadableFile(atPath: path) ? "\(error)" : "permission denied"
    }
}
