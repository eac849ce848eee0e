import Testing

@testable import AccessPlan
@testable import Snapshots

struct RolesTests {
    static let federated: Plan = {
        var plan = Plan.small
        plan.identityProvider = Plan.IdentityProvider(kind: .other, samlProvider: "Okta")
        return plan
    }()

    private func role(_ aws: StandInAWS) async -> Observed<Snapshot.Role> {
        await aws.snapshot(Self.federated).role("EmergencyAccess_RO", in: "111122223333")
    }

    @Test func `a role is read with its policies, decoded`() async throws {
        let aws = StandInAWS.iam { call in
            switch call.operation {
            case "GetRole":
                StandInAWS.query(
                    "GetRole",
                    """
                    <Role><Arn>arn:r</Arn><AssumeRolePolicyDocument>%7B%22a%22%3A1%7D\
                    </AssumeRolePolicyDocument><MaxSessionDuration>7200</MaxSessionDuration>\
                    <RoleLastUsed><LastUsedDate>2027-01-15T08:00:00Z</LastUsedDate></RoleLastUsed>\
                    <PermissionsBoundary><PermissionsBoundaryArn>arn:b</PermissionsBoundaryArn>\
                    </PermissionsBoundary></Role>
                    """)
            case "ListRolePolicies":
                StandInAWS.query(
                    call.operation, "<PolicyNames><member>in</member></PolicyNames>")
            case "GetRolePolicy":
                StandInAWS.query(call.operation, "<PolicyDocument>%7B%7D</PolicyDocument>")
            case "ListAttachedRolePolicies":
                StandInAWS.query(
                    call.operation,
                    """
                    <AttachedPolicies><member><PolicyArn>arn:aws:iam::aws:policy/A</PolicyArn></member>\
                    <member><PolicyArn>arn:aws:iam::1:policy/own</PolicyArn></member>\
                    </AttachedPolicies>
                    """)
            case "GetPolicy":
                StandInAWS.query(
                    call.operation, "<Policy><DefaultVersionId>v7</DefaultVersionId></Policy>")
            case "GetPolicyVersion":
                StandInAWS.query(
                    call.operation,
                    "<PolicyVersion><Document>%5B\(call["VersionId"])%5D</Document></PolicyVersion>"
                )
            default: .usual
            }
        }
        let role = try await role(aws).get()
        #expect(role.arn == "arn:r" && role.trust == #"{"a":1}"#)
        #expect(role.maxSessionDuration == 7200 && role.lastUsed == 1_800_000_000)
        #expect(role.boundary == "arn:b")
        #expect(try role.permissions.inline.whole() == [.init(name: "in", text: "{}")])
        let attached = try role.permissions.attached.whole()
        #expect(attached[0] == .init(arn: "arn:aws:iam::aws:policy/A"))
        #expect(attached[1] == .init(arn: "arn:aws:iam::1:policy/own", text: .observed("[v7]")))
        // What AWS owns is not asked for.
        #expect(aws.calls("GetPolicy").allSatisfy { $0.body.contains("own") })
    }

    @Test func `a deleted role is missing, a role that cannot be read is not`() async {
        let gone = await role(
            .iam { $0.operation == "GetRole" ? .refuseXML("NoSuchEntity") : .usual })
        #expect(gone.isMissing)
        let denied = await role(
            .iam { $0.operation == "GetRole" ? .refuseXML("AccessDenied") : .usual })
        #expect(!denied.isMissing && denied.value == nil)
    }

    @Test func `the list is not complete if an inline policy cannot be read`() async throws {
        let aws = StandInAWS.iam { call in
            switch call.operation {
            case "ListRolePolicies":
                StandInAWS.query(
                    call.operation,
                    "<PolicyNames><member>a</member><member>b</member></PolicyNames>")
            case "GetRolePolicy" where call["PolicyName"] == "b": .refuseXML("AccessDenied")
            case "GetRolePolicy":
                StandInAWS.query(call.operation, "<PolicyDocument>%7B%7D</PolicyDocument>")
            default: .usual
            }
        }
        let inline = try await role(aws).get().permissions.inline
        #expect(inline.items.map(\.name) == ["a"] && inline.unread?.reason == .denied)
    }

    @Test(arguments: [
        ("EmergencyAccess_Role1_RO", "123456789012", "implicitDeny", 1),
        ("EmergencyAccess_Role1_RO", "123456789012", "explicitDeny", 1),
        ("EmergencyAccess_RO", "111122223333", "implicitDeny", 0),
        ("EmergencyAccess_RO", "111122223333", "explicitDeny", 1),
    ])
    func `a role for work is not blamed for what no policy of its own names`(
        name: String, account: String, decision: String, count: Int
    ) async throws {
        let aws = StandInAWS.iam { call in
            guard call.operation == "SimulatePrincipalPolicy" else { return .usual }
            return StandInAWS.query(
                call.operation,
                "<EvaluationResults><member><EvalActionName>a</EvalActionName>"
                    + "<EvalDecision>\(decision)</EvalDecision></member></EvaluationResults>")
        }
        let snapshot = await aws.snapshot(Self.federated)
        #expect(try snapshot.account(account).simulations[name]?.get().count == count)
    }

    @Test func `only roles with planned names are kept, and whether the list is complete`() async {
        let aws = StandInAWS.iam { call in
            guard call.operation == "ListRoles" else { return .usual }
            if !call["Marker"].isEmpty { return .refuseXML("AccessDenied") }
            let names = ["EmergencyAccess_X", "BreakGlassY", "breakglass-z", "Other"]
            return StandInAWS.query(
                "ListRoles",
                "<Roles>"
                    + names.map { "<member><RoleName>\($0)</RoleName></member>" }.joined()
                    + "</Roles><IsTruncated>true</IsTruncated><Marker>m</Marker>")
        }
        let names = await aws.snapshot().account("111122223333").trustedNames
        #expect(names.items == ["EmergencyAccess_X", "BreakGlassY"])
        #expect(names.unread?.reason == .partialPage)
    }
}
