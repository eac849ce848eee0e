import Testing

@testable import Alerts

struct CallTests {
    @Test(arguments: [
        (
            Alert.Person(name: "ceo", source: .sessionName),
            "Ask the people on call whether it was one of them: the session calls itself ceo, which "
                + "proves nothing"
        ),
        (
            Alert.Person(name: "ceo", source: .sourceIdentity),
            "Ask the people on call whether it was one of them: the session calls itself ceo, which "
                + "proves nothing"
        ),
        (
            Alert.Person(name: "94482488-3041-7052", source: .identityCenterUserID),
            "Ask the people on call whether it was one of them"
        ),
        (
            Alert.Person(name: "jane", source: .samlNameID, vouched: true),
            "Call jane now, by a number you already have: was it them?"
        ),
    ])
    func `nobody is called by a name that a caller chose`(person: Alert.Person, step: String) {
        let alert = StepSamples.alert(.roleSession, .activity) { $0.person = person }
        #expect(alert.nextSteps.first == step)
    }

    @Test func `a program is not called`() {
        let alert = StepSamples.alert(.resource, .activity) {
            $0.person = .init(name: "report", source: .sessionName)
        }
        #expect(alert.nextSteps.first == "Ask the people on call whether it was one of them")
    }

    @Test func `a user with a source identity is called by the user's name`() {
        let alert = StepSamples.alert(.user, .activity) {
            $0.person = .init(name: "ceo", source: .sourceIdentity)
        }
        #expect(
            alert.nextSteps.first
                == "Call whoever holds mallory now, by a number you already have: was it them?")
    }

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
