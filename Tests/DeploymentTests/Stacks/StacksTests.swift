import AccessPlan
import Deployment
import Samples
import Testing

@testable import Templates

/// The order of the stages, derived from what the resolved templates refer to.
@Suite struct StacksTests {
    /// A stack, or what a stack set creates in one Region.
    private struct Created {
        let stage: Int
        let name: String
        let place: TemplateStack.Place
        let stack: TemplateStack
        let resources: [TemplateStack.Resource]

        init(
            _ template: StackTemplate, _ name: String, stage: Int, _ parameters: [String: String],
            _ place: TemplateStack.Place
        ) throws {
            self.stage = stage
            self.name = name
            self.place = place
            stack = try TemplateStack(
                template.value, name: name, parameters: parameters, in: place)
            resources = try stack.resources()
        }

        /// Names and ARNs of what it makes.
        func made() throws -> Set<String> {
            var made: Set<String> = []
            for resource in resources {
                let arn = try stack.attribute([.text(resource.id), "Arn"])
                if arn.hasPrefix("arn:") { made.insert(arn) }
                if let name = try stack.reference(resource.id).string { made.insert(name) }
            }
            return made
        }
    }

    private func created(_ wanted: Wanted) throws -> [Created] {
        var all = try wanted.stacks.map {
            try Created($0.template, $0.name, stage: $0.stage, $0.parameters, $0.place)
        }
        for set in wanted.sets {
            for account in set.accounts ?? [CheckPlan.emergency, CheckPlan.production] {
                for region in set.region.map({ [$0] }) ?? SampleWanted.regions {
                    let place = TemplateStack.Place(
                        account: account, region: region, partition: "aws")
                    all.append(
                        try Created(set.template, set.name, stage: set.stage, set.parameters, place)
                    )
                }
            }
        }
        return all
    }

    /// The texts of a value, without those that may name what is not there yet: who may do what, under
    /// which condition, what an event looks like, what a function looks for when it runs.
    private func texts(_ value: TemplateValue) -> [String] {
        switch value {
        case .text(let text): [text]
        case .list(let values): values.flatMap(texts)
        case .object(let members):
            members.filter { !Self.open.contains($0.name) }.flatMap { texts($0.value) }
        case .number, .flag: []
        }
    }
    private static let open: Set<String> = [
        "Resource", "Condition", "EventPattern", "DashboardBody", "Description", "Environment",
    ]

    private func expectOrder(
        _ plan: Plan, _ facts: DeploymentFacts, crossings: Set<String>
    ) throws {
        let all = try created(SampleWanted.wanted(plan, facts))
        var makers: [String: Created] = [:]
        for one in all { for name in try one.made() { makers[name] = one } }
        var found: Set<String> = []
        for one in all {
            let own = try one.made()
            for resource in one.resources {
                for text in texts(resource.properties) where !own.contains(text) {
                    guard let other = makers[text] else { continue }
                    found.insert("\(one.name) -> \(other.name)")
                    #expect(
                        other.stage < one.stage,
                        "\(resource.id) of \(one.name) needs \(text) of \(other.name)")
                }
            }
        }
        #expect(found == crossings)
    }

    @Test func `in one account everything comes after what it refers to in another stack`() throws {
        try expectOrder(
            SampleWanted.small, SampleWanted.alone,
            crossings: [
                "breakglass-hub -> breakglass-code", "breakglass-hub -> breakglass-evidence",
                "breakglass-region -> breakglass-evidence",
            ])
    }

    @Test func `in an organization, too, stack sets included`() throws {
        try expectOrder(
            SampleWanted.large, SampleWanted.managed,
            crossings: [
                "breakglass-hub -> breakglass-code", "breakglass-hub -> breakglass-evidence",
                "breakglass-region -> breakglass-evidence",
                "breakglass-guard -> breakglass-evidence", "breakglass-guard -> breakglass-region",
            ])
    }
}
