import Samples
import Testing

@testable import AccessPlan

struct PlanARNsTests {
    @Test(arguments: ["aws", "aws-us-gov"])
    func `every ARN is in the plan's partition and can be read`(partition: String) throws {
        var plan = CheckPlan.okta
        plan.partition = partition
        let arns = [
            plan.roleARN("Name", in: CheckPlan.production), plan.userARN("Name"),
            try #require(plan.providerARN), plan.busARN(in: "eu-west-1"),
            plan.policyARN("ReadOnlyAccess"),
        ]
        for text in arns { #expect(try ARN(text).partition == partition) }
    }

    @Test func `an ARN of a policy stays as it is`() {
        let arn = "arn:aws:iam::111122223333:policy/Scope"
        #expect(CheckPlan.okta.policyARN(arn) == arn)
    }

    @Test func `sign-in has an endpoint without a Region and several Regional ones`() {
        let endpoints = CheckPlan.okta.signInEndpoints
        #expect(endpoints.first == "https://signin.aws.amazon.com/saml")
        #expect(endpoints.count == 3 && Set(endpoints).count == 3)
        #expect(endpoints.contains("https://eu-west-1.signin.aws.amazon.com/saml"))
    }
}
