import AccessPlan
import Testing

@testable import BreakGlassCLI

/// The line that deployment adds to a plan.
struct PlanFileTrailTests {
    private let arn = "arn:aws:cloudtrail:us-east-1:444455556666:trail/org-trail"
    private let text = """
        organization: example
        emergencyAccount: "123456789012"   # ours
        regions: { home: us-east-1 }
        """

    @Test(arguments: [
        "", "\n", "\n\n# the end", "\nguard:\n  - arn:aws:iam::111122223333:role/X\n",
    ])
    func `the line is added, and nothing else changes`(ending: String) throws {
        let before = text + ending
        let after = try #require(PlanFile.adding(trail: arn, to: before))
        #expect(after.hasPrefix(before))
        var plan = try PlanFile(name: "plan", text: after).plan()
        #expect(plan.trail?.text == arn)
        plan.trail = nil
        #expect(try PlanFile(name: "plan", text: before).plan() == plan)
    }

    @Test func `a plan in JSON, one that ends, and one that names a trail take no line`() {
        let json =
            #"{"organization":"example","emergencyAccount":"123456789012","regions":{"home":"us-east-1"}}"#
        for plan in [json, text + "\n...\n", text + "\ntrail: \(arn)\n", ""] {
            #expect(PlanFile.adding(trail: arn, to: plan) == nil)
        }
    }

    @Test(arguments: [
        "org-trail", "arn:aws:cloudtrail:us-east-1:444455556666:trail/*",
        "arn:aws:cloudtrail:*:444455556666:trail/org-trail",
        "arn:aws:cloudtrail::444455556666:trail/org-trail",
        "arn:aws:cloudtrail:us-east-1:444455556666:channel/x",
        "arn:aws:s3:::org-trail", "arn:aws-us-gov:cloudtrail:us-gov-west-1:444455556666:trail/org",
    ])
    func `only a trail of the plan's partition can be named`(wrong: String) {
        #expect(throws: PlanProblems.self) {
            try PlanFile(name: "plan", text: text + "\ntrail: \"\(wrong)\"\n").plan()
        }
    }
}
