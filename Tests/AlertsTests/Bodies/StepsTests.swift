import AccessPlan
import Calls
import Testing
import Text

@testable import Alerts

struct StepsTests {
    private static func alert(_ command: String, kind: Alert.Kind = .tamper) -> Alert {
        AlertSamples.make(kind, "TagQueue", source: "sqs.amazonaws.com") {
            AlertSamples.root(&$0)
            $0.resource = .init(
                type: .sqsQueue, arn: "arn:aws:sqs:eu-west-1:123456789012:lost")
            $0.undoing = .commands([command])
            if kind == .drift { $0.nextSteps = ["Do: `\(command)`"] }
        }
    }

    @Test func `a command can be pasted from e-mail, chat and JSON`() {
        let command =
            "aws sqs untag-queue --queue-url https://sqs.eu-west-1.amazonaws.com/123456789012/lost "
            + "--tag-keys a_b --region eu-west-1"
        let message = Self.alert(command).message
        #expect(message.text.contains("\n       \(command)\n"))
        #expect(message.https?.contains("`\(command)`") == true)
        #expect(message.sqs?.contains("`\(command)`") == true)
    }

    @Test func `of a command with something like a token only the page is left`() {
        let alert = Self.alert("aws sqs untag-queue --tag-keys IQoJb3JpZ2luX2VjEXAMPLE")
        for body in [alert.message.text, alert.message.https ?? "", alert.message.sqs ?? ""] {
            #expect(!body.contains("untag-queue") && !body.contains("redacted"))
            #expect(body.contains("https://console.aws.amazon.com/sqs/v3/"))
        }
    }

    @Test func `a report's commands and markup are made harmless`() {
        let report = Self.alert("aws x https://example.com", kind: .drift)
        #expect(report.message.text.contains("https[:]//"))
        let markup = Self.alert("aws x <https://example.com|y>")
        #expect(markup.message.https?.contains("<https") == false)
    }

    @Test func `a command that is cut is left out of JSON`() {
        var alert = Self.alert("aws sqs untag-queue --tag-keys a")
        alert.nextSteps = ["Undo it: `aws iam delete-user --user-name jane-and-john`"]
        let text = alert.json(fieldLimit: 44).text
        #expect(text.contains(#""nextSteps":["Undo it: "]"#))
    }
}
