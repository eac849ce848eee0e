import AWSClient
import FakeAWS
import HTTP
import Testing

@testable import AccessPlan
@testable import BreakGlassCLI
@testable import Rollout

@Suite struct PlanDraftTests {
    private static let management = "111122223333"

    private static func answer(_ call: FakeCloud.Call) -> Response {
        switch call.action {
        case "ListAccounts":
            .item(
                #"""
                {"Accounts": [
                 {"Id": "012345678901", "Name": "staging \"old\"", "State": "ACTIVE"},
                 {"Id": "111122223333", "Name": "management", "State": "ACTIVE"},
                 {"Id": "444455556666", "Name": "break glass", "State": "ACTIVE"},
                 {"Id": "555566667777", "Name": "production", "State": "ACTIVE"},
                 {"Id": "666677778888", "Name": "production", "State": "ACTIVE"},
                 {"Id": "777788889999", "Name": "gone", "State": "SUSPENDED"}]}
                """#)
        case "DescribeOrganization":
            .item(#"{"Organization": {"Id": "o-exampleorg", "MasterAccountId": "111122223333"}}"#)
        case "DescribeTrails":
            .item(
                """
                {"trailList": [{"TrailARN":
                 "arn:aws:cloudtrail:eu-central-1:111122223333:trail/all", "HomeRegion": "eu-central-1",
                 "IsMultiRegionTrail": true, "IsOrganizationTrail": true}]}
                """)
        case "POST /listRegions":
            .item(#"{"Regions": [{"RegionName": "eu-central-1"}, {"RegionName": "us-east-1"}]}"#)
        case "ListSAMLProviders":
            Response(
                status: 200,
                body: Array(
                    """
                    <R><ListSAMLProvidersResult><SAMLProviderList><member>\
                    <Arn>arn:aws:iam::111122223333:saml-provider/Okta</Arn></member>\
                    </SAMLProviderList></ListSAMLProvidersResult></R>
                    """.utf8))
        case "ListInstances" where call.region == "eu-central-1":
            .item(
                """
                {"Instances": [{"InstanceArn": "arn:aws:sso:::instance/ssoins-1",
                 "IdentityStoreId": "d-9067642ac7"}]}
                """)
        case "ListInstances": .item(#"{"Instances": []}"#)
        default: .refused("Unexpected")
        }
    }

    private func draft(
        emergency: String? = "444455556666",
        _ answer: @escaping @Sendable (FakeCloud.Call) -> Response = Self.answer
    ) async -> String {
        let cloud = FakeCloud(answer)
        let site = Site(
            account: Self.management, arn: "arn:aws:iam::111122223333:role/a",
            client: cloud.client, caller: FakeCloud.caller())
        let survey = await OrganizationSurvey.read(site, "eu-central-1")
        return PlanDraft(survey: survey, home: "eu-central-1", emergency: emergency).text
    }

    private func plan(_ text: String) throws -> Plan {
        try PlanFile(name: "draft", text: text).plan()
    }

    @Test func `the accounts of the organization are a plan, each with a number of its own`()
        async throws
    {
        let plan = try plan(await draft())
        #expect(plan.emergencyAccount == "444455556666")
        #expect(plan.regions.home == "eu-central-1" && plan.regions.standby == "us-east-1")
        #expect(
            plan.accounts.map(\.id)
                == ["111122223333", "555566667777", "666677778888", "012345678901"])
        #expect(plan.accounts.map(\.number) == [1, 2, 3, 4])
        #expect(
            plan.accounts.map(\.name)
                == ["management", "production", "production 666677778888", #"staging "old""#])
    }

    @Test func `what was found is in comments, and a plan once they are enabled`() async throws {
        let text = await draft()
        #expect(text.contains("## Enabled in account 111122223333: eu-central-1, us-east-1."))
        #expect(text.contains("## SAML provider of account 111122223333: arn:aws:iam::"))
        #expect(text.contains("## 777788889999 gone is SUSPENDED."))
        #expect(text.contains("  # the management account"))
        let enabled = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("#") && !$0.hasPrefix("##") ? $0.dropFirst() : $0 }
            .joined(separator: "\n")
        let plan = try plan(enabled)
        #expect(plan.trail?.text == "arn:aws:cloudtrail:eu-central-1:111122223333:trail/all")
        #expect(plan.identityProvider?.kind == .identityCenter)
        #expect(plan.identityProvider?.identityStore == "d-9067642ac7")
        #expect(plan.administrators.rollout != nil)
    }

    @Test func `without a choice the emergency access account is nobody's, and says so`()
        async throws
    {
        let text = await draft(emergency: nil)
        #expect(text.contains("## CHOOSE the account"))
        #expect(try plan(text).accounts.count == 5)
    }

    @Test func `what cannot be read is said, and the result is a plan all the same`() async throws {
        let text = await draft { _ in .refused("AccessDenied", status: 403) }
        for part in ["accounts", "Which Regions are enabled", "Trails", "SAML providers"] {
            #expect(text.contains("\(part) could not be read: "), "\(part)")
        }
        #expect(text.contains("Identity Center could not be read"))
        #expect(try plan(text).accounts.isEmpty)
    }
}
