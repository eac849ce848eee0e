import Testing

@testable import Checks
@testable import Snapshots

struct TrustPolicyTests {
    private let account = "123456789012"
    private let user = "arn:aws:iam::123456789012:user/BreakglassUser1"

    private func policy(_ statement: String) throws -> TrustPolicy {
        let role = Snapshot.Role(
            arn: "arn:aws:iam::111122223333:role/BreakGlassRole",
            trust: #"{"Version":"2012-10-17","Statement":[\#(statement)]}"#,
            maxSessionDuration: 3600)
        return try TrustPolicy(of: role)
    }

    /// What is wrong for a role that one user may assume with MFA.
    private func problems(_ statement: String) throws -> [String] {
        try policy(statement).problems(
            trusted: [user], account: account, mayNameThem: false, demandsMFA: true)
    }

    private func allow(_ principal: String, action: String = "sts:AssumeRole") -> String {
        """
        {"Effect":"Allow","Principal":{"AWS":"\(principal)"},"Action":"\(action)",
         "Condition":{"ArnEquals":{"aws:PrincipalArn":"\(user)"},
                      "Bool":{"aws:MultiFactorAuthPresent":"true"}}}
        """
    }

    @Test func `the planned policy has no problems`() throws {
        #expect(try problems(allow("arn:aws:iam::\(account):root")) == [])
    }

    @Test func `everything beyond the plan is named`() throws {
        let planned = allow("arn:aws:iam::\(account):root")
        let stranger = allow("arn:aws:iam::444455556666:root")
        #expect(
            try problems("\(planned),\(stranger)").contains {
                $0.contains("444455556666")
            })
        let wide = allow("arn:aws:iam::\(account):root", action: "sts:*")
        #expect(try problems(wide).contains("lets callers do sts:*"))
        let denied = #"{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}"#
        #expect(try problems("\(planned),\(denied)").contains("refuses sts:AssumeRole"))
    }

    @Test func `a policy without the call lets nobody in`() throws {
        let policy = try policy(allow("arn:aws:iam::\(account):root", action: "sts:TagSession"))
        #expect(!policy.allows("sts:AssumeRole"))
        #expect(policy.problems(call: "sts:AssumeRole") == ["lets nobody do sts:AssumeRole"])
    }

    @Test func `a policy that is not readable is unavailable, with the role's ARN`() throws {
        let error = #expect(throws: Unavailable.self) { try policy("1") }
        #expect(error?.part.contains("role/BreakGlassRole") == true)
    }
}
