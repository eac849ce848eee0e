import AccessPlan
import Calls
import Testing

@testable import Alerts

struct ChangeStepsTests {
    static func change(
        _ name: String, _ service: String = "iam", _ fill: (inout Alert) -> Void = { _ in }
    ) -> Alert {
        AlertSamples.make(.tamper, name, source: "\(service).amazonaws.com") {
            AlertSamples.user(&$0, "dana")
            $0.resource = .init(
                type: .iamUser, arn: "arn:aws:iam::123456789012:user/mallory")
            fill(&$0)
        }
    }

    @Test func `what keeps somebody out is undone after a call only`() throws {
        let off = Self.change("UpdateAccessKey") {
            $0.change = Change("access key", now: "off", gravity: .shutsOut)
            $0.undoing = .commands(["aws iam update-access-key --status Active"])
        }
        let password = Self.change("DeleteLoginProfile") { $0.undoing = .byHand("Give a new one") }
        for alert in [off, password] {
            #expect(alert.nextSteps[0].hasPrefix("Call whoever holds dana now"))
            #expect(alert.nextSteps[1].hasPrefix("Unless it was one of you, undo it, in "))
            #expect(alert.firstAct == "Call, else undo it")
        }
        let on = Self.change("UpdateAccessKey") {
            $0.change = Change("access key", now: "on", gravity: .opens)
            $0.undoing = .commands(["aws iam update-access-key --status Inactive"])
        }
        #expect(on.nextSteps[0].hasPrefix("Undo it, in "))
        #expect(on.firstAct == "Undo it, then lock the user")
    }

    @Test(arguments: [true, false])
    func `nothing undoes a lock or a repair unasked`(isBarrier: Bool) {
        let alert = Self.change("AttachUserPolicy") {
            // Root, so that a repair is urgent.
            if !isBarrier { AlertSamples.root(&$0) }
            var change = Change("policy", now: "AWSDenyAll")
            change.gravity = isBarrier ? .shutsOut : .repairs
            change.isBarrier = isBarrier
            $0.change = change
            $0.undoing = .commands(["aws iam detach-user-policy --user-name mallory"])
        }
        #expect(alert.nextSteps[0].hasPrefix("Call "))
        #expect(alert.nextSteps[1].contains(": leave it until you know who did it, and why"))
        #expect(!alert.nextSteps.contains { $0.contains("detach-user-policy") })
        #expect(alert.firstAct == "Call, undo nothing yet")
    }

    @Test func `AWS is not called about its quarantine, and it stays`() {
        let alert = Self.change("AttachUserPolicy") {
            $0.principal = .init(type: "AWSService", name: "iam.amazonaws.com")
            $0.actor.kind = .awsService
            $0.change = Change("policy", now: "AWSCompromisedKeyQuarantineV3")
            $0.change?.isBarrier = true
            $0.undoing = .commands(["aws iam detach-user-policy --user-name mallory"])
        }
        #expect(alert.nextSteps[0].contains("leave it until you know"))
        #expect(!alert.nextSteps.contains { $0.contains("detach-user-policy") })
        #expect(alert.firstAct == "Find who set it up, undo nothing yet")
    }

    @Test(arguments: [
        ("TagUser", "Check who changed this: it does not affect access or alerts"),
        (
            "AttachUserPolicy",
            "This repairs something: check that it was you, and why it was broken"
        ),
    ])
    func `a change that is not urgent is not called a repair unless it is one`(
        name: String, step: String
    ) {
        let alert = Self.change(name) {
            if name != "TagUser" { $0.change = Change("x", now: "y", gravity: .repairs) }
        }
        #expect(alert.severity == .low)
        #expect(alert.nextSteps.first == step)
    }

    @Test(arguments: [
        ("PutAlternateContact", "account", ResourceKind.account, false),
        ("Subscribe", "sns", .snsTopic, false), ("StopLogging", "cloudtrail", .trail, true),
        ("DeleteSchedule", "scheduler", .schedule, true),
        ("AttachPolicy", "organizations", .account, false),
    ])
    func `alerts may be missing only after what silences`(
        name: String, service: String, type: ResourceKind, isMissing: Bool
    ) {
        let alert = Self.change(name, service) { $0.resource = .init(type: type, arn: nil) }
        #expect(
            alert.nextSteps.contains { $0.hasPrefix("Assume that alerts are missing") } == isMissing
        )
    }
}
