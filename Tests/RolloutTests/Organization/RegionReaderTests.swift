import FakeAWS
import FakeWorld
import HTTP
import Testing

@testable import AccessPlan
@testable import Deployment
@testable import Rollout

@Suite struct RegionReaderTests {
    private static var plan: Plan {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.accounts = [
            Plan.Account(
                number: 1, id: "111122223333", name: "production", roles: ["RO"], groups: [:])
        ]
        return plan
    }

    @Test func `Without an organization the plan says which accounts there are`() async throws {
        let cloud = FakeCloud { call in
            switch call.action {
            case "GetCallerIdentity": .identity
            case "POST /listRegions":
                .item(
                    """
                    {"Regions": [{"RegionName": "eu-west-1", "RegionOptStatus": "ENABLED"}]}
                    """)
            default:
                Response(
                    status: 400,
                    body: Array(#"{"__type": "AWSOrganizationsNotInUseException"}"#.utf8))
            }
        }
        let reader = RegionReader(
            plan: Self.plan,
            reader: OrganizationReader(
                client: cloud.client, caller: FakeCloud.caller(), region: "eu-west-1",
                deadline: cloud.machine.deadline(after: .seconds(600))),
            known: [:], units: [])
        let result = try await reader.read()
        let own = try #require(result.accounts.first { $0.id == "123456789012" })
        #expect(own.regions == ["eu-west-1": .enabled])
        #expect(result.policies == nil)
        let others = result.accounts.filter { $0.id != "123456789012" }
        #expect(others.allSatisfy { $0.unreached == "no organization leads to it" })
    }
}

extension Response {
    fileprivate static let identity = Response(
        status: 200,
        body: Array(
            """
            <R><GetCallerIdentityResult><Account>123456789012</Account>\
            <Arn>arn:aws:iam::123456789012:user/rollout</Arn><UserId>AIDA</UserId>\
            </GetCallerIdentityResult></R>
            """.utf8))
}
