import AccessPlan
import Foundation

extension Plan {
    /// What the files of inline policies hold, which lie beside the plan.
    /// - Parameter path: of the plan; `-` is standard input, and the files lie where the caller is.
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
