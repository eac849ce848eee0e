import FakeAWS
import Testing

@testable import Rollout

@Suite struct SitesTests {
    static func site(_ account: String) -> Site {
        Site(
            account: account, arn: "arn:aws:iam::\(account):role/rollout",
            client: FakeCloud { _ in .refused("Nothing") }.client, caller: FakeCloud.caller(account)
        )
    }

    @Test func `An account with two seats is one site, and the management account comes first`() {
        let (one, two) = (Self.site("111122223333"), Self.site("444455556666"))
        let sites = Sites(emergency: one, organization: two, management: two)
        #expect(sites.all.map(\.account) == ["444455556666", "111122223333"])
        #expect(sites["444455556666"]?.arn == two.arn)
        #expect(sites["777788889999"] == nil)
    }

    @Test func `Each seat has options of its own`() {
        #expect(SignIn.Seat.emergency.option == "--profile")
        #expect(SignIn.Seat.organization.option == "--organization-profile")
        #expect(!SignIn(.management).isGiven)
        #expect(SignIn(.management, role: "Deployment").isGiven)
    }
}
