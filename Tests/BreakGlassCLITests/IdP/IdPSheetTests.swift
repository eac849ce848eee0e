import Samples
import Testing

@testable import AccessPlan
@testable import BreakGlassCLI

@Suite struct IdPSheetTests {
    @Test(arguments: Plan.IdentityProvider.Kind.allCases)
    func `every product has numbered steps, with each group and role`(
        kind: Plan.IdentityProvider.Kind
    ) throws {
        var plan = CheckPlan.okta
        plan.identityProvider?.kind = kind
        let setup = try plan.federationSetup()
        let text = IdPSheet(plan: plan, setup: setup, publicKey: nil).text
        let numbers = text.split(separator: "\n").compactMap { line in
            line.wholeMatch(of: /(\d+)\. .+/).flatMap { Int($0.output.1) }
        }
        #expect(numbers.count >= 2 && numbers == Array(1...numbers.count))
        for group in setup.groups {
            #expect(text.contains(group.name))
            #expect(text.contains(group.workloadRole))
        }
    }

    @Test(arguments: [
        (0, ""), (1, "a"), (3, "a, b, c"), (4, "a, b, c and 1 more"), (5, "a, b, c and 2 more"),
    ])
    func `a long list of names is cut`(count: Int, text: String) {
        let names = ["a", "b", "c", "d", "e"].prefix(count)
        #expect(IdPSheet.few(Array(names)) == text)
    }
}
