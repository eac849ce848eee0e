import Testing
import Text

@testable import Calls

/// How grave a call is by the value that decides.
@Suite struct OrganizationsPoliciesTests {
    @Test(arguments: [
        ("AttachPolicy", "policyId", "p-FullAWSAccess", Gravity.notes),
        ("AttachPolicy", "policyId", "p-abcd1234", .shutsOut),
        ("DetachPolicy", "policyId", "p-FullAWSAccess", .shutsOut),
        ("DetachPolicy", "policyId", "p-abcd1234", .opens),
        ("DisablePolicyType", "policyType", "TAG_POLICY", .alters),
        ("DisablePolicyType", "policyType", "SERVICE_CONTROL_POLICY", .silences),
        (
            "PutRolePermissionsBoundary", "permissionsBoundary",
            "arn:aws:iam::aws:policy/ReadOnlyAccess",
            .shutsOut
        ),
        (
            "PutUserPermissionsBoundary", "permissionsBoundary",
            "arn:aws:iam::aws:policy/AdministratorAccess", .opens
        ),
        ("DeleteRolePermissionsBoundary", "roleName", "r", .opens),
    ])
    func `policies of the organization and boundaries`(
        name: String, key: String, value: String, gravity: Gravity
    ) throws {
        let source = name.hasSuffix("Boundary") ? "iam" : "organizations"
        let call = try #require(Call.of("\(source).amazonaws.com", name))
        let parts = CallParts(
            request: .object([key: .string(value), "targetId": .string("123456789012")]))
        #expect((call.change?.read(parts)?.gravity ?? call.gravity) == gravity)
    }

    @Test(arguments: ["UpdateStack", "ExecuteChangeSet", "UpdateStackSet"])
    func `who changes a stack of ours may silence alerts`(name: String) throws {
        let call = try #require(Call.of("cloudformation.amazonaws.com", name))
        #expect(call.gravity == .silences)
    }

    @Test(arguments: ["trigger", "evaluation"])
    func `Okta runs its rules by itself`(name: String) throws {
        let call = try #require(
            Call.of("aws.partner/okta.com/example/log", "group.user_membership.rule.\(name)"))
        #expect(call.gravity == .alters)
    }
}
