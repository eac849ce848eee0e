import AccessPlan
import Testing

@testable import Events

@Suite struct DeniedResourceTests {
    static let start = "User: arn:aws:iam::123456789012:user/dana is not authorized to perform: x"

    @Test(
        arguments: [
            ("on resource: user alice", "iam_user", "alice"),
            ("on resource: user /ops/alice because no", "iam_user", "alice"),
            ("on resource: role Admin with an explicit deny", "iam_role", "Admin"),
            ("on resource: group Ops.", "iam_group", "Ops"),
            ("on resource: policy arn:aws:iam::1:policy/p", nil, "arn:aws:iam::1:policy/p"),
            ("on resource: arn:aws:sns:r:1:t because no", nil, "arn:aws:sns:r:1:t"),
            ("on resource: \"arn:aws:s3:::b\" because", nil, "arn:aws:s3:::b"),
            ("on resource: arn:aws:sqs:r:1:q", nil, "arn:aws:sqs:r:1:q"),
            ("on resource arn:aws:sqs:r:1:q,", nil, "arn:aws:sqs:r:1:q"),
        ] as [(String, String?, String)])
    func `a denial names what was not to be touched`(end: String, type: String?, name: String) {
        let denied = DeniedResource("\(Self.start) \(end)")
        #expect(denied?.type?.rawValue == type)
        #expect(denied?.name == name)
    }

    @Test(arguments: [
        "", "on resource", "on resource:", "on resource: ", "on resource: user",
        "on resource: * because", "on resource: something else", "resource: user alice",
    ])
    func `other words name nothing`(end: String) {
        #expect(DeniedResource("\(Self.start) \(end)") == nil)
    }

    @Test func `a role is found without the usual words`() {
        let role = "arn:aws-us-gov:iam::123456789012:role/ops/Admin"
        #expect(DeniedResource.roleARN(in: "cannot assume (\(role)).") == role)
        #expect(DeniedResource.roleARN(in: "cannot assume arn:aws:iam::1:user/x") == nil)
    }
}
