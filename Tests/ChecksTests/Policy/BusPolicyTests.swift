import Samples
import Testing

@testable import Checks
@testable import Snapshots

struct BusPolicyTests {
    private static let rules =
        #""ArnLike":{"aws:SourceArn":"arn:aws:events:*:*:rule/breakglass-*"}"#

    private static let allow =
        #"{"Effect":"Allow","Principal":"*","Action":"events:PutEvents","Resource":"*","#
        + #""Condition":{\#(rules),"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}"#

    private static let deny =
        #"{"Effect":"Deny","Principal":"*","Action":"events:PutEvents","Resource":"*","#
        + #""Condition":{\#(rules.replacing("ArnLike", with: "ArnNotLike"))}}"#

    private func problems(_ statements: String...) throws -> [String] {
        let text = #"{"Statement":[\#(statements.joined(separator: ","))]}"#
        return try BusPolicy(text, region: "eu-west-1").problems(plan: CheckPlan.okta)
    }

    @Test func `rules of the organization may put events, and nobody else may`() throws {
        #expect(try problems(Self.allow, Self.deny) == [])
    }

    @Test func `without a denial, identities of the hub's own account may put events`() throws {
        #expect(
            try problems(Self.allow) == ["does not keep out identities of its own account"])
    }

    @Test func `an account that is not let in is named`() throws {
        let problems = try problems(Self.deny)
        #expect(problems.count == 3)
        #expect(problems.contains { $0.contains(CheckPlan.production) })
    }

    @Test(arguments: [
        ("breakglass-*", "*", "lets in events that are not from our rules"),
        ("events:PutEvents", "events:*", "lets callers do events:*"),
        (#""StringEquals":{"aws:PrincipalOrgID":"o-1"}"#, "", "lets in rules of any account"),
    ])
    func `each widening is named`(text: String, wider: String, problem: String) throws {
        let allow = Self.allow.replacing(text, with: wider).replacing(",}", with: "}")
        #expect(try problems(allow, Self.deny).contains(problem))
    }
}
