import AccessPlan
import Foundation
import Samples
import Templates
import Testing

struct ExpectedRuleTests {
    @Test func `the expected rules are those of the templates`() throws {
        var rules: Set<String> = []
        var onHub: Set<String> = []
        for name in ["region", "hub"] {
            let file = Golden.root.appending(path: "template/\(name).yaml")
            let template = try String(contentsOf: file, encoding: .utf8)
            for resource in template.split(separator: "\n\n")
            where resource.contains("Type: AWS::Events::Rule\n") {
                let name = String(
                    try #require(resource.firstMatch(of: /\n      Name: (\S+)/)).output.1)
                if resource.contains("EventBusName: breakglass-hub") {
                    onHub.insert(name)
                } else {
                    rules.insert(name)
                }
            }
        }
        // One matches an alarm that not every account has, one a log stream that not every plan has; one
        // is a clock.
        rules.subtract(["breakglass-undelivered", "breakglass-idp", AlertPathNames.sweepRule])
        #expect(rules == Set(ExpectedRule.all.map(\.name)))
        #expect(onHub == Set(ExpectedRule.onHub))
    }
}
