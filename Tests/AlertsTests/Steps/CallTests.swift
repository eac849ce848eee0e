import Testing

@testable import Alerts

struct CallTests {
    @Test func `mail and chat give the telephone number, a text message never does`() throws {
        let alert = AlertSamples.make(.consoleSignIn, "ConsoleLogin") {
            AlertSamples.user(&$0)
            $0.contacts = [
                .init(name: "Jane Doe", telephone: "+31 20 555 0100"),
                .init(name: "John Doe", telephone: "+31 20 555 0101"),
            ]
        }
        let step =
            "Call Jane Doe, +31 20 555 0100, or John Doe, +31 20 555 0101, now: "
            + "was it one of them?"
        #expect(alert.nextSteps.first == step)
        #expect(alert.message.text.contains("1. \(step)\n"))
        #expect(try #require(alert.message.https).contains("+31 20 555 0100"))
        #expect(try !#require(alert.message.sms).contains("555"))
        #expect(!alert.message.subject.contains("555"))
    }
}
