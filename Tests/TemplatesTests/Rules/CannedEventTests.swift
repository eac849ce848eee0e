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
