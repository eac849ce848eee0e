import AccessPlan
import Calls
import Samples
import Testing

@testable import Alerts
@testable import Events

@Suite struct IdPChangeTests {
    /// One event of Okta's log stream.
    struct Entry: Sendable, CustomTestStringConvertible {
        let sentence: String
        let type: String
        let targets: String
        let due: Bool
        var source = "aws.partner/okta.com/example/log"
        var result = "SUCCESS"
        var testDescription: String { sentence }

        var delivery: [UInt8] {
            Array(
                """
                {"version":"0","id":"22223333-0001","detail-type":"SystemLog",\
                "source":"\(source)","account":"123456789012","time":"2026-07-01T12:00:04Z",\
                "region":"eu-west-1","resources":[],"detail":{"uuid":"okta-0001",\
                "published":"2026-07-01T12:00:00.123Z","eventType":"\(type)","version":"0",\
                "severity":"INFO","displayMessage":"x","actor":{"id":"00uAdmin","type":"User",\
                "alternateId":"admin@example.com","displayName":"Ada Min"},"client":{\
                "userAgent":{"rawUserAgent":"Mozilla/5.0","os":"Linux"},\
                "ipAddress":"2001:db8::7"},"outcome":{"result":"\(result)","reason":null},\
                "target":\(targets)}}
                """.utf8)
        }
    }

    static let app = #"{"id":"0oaFederation","type":"AppInstance","displayName":"AWS"}"#
    static let otherApp = #"{"id":"0oaPayroll","type":"AppInstance","displayName":"Pay"}"#
    static let user = #"{"id":"00uDana","type":"User","alternateId":"dana@example.com"}"#

    static func group(_ name: String, id: String = "00gAny") -> String {
        #"{"id":"\#(id)","type":"UserGroup","displayName":"\#(name)"}"#
    }

