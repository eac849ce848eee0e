import AccessPlan
import Testing
import Text

@testable import Calls

/// What a call means for another kind of resource.
@Suite struct CallSideTests {
    @Test func `a rule of somebody else on our bus is a change of the bus`() throws {
        let call = try #require(Call.of("events.amazonaws.com", "PutTargets"))
        #expect(call.about(.eventRule).words == call.words)
        #expect(call.about(nil).gravity == .silences)
        let side = call.about(.eventBus)
        #expect(side.words.passive == "had targets put on a rule that is not in the plan")
        #expect(side.gravity == .alters)
        let parts = CallParts(request: [
            "rule": "stranger", "eventBusName": "breakglass-hub",
            "targets": .array([["id": "one"], ["id": "two"]]),
        ])
        #expect(
            side.undo.undoing(parts)
                == .commands([
                    "aws events remove-targets --rule stranger --event-bus-name breakglass-hub "
                        + "--ids one two"
                ]))
    }

    @Test func `each side is of a kind that a parameter names or a command can hit`() {
        for call in Call.all {
            for side in call.sides {
                #expect(side.type != call.target.type, "\(call.name)")
                #expect(!side.words.passive.isEmpty && !side.words.attempt.isEmpty, "\(call.name)")
            }
        }
    }
}
