import AccessPlan
import Testing

@testable import Alerts
@testable import Events

struct ContactsTests {
    static let plan = {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.contacts = [
            Plan.Contact(name: "Jane", telephone: "+31 20 555 0100", users: ["BreakglassUser1"]),
            Plan.Contact(name: "Ann", telephone: "+31 20 555 0101", roles: ["Ops"]),
            Plan.Contact(name: "Joe", telephone: "+31 20 555 0102", root: true),
            Plan.Contact(name: "On call", telephone: "+31 20 555 0103"),
        ]
        return plan
    }()

    static func called(_ change: (inout Alert) -> Void) -> [String] {
        var alert = Alert()
        alert.due = true
        alert.kind = .sessionActivity
        change(&alert)
        alert.takeContacts(plan)
        return alert.contacts.map(\.name)
    }

    @Test func `the plan says whom to call, by user, role and root, else anybody`() {
        #expect(
            Self.called {
                $0.principal = .init(type: "IAMUser", name: "breakglassuser1")
            } == ["Jane"])
        #expect(
            Self.called {
                $0.resource = .init(
                    type: .iamUser, arn: "arn:aws:iam::123456789012:user/BreakglassUser1")
            } == ["Jane"])
        #expect(Self.called { $0.role.access = "Ops" } == ["Ann"])
        #expect(
            Self.called { $0.principal = .init(type: "AssumedRole", name: "Ops") } == ["Ann"])
        #expect(Self.called { $0.principal.type = "Root" } == ["Joe"])
        #expect(Self.called { $0.principal.name = "mallory" } == ["On call"])
    }

    @Test func `a name that its bearer chose picks nobody`() {
        for source in [Alert.Person.Source.sessionName, .sourceIdentity] {
            #expect(
                Self.called {
                    $0.principal = .init(type: "AssumedRole", name: "Ops")
                    $0.person = .init(name: "BreakglassUser1", source: source, vouched: false)
                } == ["Ann"])
        }
        #expect(
            Self.called {
                $0.principal = .init(type: "OktaUser", name: "BreakglassUser1")
            } == ["On call"])
        #expect(
            Self.called {
                $0.person = .init(name: "BreakglassUser1", source: .samlNameID, vouched: true)
            } == ["Jane"])
    }

    @Test func `root's holders are not called about a root session of another account`() {
        for kind in [Alert.Actor.Kind.rootTask, .awsService] {
            #expect(
                Self.called {
                    $0.principal.type = "Root"
                    $0.actor.kind = kind
                } == ["On call"])
        }
    }

    @Test func `nobody is called for a canary, a report or what is not due`() {
        #expect(Self.called { $0.kind = .canary }.isEmpty)
        #expect(Self.called { $0.kind = .drift }.isEmpty)
        #expect(Self.called { $0.due = false }.isEmpty)
    }
}
