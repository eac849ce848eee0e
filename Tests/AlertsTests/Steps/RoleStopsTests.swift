import Testing

@testable import Alerts

struct RoleStopsTests {
    private static let instance = "i-0123456789abcdef0"

    @Test(arguments: [true, false])
    func `an instance is stopped only if AWS says that it acted`(isByName: Bool) {
        let alert = StepSamples.alert(.resource, .userChanged) {
            $0.actor.agent = Self.instance
            $0.actor.isByName = isByName
        }
        let commands = alert.stops(emergencyAccount: "").flatMap(\.commands)
        #expect(commands.contains { $0.contains("stop-instances") } == !isByName)
        #expect(commands.contains { $0.contains("put-role-policy") })
    }

    @Test(arguments: [("ec2.amazonaws.com", true), ("lambda.amazonaws.com", false)])
    func `of AWS's services only EC2 names sessions after instances`(
        service: String, isStopped: Bool
    ) {
        let alert = StepSamples.alert(.awsService, .assumeRole) {
            $0.principal.name = service
            $0.role.sessionName = Self.instance
        }
        let commands = alert.stops(emergencyAccount: "").flatMap(\.commands)
        #expect(commands.contains { $0.contains("stop-instances") } == isStopped)
    }

    @Test(arguments: [
        ("arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_X_1", true),
        ("arn:aws:iam::123456789012:role/AWSReservedSSO_X_1", false),
        ("arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/Other", false),
        ("AWSReservedSSO_X_1", false), (nil, false),
    ])
    func `a role is Identity Center's by its path`(arn: String?, isReserved: Bool) {
        #expect(Alert.isIdentityCenter(role: arn) == isReserved)
    }
}
