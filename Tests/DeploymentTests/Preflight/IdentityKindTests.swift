import Deployment
import Testing

@Suite struct IdentityKindTests {
    @Test func `IAM's quotas are raised in the partition's global Region`() {
        let remedy = IdentityKind.roles.remedy(in: "aws-us-gov", needed: 1_001)
        #expect(remedy.contains("--region us-gov-west-1 --service-code iam"))
        #expect(remedy.hasSuffix("--desired-value 1100"))
    }

    @Test func `the number of users cannot be raised`() {
        #expect(!IdentityKind.users.remedy(in: "aws", needed: 5_001).contains("aws service-quotas"))
    }
}
