import AccessPlan
import Foundation

extension Plan {
    /// The contents of the files of inline policies, which are next to the plan.
    /// - Parameter path: of the plan; `-` is standard input, and the files are in the current folder.
    /// - Returns: the texts, by the files' names.
    /// - Throws: which file cannot be read, and why.
    func policyTexts(beside path: String) throws(CommandError) -> [String: String] {
        let folder = path == "-" ? nil : URL(filePath: path).deletingLastPathComponent()
        var texts: [String: String] = [:]
        for name in roles.flatMap(\.inlinePolicies) {
            let file = folder.map { $0.appending(path: name).relativePath } ?? name
            texts[name] = String(decoding: try FileBytes.read(file), as: UTF8.self)
        }
        return texts
    }
}
