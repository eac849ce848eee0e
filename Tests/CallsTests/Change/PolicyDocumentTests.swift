import Testing
import Text

@testable import Calls

@Suite struct PolicyDocumentTests {
    static let own = CallParts(arn: "arn:aws:iam::111122223333:role/Ours")

    private static func change(_ text: String) -> Change? {
        PolicyDocument(.string(text))?.change("policy", seenBy: own)
    }

    @Test(arguments: [
        (
            #"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#,
            "allows everything", Gravity?.none
        ),
        (
            #"{"Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}"#,
            "denies everything", .shutsOut
        ),
        (
            #"{"Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-11-30T00:00:00Z"}}}]}"#,
            "denies everything, if aws:TokenIssueTime", .repairs
        ),
        (
            #"{"Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"},{"Effect":"Allow","Action":["iam:*","sts:AssumeRole"],"Resource":"*"}]}"#,
            "allows iam:*, sts:AssumeRole on *; denies s3:* on *", nil
        ),
        (
            #"{"Statement":[{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}]}"#,
            "allows all but iam:* on *", nil
        ),
        (
            "%7B%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22*%22%2C%22Resource%22%3A%22*%22%7D%5D%7D",
            "allows everything", nil
        ),
        (#"{"Statement":[]}"#, "nothing: no statement", .shutsOut),
    ])
    func `a document is summed up, the widest statement first`(
        text: String, after: String, gravity: Gravity?
    ) {
        #expect(Self.change(text)?.after == after)
        #expect(Self.change(text)?.gravity == gravity)
    }

    @Test func `more than three statements are counted`() {
        let statement = #"{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}"#
        let text =
            #"{"Statement":[\#(Array(repeating: statement, count: 5).joined(separator: ","))]}"#
        #expect(Self.change(text)?.after.hasSuffix("; and 2 more statements") == true)
    }

    @Test func `the principals of a resource's policy are named, strangers first`() {
        let text =
            #"{"Statement":[{"Effect":"Allow","Action":"sns:Publish","Resource":"*","Principal":{"AWS":["111122223333","999988887777"]}}]}"#
        #expect(Self.change(text)?.who == "999988887777 (another account), 111122223333")
    }

    @Test(arguments: ["", "{}", "[]", "\"x\"", "{\"Statement\"", "%7B", "%FF"])
    func `what is no policy is not read`(text: String) {
        #expect(PolicyDocument(.string(text)) == nil)
    }

    @Test(arguments: [
        (#""*""#, "", "everybody (*); without conditions"),
        (
            #"{"AWS":["arn:aws:iam::111122223333:user/dana","arn:aws:iam::999988887777:root"]}"#,
            "",
            "arn:aws:iam::999988887777:root (another account), arn:aws:iam::111122223333:user/dana; without conditions"
        ),
        (
            #"{"AWS":"999988887777"}"#,
            #","Condition":{"StringEquals":{"sts:ExternalId":"x1"},"Bool":{"aws:MultiFactorAuthPresent":"true"}}"#,
            "999988887777 (another account); if aws:MultiFactorAuthPresent, sts:ExternalId"
        ),
        (#"{"Service":"lambda.amazonaws.com"}"#, "", "lambda.amazonaws.com; without conditions"),
    ])
    func `a trust policy says whom it trusts`(principal: String, condition: String, after: String) {
        let text =
            #"{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":\#(principal)\#(condition)}]}"#
        let change = PolicyDocument(.string(text))?.trust("trust", seenBy: Self.own)
        #expect(change?.after == after)
    }

    @Test func `a trust policy that allows nothing shuts everybody out`() {
        let change = PolicyDocument(.string(#"{"Statement":[]}"#))?
            .trust("trust", seenBy: Self.own)
        #expect(change == Change("trust", now: "nobody", gravity: .shutsOut))
    }
}
