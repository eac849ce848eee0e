import Deployment
import Testing

@Suite struct PreflightCallerTests {
    @Test(arguments: [
        (
            "arn:aws:sts::123456789012:assumed-role/Rollout/jane",
            PreflightCaller.role(name: "Rollout")
        ),
        (
            "arn:aws:iam::123456789012:user/path/jane",
            .user(arn: "arn:aws:iam::123456789012:user/path/jane")
        ),
        ("arn:aws-us-gov:iam::123456789012:root", .root),
        ("arn:aws:sts::123456789012:federated-user/jane", .other),
        ("nonsense", .other),
    ])
    func `the ARN says whose policies count`(arn: String, caller: PreflightCaller) {
        #expect(PreflightCaller(arn: arn) == caller)
    }
}
