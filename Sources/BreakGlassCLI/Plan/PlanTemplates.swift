import AccessPlan
import ArgumentParser
import Foundation
import Templates

extension PlanCommand {
    /// `breakglass plan templates`.
    struct Templates: SpeakingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write what deployment needs of the plan.",
            discussion: """
                Writes parameters for the templates in template/, and templates for the emergency and \
                workload roles and for the rules on what is guarded. Says what was done to stay inside \
                AWS's limits. `breakglass deploy` makes the same by itself.
                """)

        @Argument(help: "The plan: YAML or JSON; - is standard input.")
        var plan: String

        @Argument(help: "Where to: a folder, which is made where it is missing.")
        var folder: String

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            guard let read = terminal.plan(at: plan, warns: true) else { return .failure }
            do {
                let rendered = try read.templates(
                    PlanAttachments(of: read, beside: plan))
                let folder = URL(filePath: folder)
                try FileManager.default.createDirectory(
                    at: folder, withIntermediateDirectories: true)
                for file in rendered.files {
                    try Data(file.bytes).write(to: folder.appending(path: file.name))
                    terminal.print(file.name)
                }
                rendered.remarks.forEach { terminal.note($0) }
                return .fine
            } catch let error as TemplateError {
                terminal.error(error)
            } catch let error as CommandError {
                terminal.error(error)
            } catch {
                terminal.error("folder \"\(folder)\" cannot be written: \(error)")
            }
            return .failure
        }
    }
}

extension PlanAttachments {
    /// Reads the files that a plan names, which are next to it.
    init(of plan: Plan, beside path: String) throws {
        self.init()
        let folder = URL(filePath: path).deletingLastPathComponent()
        func text(_ name: String) throws -> Data {
            Data(try FileBytes.read(folder.appending(path: name).path))
        }
        if let name = plan.identityProvider?.metadata {
            samlMetadata = String(decoding: try text(name), as: UTF8.self)
        }
        for name in plan.roles.flatMap(\.inlinePolicies) {
            inlinePolicies[name] = TemplateValue(
                try JSONSerialization.jsonObject(with: try text(name)))
        }
    }
}

extension TemplateValue {
    /// What Foundation read; members by name, since Foundation does not keep their order.
    fileprivate init(_ value: Any) {
        switch value {
        case let text as String: self = .text(text)
        case let number as NSNumber:
            // Foundation keeps both in one class; only a flag's type is a character.
            self =
                number.objCType.pointee == CChar(UInt8(ascii: "c"))
                ? .flag(number.boolValue) : .number(number.intValue)
        case let list as [Any]: self = .list(list.map(TemplateValue.init))
        case let object as [String: Any]:
            self = .object(
                object.sorted { $0.key < $1.key }
                    .map { Member(name: $0.key, value: TemplateValue($0.value)) })
        default: self = .text("")
        }
    }
}
