import AccessPlan
import Testing

@testable import Alerts

struct CommandsTests {
    @Test(arguments: [("jane", true), ("jane,AttributeValue=x", false), ("=x", false)])
    func `a value that the CLI takes for several is not looked up`(name: String, isLookedUp: Bool) {
        #expect((Commands.lookUp("Username", name, in: nil) != nil) == isLookedUp)
    }

    @Test(arguments: ["aws;id;", "aws$(id)", "elsewhere", ""])
    func `a partition that is not known is in no command`(name: String) {
        let alert = AlertSamples.make(.sessionActivity, "CreateUser", source: "iam.amazonaws.com") {
            AlertSamples.user(&$0, "mallory")
            $0.principal.arn = "arn:\(name):iam::123456789012:user/mallory"
        }
        #expect(alert.partition == "aws")
        #expect(!alert.nextSteps.contains { $0.contains("arn:\(name):") })
        #expect(alert.nextSteps.contains { $0.contains("arn:aws:iam::aws:policy/AWSDenyAll") })
    }

    @Test func `a known partition is the event's`() {
        let alert = AlertSamples.make(.sessionActivity, "CreateUser", source: "iam.amazonaws.com") {
            AlertSamples.user(&$0, "mallory")
            $0.principal.arn = "arn:aws-us-gov:iam::123456789012:user/mallory"
        }
        #expect(alert.partition == "aws-us-gov")
    }
}
