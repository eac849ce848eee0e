import Deployment
import Testing

@Suite struct DeploymentActionsTests {
    private func requests(
        _ types: Set<String>, _ duties: Set<DeploymentActions.Duty> = []
    ) -> [PermissionRequest] {
        DeploymentActions.requests(
            types: types, duties: duties, account: "123456789012", region: "eu-west-1",
            partition: "aws-us-gov")
    }

    @Test func `each resource is asked about once, and each action of it once`() {
        let all = requests(
            ["AWS::IAM::Role", "AWS::IAM::RolePolicy", "AWS::Events::Rule"],
            Set(DeploymentActions.Duty.allCases))
        #expect(Set(all.map(\.resource)).count == all.count)
        for request in all { #expect(Set(request.actions).count == request.actions.count) }
        let role = all.first { $0.resource.contains(":role/") }
        #expect(role?.actions.contains("iam:PassRole") == true)
        #expect(role?.actions.contains("iam:CreateRole") == true)
    }

    @Test func `examples are of the account, Region and partition`() {
        let all = requests(["AWS::SQS::Queue"])
        #expect(
            all.map(\.resource)
                == ["arn:aws-us-gov:sqs:eu-west-1:123456789012:breakglass-rules-dlq"])
    }

    @Test func `nothing is asked where nothing is done`() {
        #expect(requests([]).isEmpty)
    }
}
