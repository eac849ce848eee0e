import AccessPlan
import Rollout
import Snapshots
import Testing
import Trails

@testable import BreakGlassCLI

/// What `breakglass preflight trail` prints.
@Suite struct TrailChoiceLinesTests {
    private let arn = "arn:aws:cloudtrail:us-east-1:123456789012:trail/audit"
    private let plan = Plan(
        organization: "example", emergencyAccount: "123456789012", home: "us-east-1")

    private func trail(isLogging: Observed<Bool> = .observed(true)) -> Snapshot.Trail {
        Snapshot.Trail(
            arn: arn, isMultiRegion: true, homeRegion: "us-east-1", isLogging: isLogging,
            managementEvents: .observed(.all))
    }

    @Test func `without a trail, the line says which kind is made`() {
        let choice = TrailChoice([], plan: plan)
        #expect(choice.lines(ofOrganization: true) == [["make", "breakglass-trail", "yes"]])
        #expect(choice.lines(ofOrganization: false) == [["make", "breakglass-trail", "no"]])
        #expect(choice.status == .drift)
    }

    @Test func `a fit trail is a line, and what follows is another`() {
        let choice = TrailChoice([trail()], plan: plan)
        #expect(
            choice.lines(ofOrganization: false)
                == [["trail", arn, "us-east-1", "fit", "-"], ["adopt", arn]])
        #expect(choice.status == .fine)
    }

    @Test func `an unfit trail has its reason, and ours is put right`() {
        var ours = trail(isLogging: .observed(false))
        ours.arn = ours.arn.replacing("audit", with: "breakglass-trail")
        let choice = TrailChoice([ours], plan: plan)
        #expect(
            choice.lines(ofOrganization: false)
                == [
                    ["trail", ours.arn, "us-east-1", "unfit", "is stopped"],
                    ["repair", ours.arn, "is stopped"],
                ])
        #expect(choice.status == .drift)
    }

    @Test func `what cannot be read has another status`() {
        let choice = TrailChoice(
            [trail(isLogging: .unavailable(Unavailable("the status", .denied)))], plan: plan)
        #expect(choice.status == .failure)
        #expect(
            choice.lines(ofOrganization: false)
                == [
                    [
                        "trail", arn, "us-east-1", "unknown",
                        "the status could not be read: access was denied",
                    ]
                ])
    }
}