    static let entries: [Entry] = [
        Entry(
            sentence: "the federation app is activated", type: "application.lifecycle.activate",
            targets: "[\(app)]", due: true),
        Entry(
            sentence: "the federation app is deactivated",
            type: "application.lifecycle.deactivate", targets: "[\(app)]", due: true),
        Entry(
            sentence: "another app is activated", type: "application.lifecycle.activate",
            targets: "[\(otherApp)]", due: false),
        Entry(
            sentence: "somebody joins an emergency group, known by name",
            type: "group.user_membership.add",
            targets: "[\(user),\(group("aws#EmergencyAccess_Role1_RO#123456789012"))]", due: true),
        Entry(
            sentence: "somebody joins an emergency group, known by id",
            type: "group.user_membership.add",
            targets: "[\(user),\(group("renamed", id: "00gEmergencyOps"))]", due: true),
        Entry(
            sentence: "somebody leaves an emergency group", type: "group.user_membership.remove",
            targets: "[\(group("AWS#emergencyaccess_role1_ops#123456789012")),\(user)]",
            due: true),
        Entry(
            sentence: "somebody joins another group", type: "group.user_membership.add",
            targets: "[\(user),\(group("Everyone"))]", due: false),
        Entry(
            sentence: "somebody joins a group of another account",
            type: "group.user_membership.add",
            targets: "[\(user),\(group("aws#EmergencyAccess_Role1_RO#444455556666"))]", due: false),
        Entry(
            sentence: "a person is called like an emergency group",
            type: "user.lifecycle.create",
            targets: """
                [{"id":"00uX","type":"User",\
                "displayName":"aws#EmergencyAccess_Role1_RO#123456789012"}]
                """, due: false),
        Entry(
            sentence: "a group is assigned to the federation app",
            type: "group.application_assignment.add",
            targets: "[\(group("Everyone")),\(app)]", due: true),
        Entry(
            sentence: "an emergency group is taken off an app",
            type: "group.application_assignment.remove",
            targets: "[\(group("aws#EmergencyAccess_Role1_Ops#123456789012")),\(otherApp)]",
            due: true),
        Entry(
            sentence: "a group rule is activated", type: "group.user_membership.rule.activated",
            targets: #"[{"id":"0prRule","type":"GroupRule","displayName":"all"}]"#, due: true),
        Entry(
            sentence: "somebody is assigned to the federation app",
            type: "application.user_membership.add",
            targets: #"[{"id":"0ua1","type":"AppUser"},\#(app),\#(user)]"#, due: true),
        Entry(
            sentence: "somebody is assigned to another app",
            type: "application.user_membership.add", targets: "[\(otherApp),\(user)]", due: false),
        Entry(
            sentence: "an event type that nobody has heard of, on the federation app",
            type: "application.frobnicate", targets: "[\(app)]", due: true),
        Entry(
            sentence: "no targets", type: "application.lifecycle.activate", targets: "null",
            due: false),
        Entry(
            sentence: "a forged source", type: "application.lifecycle.activate",
            targets: "[\(app)]", due: false, source: "okta.com/example/log"),
    ]

    static func alert(_ entry: Entry) -> Alert {
        EventReader(plan: TestPlan.plan).alert(from: entry.delivery, now: 1_782_907_500)
    }

    @Test(arguments: entries) func `the IdP's events raise alerts if watched`(entry: Entry) {
        let alert = Self.alert(entry)
        #expect(alert.due == entry.due)
        #expect((alert.kind == .idpChange) == entry.source.hasPrefix("aws.partner/"))
    }

    @Test func `the facts are Okta's`() {
        let alert = Self.alert(Self.entries[0])
        #expect(alert.id == "okta-0001")
        #expect(alert.eventTime == "2026-07-01T12:00:00Z")
        #expect(alert.person.name == "admin@example.com")
        #expect(alert.sourceIP == "2001:db8::7")
        #expect(alert.userAgent == "Mozilla/5.0")
        #expect(alert.outcome.result == .success)
        #expect(alert.resource.type == .idpApp)
        #expect(alert.eventName == "application.lifecycle.activate")
    }

    @Test func `a program that acted is no person`() {
        let text = String(decoding: Self.entries[3].delivery, as: UTF8.self)
            .replacing(
                #""type":"User","alternateId":"admin@"#,
                with: #""type":"SystemPrincipal","alternateId":"admin@"#)
        let alert = EventReader(plan: TestPlan.plan).alert(
            from: Array(text.utf8), now: 1_782_907_500)
        #expect(alert.due && alert.actor.kind == .application)
        #expect(alert.person == .init())
        #expect(alert.actor.agent == "admin@example.com")
        #expect(!alert.nextSteps.joined().contains("Call admin"))
    }

    @Test(arguments: [
        ("user.session.start", "FAILURE", false), ("user.authentication.sso", "SUCCESS", true),
        ("policy.evaluate_sign_on", "CHALLENGE", false), ("user.mfa.attempt", "DENY", false),
        ("application.lifecycle.activate", "FAILURE", true),
    ])
    func `a step of a sign-in proves nobody unless it succeeded`(
        type: String, result: String, isProven: Bool
    ) {
        let alert = Self.alert(
            Entry(
                sentence: type, type: type, targets: "[\(Self.app)]", due: true, result: result))
        #expect(alert.person.vouched == isProven)
        let proven: Alert.Actor.Kind = type.hasPrefix("user.") ? .idpUser : .idpAdministrator
        #expect(alert.actor.kind == (isProven ? proven : .unproven))
    }

    @Test func `who got in is named, and what the group opens`() throws {
        let alert = Self.alert(Self.entries[3])
        let change = try #require(alert.change)
        #expect(change.who == "dana@example.com")
        #expect(change.what == "members")
        #expect(
            change.after
                == "dana@example.com added; the group opens EmergencyAccess_Role1_RO in "
                + "emergency-access (123456789012), and by it EmergencyAccess_RO in "
                + "production (111122223333)")
        #expect(alert.undoing.map { "\($0)" }?.contains("remove \\\"dana@example.com") == true)
    }

    @Test func `the app says that it was inactive`() {
        let change = Self.alert(Self.entries[0]).change
        #expect(change?.before == "inactive")
        #expect(change?.after.hasPrefix("active") == true)
    }

    @Test func `an event type that no row lists states no change of its own`() {
        let alert = Self.alert(Self.entries[14])
        #expect(alert.due && alert.change == nil)
    }
}
