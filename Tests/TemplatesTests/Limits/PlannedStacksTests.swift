import AccessPlan
import EventPatterns
import Foundation
import Samples
import TemplateFiles
import Testing

@testable import Templates

/// Limits that every plan has to keep, judged by what stands after deployment: random plans, whose
/// number `BREAKGLASS_PLANS` sets (`make plans`).
@Suite struct PlannedStacksTests {
    private static let count =
        ProcessInfo.processInfo.environment["BREAKGLASS_PLANS"].flatMap { Int($0) } ?? 40

    private static let templates = TemplateFile.all.map(\.name).reduce(
        into: [String: TemplateValue]()
    ) { $0[$1] = try? TemplateFile.template($1) }

    @Test(arguments: 0..<count)
    func `what follows from a plan keeps every limit`(seed: Int) throws {
        var random = RandomPlan(seed: seed)
        let plan = random.plan()
        let rendered = try plan.templates()
        for file in rendered.files {
            let most = file.name.hasPrefix("guard") ? 51_200 : 1_000_000
            #expect(file.bytes.count <= most, "\(file.name)")
            let parameters = file.value?.list ?? []
            for parameter in parameters {
                #expect(parameter["ParameterValue"]?.string.map { $0.utf8.count <= 4_096 } == true)
            }
            #expect((file.value?["Resources"]?.members?.count ?? 0) <= 500, "\(file.name)")
        }
        var wild: [String: Int] = [:]
        var rules: [String: Int] = [:]
        for stack in PlannedStacks(plan, rendered, Self.templates).all {
            for resource in try stack.resources() where resource.type == "AWS::Events::Rule" {
                if resource.properties["ScheduleExpression"] != nil { continue }
                let rule = try StandingRule(resource, of: stack.name)
                #expect(rule.pattern.complexity <= 8, "\(rule.name) in \(stack.place)")
                #expect(rule.pattern.length <= 2_048, "\(rule.name) in \(stack.place)")
                let bus = "\(stack.place.account) \(stack.place.region) \(rule.bus)"
                rules[bus, default: 0] += 1
                wild[bus, default: 0] += rule.pattern.hasWildcard ? 1 : 0
            }
        }
        for (bus, count) in rules { #expect(count <= 100, "\(bus)") }
        for (bus, count) in wild { #expect(count <= 10, "\(bus)") }
        let problems = try PlanLimits(of: plan, PlanAttachments()).problems
        #expect(problems == [], "seed \(seed)")
    }

    @Test func `every kind of place has its stacks`() throws {
        let plan = CheckPlan.okta
        let all = PlannedStacks(plan, try plan.templates(), Self.templates).all
        let regions = all.filter { $0.name == "breakglass-region" }.map(\.place)
        #expect(Set(regions) == Set(plan.kindsOfPlace))
        #expect(
            all.filter { $0.name == "breakglass-hub" }.map(\.place.region) == plan.regions.hubs)
        let names = Set(all.map(\.name))
        #expect(
            names.isSuperset(of: [
                "breakglass-access", "breakglass-access-roles-1", "breakglass-management",
                "breakglass-workload", "breakglass-workload-roles-1",
            ]))
    }
}
