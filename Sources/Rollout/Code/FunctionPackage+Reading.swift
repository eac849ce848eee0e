import Glibc

extension FunctionPackage {
    private static let hint = "run lambda/package, or build-docker/build without Swift"

    /// Packs all functions.
    /// - Parameters:
    ///   - folder: `dist`, with the zips that `lambda/package` wrote.
    ///   - plan: the plan as JSON.
    /// - Returns: one package for each function, all for the same processor.
    /// - Throws: which file cannot be used, why, and how to build it.
    package static func all(in folder: String, plan: [UInt8]) throws(Obstacle) -> [FunctionPackage]
    {
        var packages: [FunctionPackage] = []
        for function in Function.allCases {
            packages.append(try read(function, in: folder, plan: plan))
        }
        if let first = packages.first,
            let other = packages.first(where: { $0.architecture != first.architecture })
        {
            throw Obstacle(
                "\(folder)/\(other.function.rawValue).zip",
                "is built for \(other.architecture), and \(first.function.rawValue).zip for "
                    + first.architecture,
                hint: Self.hint)
        }
        return packages
    }

    private static func read(
        _ function: Function, in folder: String, plan: [UInt8]
    ) throws(Obstacle) -> FunctionPackage {
        let path = "\(folder)/\(function.rawValue).zip"
        guard let built = contents(of: path) else {
            let reason =
                errno == ENOENT
                ? "is missing" : "cannot be read: " + String(cString: strerror(errno))
            throw Obstacle(path, reason, hint: hint)
        }
        do throws(ZipFile.Fault) {
            return try FunctionPackage(function, built: built, plan: plan)
        } catch {
            throw Obstacle(path, error.reason, hint: hint)
        }
    }

    /// A file's bytes; nil with `errno` set if it cannot be read.
    private static func contents(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count > 0 { bytes += chunk[..<count] } else { break }
        }
        return ferror(file) == 0 ? bytes : nil
    }
}
