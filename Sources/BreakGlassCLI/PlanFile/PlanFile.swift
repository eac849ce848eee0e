import AccessPlan
import Foundation
import TemplateFiles
import Templates
import Yams

/// A plan as an engineer wrote it: YAML, of which JSON is a part.
struct PlanFile {
    private let name: String
    private let text: String
    /// Where the files are that the plan names; nil if they are not to be read.
    private let path: String?

    /// Reads the file; `-` is standard input.
    init(path: String) throws(CommandError) {
        let bytes = try FileBytes.read(path)
        self.init(
            name: path == "-" ? "standard input" : path,
            text: String(decoding: bytes, as: UTF8.self), path: path)
    }

    /// Takes a text that was read elsewhere.
    init(name: String, text: String, path: String? = nil) {
        self.name = name
        self.text = text
        self.path = path
    }

    /// The plan, or everything that is wrong with it.
    func plan() throws(PlanProblems) -> Plan { try read().plan }

    /// The plan, and what may be wrong with it; or everything that is wrong.
    func read() throws(PlanProblems) -> (plan: Plan, warnings: [PlanProblem]) {
        let reading = PlanReading(file: name)
        let root = compose(reading)
        let plan = root.flatMap { Plan(root: $0, reading: reading) }
        if let plan, let root, reading.problems.isEmpty { noteLimits(plan, root, reading) }
        guard let plan, reading.problems.isEmpty else {
            throw PlanProblems(
                all: reading.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
        return (plan, reading.warnings)
    }

    /// Reports what AWS would refuse.
    private func noteLimits(_ plan: Plan, _ root: Node, _ reading: PlanReading) {
        let files = path.flatMap { try? PlanAttachments(of: plan, beside: $0) }
        do {
            let limits = try PlanLimits(of: plan, files ?? PlanAttachments(withoutFilesOf: plan))
            for problem in limits.problems {
                reading.object(
                    at: problem.part.mark(in: root), problem.fact, hint: problem.hint)
            }
        } catch {
            reading.object(at: nil, "\(error)")
        }
    }

    /// The document's nodes; reports where the text is not YAML.
    private func compose(_ reading: PlanReading) -> Node? {
        do {
            guard let root = try Yams.compose(yaml: text, .basic, .default, .utf8), !root.isNothing
            else {
                reading.object(
                    at: nil, "the plan is empty",
                    hint: "it needs organization, emergencyAccount and regions")
                return nil
            }
            return root
        } catch let error as YamlError {
            note(error, reading)
        } catch {
            reading.object(at: nil, "the plan cannot be read: \(error)")
        }
        return nil
    }

    private func note(_ error: YamlError, _ reading: PlanReading) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            reading.object(
                at: mark, "this is not YAML: \(problem)",
                hint: "look for a missing quote, bracket or colon, or a tab used to indent")
        case .duplicatedKeysInMapping(let keys, let context):
            reading.object(
                at: context.mark, "the key \"\(keys.first ?? "")\" occurs twice in one mapping",
                hint: "remove one, or join them")
        case .reader(let problem, _, _, _):
            reading.object(at: nil, "the plan is not readable text: \(problem)")
        default:
            reading.object(at: nil, "the plan cannot be read: \(error)")
        }
    }
}
