import Testing
import Text

@testable import Calls

/// Commands with the parts of one event.
@Suite struct CallPartsCommandsTests {
    @Test(arguments: [
        ("Active", "update --status Inactive"), ("inactive", "update --status Active"),
        ("Expired", nil),
    ])
    func `the other one of two values`(status: String, expected: String?) {
        let parts = CallParts(request: ["status": .string(status)])
        #expect(parts.fill("update --status {status?Active:Inactive}") == expected)
    }

    @Test(
        arguments: [
            (["targetId": "o-1"], "delete --target-id o-1"), ([:], "delete"),
            (["targetId": "$(x)"], nil),
        ] as [(JSON, String?)])
    func `a part in brackets is left out if the event does not state it`(
        request: JSON, expected: String?
    ) {
        #expect(CallParts(request: request).fill("delete[ --target-id {targetId}]") == expected)
    }

    @Test func `root has no name`() {
        let parts = CallParts(arn: "arn:aws:iam::123456789012:root", name: "root")
        #expect(parts.fill("iam list-access-keys[ --user-name {name}]") == "iam list-access-keys")
        #expect(parts.fill("iam delete-login-profile --user-name {name}") == nil)
    }

    @Test func `what no command reverts is said in words`() {
        let undo = Undo.byHand("Register the device again")
        #expect(undo.undoing(CallParts()) == .byHand("Register the device again"))
        #expect(Undo.deploy.undoing(CallParts()) == .deploy)
    }
}
