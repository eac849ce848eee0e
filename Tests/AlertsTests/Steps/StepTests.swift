import Testing

@testable import Alerts
@testable import Text

struct StepTests {
    @Test func `an address after the name of a secret is not taken for its value`() {
        let step = Step("Give the user a new password", pages: ["https://console.aws.amazon.com/x"])
        #expect(
            step.text == "Give the user a new password, here: `https://console.aws.amazon.com/x`")
        #expect(Secrets.redacted(step.text) == nil)
        let other = Step("Look at it", ["aws iam get-user"], pages: [nil])
        #expect(other.text == "Look at it: `aws iam get-user`")
    }

    @Test func `no step of any sample loses a word to redaction`() {
        for (name, _, alert) in AlertSamples.all {
            for step in alert.nextSteps {
                #expect(Secrets.redacted(step) == nil, "\(name): \(step)")
            }
            #expect(!alert.nextSteps.joined().contains("[redacted]"), "\(name)")
        }
        for (kind, act) in StopsTests.cells {
            #expect(!StepSamples.alert(kind, act).message.text.contains("[redacted]"))
        }
    }
}
