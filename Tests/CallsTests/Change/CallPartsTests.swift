import Testing
import Text

@testable import Calls

@Suite struct CallPartsTests {
    static let parts = CallParts(
        request: [
            "userName": "dana", "password": "hunter2", "PendingWindowInDays": .number("7"),
            "eventSelectors": .array([["readWriteType": "ReadOnly"], ["readWriteType": "All"]]),
        ],
        response: ["accessKey": ["accessKeyId": "AKIAEXAMPLE"]],
        arn: "arn:aws:iam::123456789012:user/dana", name: "dana")

    @Test(arguments: [
        ("userName", ["dana"]), ("UserName", ["dana"]), ("pendingWindowInDays", ["7"]),
        ("eventSelectors.readWriteType", ["ReadOnly", "All"]),
        ("response.accessKey.accessKeyId", ["AKIAEXAMPLE"]), ("password", []),
        ("nothing.at.all", []),
    ])
    func `a path leads to its texts`(path: String, expected: [String]) {
        #expect(Self.parts.texts(path) == expected)
    }

    @Test func `a command gets its parts, and the Region`() {
        let undo = Undo.run(
            "iam delete-access-key --user-name {name} --access-key-id {response.accessKey.accessKeyId}"
        )
        #expect(
            undo.undoing(Self.parts)
                == .commands([
                    "aws iam delete-access-key --user-name dana --access-key-id AKIAEXAMPLE"
                ]))
    }

    @Test(arguments: ["$(reboot)", "a & b", "-x", "", "a;b", "`x`"])
    func `a part that a shell would interpret is not in a command`(value: String) {
        let parts = CallParts(request: ["userName": .string(value)])
        #expect(Undo.run("iam delete-user --user-name {userName}").undoing(parts) == .deploy)
    }
}
