import AccessPlan
import Samples
import Testing

@testable import Alerts

@Suite struct ChangesTests {
    static func iam(_ name: String, _ request: String = "null") -> TestEvent {
        TestEvent("iam", name, request).at("us-east-1")
    }

    static let one = #"{"userName":"BreakglassUser1"}"#
    static let root = "AWS ROOT USER"

    static let rows: [Row] = [
        .due("a break-glass user's password is deleted", iam("DeleteLoginProfile", one)),
        .notDue(
            "another user's password is deleted", iam("DeleteLoginProfile", #"{"userName":"x"}"#)),
        .notDue(
            "a user of the same name loses the password in another account",
            iam("DeleteLoginProfile", one).in("111122223333")),
        .due(
            "a user is renamed away from a watched name",
            iam("UpdateUser", #"{"userName":"breakglassUSER1","newUserName":"intern"}"#)),
        .due(
            "a user is renamed to a watched name",
            iam("UpdateUser", #"{"userName":"intern","newUserName":"BreakglassUser1"}"#)),
        .notDue(
            "a user is renamed from and to something else",
            iam("UpdateUser", #"{"userName":"intern","newUserName":"trainee"}"#)),
        .due("a deleted break-glass user is made again", iam("CreateUser", one)),
        .due(
            "somebody joins the guarded group",
            iam("AddUserToGroup", #"{"groupName":"Firefighters","userName":"x"}"#)
                .in("111122223333")),
        .notDue(
            "somebody joins another group",
            iam("AddUserToGroup", #"{"groupName":"Readers","userName":"x"}"#)
                .in("111122223333")),
        .due(
            "a user's own key, the request left out",
            iam("CreateAccessKey").by(TestEvent.user("BreakglassUser1"))),
        .due(
            "a user's own password, the request left out",
            iam("ChangePassword").by(TestEvent.user("BreakglassUser2"))),
        .notDue(
            "another user's own key, the request left out",
            iam("CreateAccessKey").by(TestEvent.user("dana"))),
        .notDue(
            "a role's session creates a key without a user",  // IAM rejects it.
            iam("CreateAccessKey").by(TestEvent.session(of: "Admin"))),
        .due(
            "root makes a key for itself",
            iam("CreateAccessKey").by(TestEvent.root())),
        .due(
            "root's key is deleted by its id alone",
            iam("DeleteAccessKey", #"{"accessKeyId":"AKIAIOSFODNN7EXAMPLE"}"#)
                .by(TestEvent.root())),
        .due(
            "root's MFA is taken away by name",
            iam("DeactivateMFADevice", #"{"userName":"\#(root)"}"#).by(TestEvent.root())),
        .notDue(
            "another account's root makes a key",
            iam("CreateAccessKey").in("444455556666").by(TestEvent.root(of: "444455556666"))),
        .due(
            "a virtual MFA device by its ARN",
            iam(
                "DeleteVirtualMFADevice",
                #"{"serialNumber":"arn:aws:iam::123456789012:mfa/BreakglassUser2"}"#)),
        .due(
            "root's MFA device by its ARN",
            iam(
                "DeleteVirtualMFADevice",
                #"{"serialNumber":"arn:aws:iam::123456789012:mfa/root-account-mfa-device"}"#)),
        .due(
            "a refusal whose request is left out and that names a user in words",
            iam("CreateAccessKey").denied(
                "User: arn:aws:iam::123456789012:user/dana is not authorized to perform: "
                    + "iam:CreateAccessKey on resource: user BreakglassUser1 because no "
                    + "identity-based policy allows the iam:CreateAccessKey action")),
        .notDue(
            "such a refusal for somebody else",
            iam("CreateAccessKey").denied(
                "User: arn:aws:iam::123456789012:user/dana is not authorized to perform: "
                    + "iam:CreateAccessKey on resource: user intern")),
        .due(
            "such a refusal for a role",
            iam("UpdateAssumeRolePolicy").in("111122223333").denied(
                "User: arn:aws:iam::111122223333:user/dana is not authorized to perform: "
                    + "iam:UpdateAssumeRolePolicy on resource: role EmergencyAccess_Ops")),
        .due(
            "such a refusal that names an ARN",
            iam("UpdateSAMLProvider").denied(
                "User: arn:aws:iam::123456789012:user/dana is not authorized to perform: "
                    + "iam:UpdateSAMLProvider on resource: "
                    + "arn:aws:iam::123456789012:saml-provider/Okta with an explicit deny")),
        .due(
            "a workload role's trust",
            iam("UpdateAssumeRolePolicy", #"{"roleName":"EmergencyAccess_RO"}"#)
                .in("111122223333")),
        .notDue(
            "a role of that name where the plan has none",
            iam("UpdateAssumeRolePolicy", #"{"roleName":"EmergencyAccess_RO"}"#)
                .in("444455556666")),
        .due(
            "an emergency role's session duration",
            iam("UpdateRole", #"{"roleName":"EmergencyAccess_Role1_RO"}"#)),
        .due(
            "the audit role, in any account that reports",
            iam("DetachRolePolicy", #"{"roleName":"BreakGlassAudit"}"#).in("444455556666")),
        .due(
            "a guarded policy by its ARN",
            iam(
                "CreatePolicyVersion",
                #"{"policyArn":"arn:aws:iam::123456789012:policy/BreakGlassScope"}"#)),
        .notDue(
            "a policy of AWS's on another role",
            iam(
                "AttachRolePolicy",
                #"{"roleName":"x","policyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}"#)),
        .due(
            "the provider's metadata",
            iam(
                "UpdateSAMLProvider",
                #"{"sAMLProviderArn":"arn:aws:iam::123456789012:saml-provider/Okta"}"#)),
        .due(
            "the provider, its parameter in other capitals",
            iam(
                "DeleteSAMLProvider",
                #"{"SAMLProviderArn":"arn:aws:iam::123456789012:saml-provider/Okta"}"#)),
        .notDue(
            "a provider of the same name elsewhere",
            iam(
                "DeleteSAMLProvider",
                #"{"sAMLProviderArn":"arn:aws:iam::444455556666:saml-provider/Okta"}"#
            ).in("444455556666")),
        .due(
            "metadata so long that CloudTrail leaves the request out",
            iam(
                "UpdateSAMLProvider",
                #"{"omitted":true,"originalSize":204800,"reason":"requestParameters too large"}"#)),
        .notDue(
            "the same, and the answer names another provider",
            iam("UpdateSAMLProvider", #"{"omitted":true,"originalSize":204800}"#).answered(
                #"{"sAMLProviderArn":"arn:aws:iam::123456789012:saml-provider/Other"}"#)),
        .notDue("a forged one", iam("DeleteLoginProfile", one).with { $0.source = "my.iam" }),
        .notDue("a read of the same user", iam("GetLoginProfile", one).having(#""readOnly":true"#)),
    ]

    @Test(arguments: rows) func `changes to the access raise alerts, under each name`(row: Row) {
        let alert = row.event.alert()
        #expect(alert.due == row.due)
        #expect((alert.kind == .tamper) == row.due)
    }

    @Test(arguments: ["aws-us-gov", "aws-cn"])
    func `other partitions are read alike`(partition: String) {
        let plan = TestPlan.plan(partition: partition)
        let region = partition == "aws-cn" ? "cn-north-1" : "us-gov-west-1"
        let arn = "arn:\(partition):iam::123456789012:saml-provider/Okta"
        let event = Self.iam("UpdateSAMLProvider", #"{"sAMLProviderArn":"\#(arn)"}"#).at(region)
        #expect(event.alert(plan: plan).due)
        #expect(event.alert(plan: plan).resource.arn == arn)
        let named = Self.iam("DeleteUser", Self.one).at(region).alert(plan: plan)
        #expect(named.resource.arn == "arn:\(partition):iam::123456789012:user/BreakglassUser1")
    }

    @Test func `a rename to a watched name shows the watched name`() {
        let alert = Self.iam(
            "UpdateUser", #"{"userName":"intern","newUserName":"BreakglassUser1"}"#
        ).alert()
        #expect(alert.resource.type == .iamUser)
        #expect(alert.resource.arn == "arn:aws:iam::123456789012:user/BreakglassUser1")
    }

    @Test func `root in words is shown by its ARN`() {
        let alert = Self.iam("EnableMFADevice", #"{"userName":"\#(Self.root)"}"#)
            .by(TestEvent.root()).alert()
        #expect(alert.resource.arn == "arn:aws:iam::123456789012:root")
    }

    @Test func `one's own password, denied, is the caller's although nothing names it`() {
        let denied = Self.iam("ChangePassword").denied(
            "Password should …", code: "PasswordPolicyViolation")
        let ours = denied.by(TestEvent.user("BreakglassUser1")).alert()
        #expect(ours.kind == .tamper)
        #expect(ours.resource.arn == "arn:aws:iam::123456789012:user/BreakglassUser1")
        #expect(!denied.by(TestEvent.user("dana")).alert().due)
    }
}
