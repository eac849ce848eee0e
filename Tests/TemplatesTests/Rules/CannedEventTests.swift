import AccessPlan
import Foundation
import Samples
import Templates
import Testing

struct CannedEventTests {
    @Test func `every rule is tested with an event`() {
        let events = CannedEvent.all(for: CheckPlan.okta)
        let tested = Set(events.compactMap(\.rule))
        // What this matches differs by Region. Tests/Integration/template tests it.
        let untested: Set = ["breakglass-data-change"]
        #expect(tested.union(untested) == Set(ExpectedRule.all.map(\.name)))
        #expect(Set(events.map(\.name)).count == events.count)
    }

    @Test func `the plan's trail is stopped by its name and by its ARN`() throws {
        var plan = CheckPlan.okta
        let arn = "arn:aws:cloudtrail:us-east-1:444455556666:trail/org-trail"
        plan.trail = try ARN(arn)
        let known = Set(CannedEvent.all(for: CheckPlan.okta).map(\.name))
        let added = CannedEvent.all(for: plan).filter { !known.contains($0.name) }
        #expect(added.map(\.rule) == ["breakglass-trail-change", "breakglass-trail-change"])
        #expect(added[0].json.contains(#""name":"org-trail""#))
        #expect(added[1].json.contains(#""name":"\#(arn)""#))
    }

    @Test(arguments: CannedEvent.all(for: CheckPlan.okta))
    func `an event has every member that EventBridge requires`(_ event: CannedEvent) throws {
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(event.json.utf8)) as? [String: Any])
        let members = [
            "id", "detail-type", "source", "account", "time", "region", "resources", "detail",
        ]
        #expect(Set(members).isSubset(of: object.keys))
    }
}
