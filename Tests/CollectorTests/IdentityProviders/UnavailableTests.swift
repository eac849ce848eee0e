import FakeWorld
import Testing

@testable import AccessPlan
@testable import Collector
@testable import HTTP
@testable import IdPClient
@testable import Snapshots
@testable import System

struct UnavailableTests {
    @Test(arguments: [
        (WebAPI.Failure.missing(code: "E0000007"), Unavailable.Reason.notFound),
        (.refused(status: 401, code: "E0000011"), .denied),
        (.refused(status: 403, code: nil), .denied),
        (.refused(status: 404, code: nil), .malformed),
        (.refused(status: 429, code: nil), .throttled),
        (.refused(status: 400, code: "E0000031"), .failed),
        (.refused(status: 302, code: nil), .failed),
        (.refused(status: 503, code: nil), .failed), (.noToken(status: 400, code: nil), .denied),
        (.noToken(status: 401, code: "invalid_client"), .denied),
        (.noToken(status: 500, code: nil), .failed), (.unsigned(reason: "disabled"), .denied),
        (.unreadable(reason: "is no JSON"), .malformed), (.outOfTime, .notReached),
        (.unreachable(.badURL), .failed),
    ])
    func `the failure of a call is the reason of the part`(
        failure: WebAPI.Failure, reason: Unavailable.Reason
    ) {
        let why = Unavailable("group 00g1", failure)
        #expect(why.reason == reason)
        #expect(why.part == "group 00g1")
        #expect(!why.detail.isEmpty)
    }

    @Test func `without a token every part says so, and a disabled key is named`() async throws {
        let machine = FakeWorld()
        var plan = Plan(organization: "o", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.identityProvider = Plan.IdentityProvider(kind: .okta)
        plan.accounts = [
            Plan.Account(
                number: 1, id: "111122223333", name: "a", roles: ["RO"], groups: ["RO": "00g1"])
        ]
        plan.responders = ["jane@example.com"]
        let reader = OktaReader(
            keyState: { _ in .observed("PendingDeletion") }, world: machine.world
        ) {
            _ throws(WebAPI.Failure) in throw .unsigned(reason: "kms Sign failed")
        }
        let found = await reader.read(
            plan, since: nil, before: machine.deadline(after: .seconds(5)))
        let whys = [
            found.app.unavailable, found.appUsers.unread, found.appGroups.unread,
            found.group("00g1").unavailable, found.controlGroup.unavailable,
            found.groupNames.unread, found.groupRules.unread, found.metadata.unavailable,
            found.log.unread, found.signOnPolicy.unavailable, found.logStreams.unread,
            found.responder("jane@example.com").unavailable,
        ]
        for why in whys { #expect(why?.reason == .denied) }
        #expect(try found.credential.get().keyState == .observed("PendingDeletion"))
    }
}

extension Observed {
    fileprivate var unavailable: Unavailable? {
        if case .unavailable(let why) = self { return why }
        return nil
    }
}
