import AWSClient
import Deployment
import Templates

/// A stack that CloudFormation believes to be as planned, and of which something is gone or changed.
struct StackRepair: Sendable {
    let report: ClaimReport

    /// What will be done, as the table shows it.
    /// - Parameter update: what an update of the stack does anyway.
    /// - Returns: `nil` where nothing has to be repaired.
    func step(besides update: StackDifference? = nil) -> StackStep? {
        let words = report.faults.map(\.words).joined(separator: "; ")
        switch report.remedy {
        case .none: return nil
        case .restore(_, let without):
            let faults = Dictionary(report.faults.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
            let resources = report.stack.template.value["Resources"]
            let changes = without.sorted().map { id in
                ResourceChange(
                    faults[id]?.fact == .missing ? .create : .replace, id: id,
                    type: resources?[id]?["Type"]?.string ?? "")
            }
            let others = update?.changes.filter { !without.contains($0.id) } ?? []
            return .update(.resources(changes + others))
        case .remake:
            return .createAgain(because: words, StackDifference(creating: report.stack))
        case .person(let because):
            return .stop(
                reason: ([words] + because).joined(separator: "; "),
                hint: report.obstacles.first?.hint ?? "find out who did it")
        }
    }

    /// Repairs it.
    /// - Parameters:
    ///   - run: the stack.
    ///   - source: where its template is.
    /// - Returns: what was done, in a word.
    /// - Throws: ``Obstacle`` with AWS's own reason, or where only a person can decide.
    func apply(
        _ run: StackRun, _ source: CloudFormation.TemplateSource
    ) async throws(Obstacle) -> String {
        var input = CloudFormation.StackInput(
            name: run.watch.name, template: source, parameters: run.wanted.parameters)
        switch report.remedy {
        case .none: return "as planned"
        case .person(let because):
            throw run.watch.obstacle(because.joined(separator: "; "))
        case .remake:
            try await run.watch.delete()
            return try await run.deploy(.create(.resources([])), source)
        case .restore(let rest, _):
            input.template = try await between(rest, run)
            input.parameters = run.wanted.parameters.filter { name, _ in
                rest.value["Parameters"]?[name] != nil
            }
            if let stack = try await run.watch.update(input), !StackStatus.isDone(stack.status) {
                throw await run.watch.failed(stack, hint: nil)
            }
            _ = try await run.deploy(.update(.resources([])), source)
            return "repaired"
        }
    }

    /// The template in between, in the call or in the account's bucket.
    private func between(
        _ template: StackTemplate, _ run: StackRun
    ) async throws(Obstacle) -> CloudFormation.TemplateSource {
        guard TemplateSources.isLarge(template) else {
            return .body(String(decoding: template.bytes, as: UTF8.self))
        }
        let (site, region) = (run.watch.site, run.bucketRegion)
        let stored = try await CodeStore(site, region).put(CodeObject(template))
        return .url(stored.templateURL(in: region))
    }
}
