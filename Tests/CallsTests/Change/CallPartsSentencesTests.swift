import Testing
import Text

@testable import Calls

@Suite struct CallPartsSentencesTests {
    static let parts = CallParts(
        request: ["group": "aws#Ops", "member": "eve`\"@example.com"], name: "Ops")

    @Test(arguments: [
        (
            "remove[ {member} from] the group {group}",
            "remove \"eve''@example.com\" from the group \"aws#Ops\""
        ),
        ("take the app {app} from[ {nobody}]", "take the app that the event is about from"),
        ("make {name} again[: in {page}]", "make \"Ops\" again"), ("nothing", "nothing"),
    ])
    func `names stand in quotation marks, and what is not stated is left out`(
        sentence: String, told: String
    ) {
        #expect(Self.parts.told(sentence) == told)
        #expect(Undo.byHand(sentence).undoing(Self.parts) == .byHand(told))
    }
}
