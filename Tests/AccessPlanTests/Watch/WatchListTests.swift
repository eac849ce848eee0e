import Samples
import Testing

@testable import AccessPlan

@Suite struct WatchListTests {
    static let list = WatchList(TestPlan.plan)

    static func watches(_ arn: String) -> Bool {
        guard let arn = try? ARN(arn) else { return false }
        return list.resource(ResourceReference(arn)) != nil
    }

    @Test(arguments: [
        ("arn:aws:iam::123456789012:user/BreakglassUser1", true),
        ("arn:aws:iam::123456789012:user/path/breakglassuser1", true),
        ("arn:aws:iam::111122223333:user/BreakglassUser1", false),
        ("arn:aws:iam::111122223333:role/EmergencyAccess_RO", true),
        ("arn:aws:iam::123456789012:role/EmergencyAccess_RO", false),
        ("arn:aws:iam::123456789012:role/EmergencyAccess_Role1_Ops", true),
        ("arn:aws:iam::123456789012:role/EmergencyAccess_Role2_Ops", false),
        ("arn:aws:iam::444455556666:role/breakglass-anything", true),
        ("arn:aws:iam::123456789012:root", true),
        ("arn:aws:iam::111122223333:root", true),
        ("arn:aws:iam::444455556666:root", false),
        ("arn:aws:iam::123456789012:saml-provider/Okta", true),
        ("arn:aws:iam::444455556666:saml-provider/Okta", false),
        ("arn:aws:s3:::example-breakglass-trail", true),
        ("arn:aws:s3:::breakglass-code-123456789012-eu-west-1", true),
        ("arn:aws:s3:::breakglass-code-123456789012-eu-north-1", false),
        ("arn:aws:sns:us-west-2:123456789012:breakglass-alerts", true),
        ("arn:aws:sns:eu-north-1:123456789012:breakglass-alerts", false),
        (
            "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/breakglass-drift-checker:*",
            true
        ),
        ("not an ARN", false), ("", false), ("arn:aws:iam::", false),
    ])
    func `whether an ARN is watched`(arn: String, ours: Bool) {
        #expect(Self.watches(arn) == ours)
    }

    /// CloudTrail User Guide, "Creating a trail for an organization": a trail of that name is made in
    /// every member account.
    @Test func `the trail of the plan is watched by ARN and by name everywhere`() throws {
        var plan = TestPlan.plan
        let arn = "arn:aws:cloudtrail:eu-central-1:444455556666:trail/org-trail"
        plan.trail = try ARN(arn)
        let list = WatchList(plan)
        func watched(_ value: String, account: String, region: String) -> String? {
            list.resource(
                ResourceReference(type: .trail, value: value, account: account, region: region))?
                .arn
        }
        for region in ["eu-central-1", "us-east-1"] {
            #expect(watched("org-trail", account: "444455556666", region: region) == arn)
            #expect(watched(arn, account: "111122223333", region: region) == arn)
            #expect(
                watched("org-trail", account: "111122223333", region: region)
                    == "arn:aws:cloudtrail:*:*:trail/org-trail")
            #expect(watched("org-trail2", account: "111122223333", region: region) == nil)
            #expect(watched(arn + "2", account: "444455556666", region: region) == nil)
        }
        #expect(!Self.watches(arn))
    }

    @Test func `a user without a name or an account is not watched`() {
        #expect(!Self.list.isWatchedUser(nil, in: "123456789012"))
        #expect(!Self.list.isWatchedUser("BreakglassUser1", in: nil))
        #expect(Self.list.usedRole("EmergencyAccess_RO", in: nil) == nil)
    }

    @Test func `infrastructure is watched for changes, not for use`() {
        #expect(Self.list.isInfrastructureRole("breakglass-event-enricher"))
        #expect(Self.list.usedRole("breakglass-event-enricher", in: "123456789012") == nil)
        #expect(!Self.list.isInfrastructureRole("LegacyBreakGlass"))
        #expect(Self.list.usedRole("LegacyBreakGlass", in: "111122223333") != nil)
    }
}
