import Deployment
import Foundation
import Samples
import TemplateFiles
import Templates

/// The stacks that a former state of the templates made: `Tests/Fixtures/former`.
struct FormerStack {
    let name: String
    let place: TemplateStack.Place
    let isOfStackSet: Bool
    let deployed: DeployedStack

    /// The stacks of one plan.
    /// - Parameters:
    ///   - plan: `one-account` or `organization`.
    ///   - commit: the state of the templates.
    /// - Returns: in the order of the file.
    /// - Throws: if a file is missing or is no template.
    static func all(_ plan: String, of commit: String) throws -> [FormerStack] {
        let folder = Golden.root.appending(path: "Tests/Fixtures/former/\(commit)")
        var templates: [String: TemplateValue] = [:]
        func template(_ name: String) throws -> TemplateValue {
            if let known = templates[name] { return known }
            let read = try value(at: folder.appending(path: "templates/\(name).json"))
            templates[name] = read
            return read
        }
        let stacks = try value(at: folder.appending(path: "\(plan).json")).list ?? []
        return try stacks.map { stack in
            let text = { (name: String) in stack[name]?.string ?? "" }
            let parameters = stack["parameters"]?.members ?? []
            return FormerStack(
                name: text("stack"),
                place: TemplateStack.Place(
                    account: text("account"), region: text("region"), partition: "aws"),
                isOfStackSet: stack["stackSet"] != nil,
                deployed: DeployedStack(
                    status: "CREATE_COMPLETE",
                    parameters: parameters.reduce(into: [:]) { $0[$1.name] = $1.value.string },
                    template: try template(text("template"))))
        }
    }

    private static func value(at file: URL) throws -> TemplateValue {
        try TemplateFile(name: file.lastPathComponent, bytes: Array(Data(contentsOf: file))).value()
    }
}
