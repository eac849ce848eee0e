import Testing

@testable import Calls

@Suite struct PolicyPrincipalTests {
    static let parts: CallParts = {
        var parts = CallParts(arn: "arn:aws:iam::111122223333:role/Ours")
        parts.accountName = { $0 == "444455556666" ? "production" : nil }
        return parts
    }()

    @Test(arguments: [
        ("*", "everybody (*)", false), ("111122223333", "111122223333", false),
        (
            "arn:aws:iam::444455556666:root", "arn:aws:iam::444455556666:root (account production)",
            false
        ),
        ("999988887777", "999988887777 (another account)", true),
        ("lambda.amazonaws.com", "lambda.amazonaws.com", false),
        ("arn:aws:iam::aws:policy/X", "arn:aws:iam::aws:policy/X (another account)", true),
    ])
    func `a principal of an account that the plan does not name is a stranger`(
        text: String, words: String, isStranger: Bool
    ) {
        let principal = PolicyPrincipal(text, seenBy: Self.parts)
        #expect(principal.words == words)
        #expect(principal.isStranger == isStranger)
    }

    @Test func `without the resource's account nobody is a stranger`() {
        #expect(!PolicyPrincipal("999988887777", seenBy: CallParts()).isStranger)
    }
}
