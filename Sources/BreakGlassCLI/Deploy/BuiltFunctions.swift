import Foundation

/// Where the functions' zips are that `lambda/package` built.
enum BuiltFunctions {
    /// The folder: next to the program, or `dist` in a folder above it; else `dist` here.
    static func folder() -> String {
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        var folder = program.deletingLastPathComponent()
        if holdsZips(folder) { return folder.path }
        for _ in 0..<6 where folder.path != "/" {
            folder = folder.deletingLastPathComponent()
            let dist = folder.appending(path: "dist")
            if holdsZips(dist) { return dist.path }
        }
        return "dist"
    }

    private static func holdsZips(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "event-enricher.zip").path)
    }
}
