import AccessPlan
import Calls
import Samples
import Testing

@testable import Alerts
@testable import Events

@Suite struct BeforeTests {
    /// A call, what it changes, what its row reads, and what comes out with the plan.
    struct Entry: Sendable {
        let event: TestEvent
        var type: ResourceKind
        var arn: String?
        let read: Change
        let expected: Change
    }

    /// What the plan adds to a change.
    private static func change(_ entry: Entry) throws -> Change? {
        let delivery = Delivery(Array(entry.event.delivery.utf8))
        var reading = Reading(delivery, watch: WatchList(TestPlan.plan))
        reading.alert.resource = Alert.Resource(type: entry.type, arn: entry.arn)
        reading.alert.change = entry.read
        reading.addFromPlan(try #require(reading.call, "\(entry.event.name)"))
        return reading.alert.change
    }

    private static func role(_ name: String, _ arn: String, _ read: Change, _ expected: Change)
        -> Entry
    {
        Entry(
            event: TestEvent("iam", name, "{}"), type: .iamRole, arn: arn, read: read,
            expected: expected)
    }

    private static let workload = "arn:aws:iam::111122223333:role/EmergencyAccess_RO"

    static let entries: [Entry] = [
        role(
            "UpdateAssumeRolePolicy", workload, Change("trusted principals", now: "x"),
            Change(
                "trusted principals", before: "EmergencyAccess_Role1_RO (by the plan)", now: "x")),
        role(
            "UpdateAssumeRolePolicy", "arn:aws:iam::123456789012:role/EmergencyAccess_Role1_RO",
            Change("trusted principals", now: "x"),
            Change("trusted principals", before: "SAML provider Okta (by the plan)", now: "x")),
        role(
            "AttachRolePolicy", workload, Change("policy", now: "x"),
            Change("policy", before: "ReadOnlyAccess (by the plan)", now: "x")),
        role(
            "AttachRolePolicy", "arn:aws:iam::111122223333:role/LegacyBreakGlass",
            Change("policy", now: "x"), Change("policy", now: "x")),
        role(
            "DetachRolePolicy", workload, Change("policy", before: "y", now: "x"),
            Change("policy", before: "y", now: "x")),
        Entry(
            event: TestEvent("events", "DisableRule", "{}"), type: .eventRule,
            arn: "arn:aws:events:eu-west-1:111122223333:rule/breakglass-iam",
            read: Change("state", now: "DISABLED"),
            expected: Change(
                "state", before: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS (by the plan)",
                now: "DISABLED")),
        Entry(
            event: TestEvent("events", "DisableRule", "{}"), type: .eventRule,
            arn: "arn:aws:events:eu-west-1:123456789012:rule/aws.partner/okta.com/x/breakglass-x",
            read: Change("state", now: "DISABLED"),
            expected: Change("state", before: "ENABLED (by the plan)", now: "DISABLED")),
        Entry(
            event: TestEvent("events", "DisableRule", "{}"), type: .eventRule,
            arn: "arn:aws:events:eu-west-1:111122223333:rule/guarded",
            read: Change("state", now: "DISABLED"), expected: Change("state", now: "DISABLED")),
        Entry(
            event: TestEvent("scheduler", "UpdateSchedule", "{}"), type: .schedule,
            arn: "arn:aws:scheduler:eu-west-1:123456789012:schedule/x/breakglass-nightly-check",
            read: Change("state", now: "DISABLED"),
            expected: Change("state", before: "ENABLED (by the plan)", now: "DISABLED")),
        Entry(
            event: TestEvent("scheduler", "UpdateSchedule", "{}"), type: .schedule,
            arn: "arn:aws:scheduler:eu-west-1:123456789012:schedule/x/breakglass-nightly-check",
            read: Change("schedule", now: "state DISABLED, endDate x"),
            expected: Change(
                "schedule", before: "state ENABLED (by the plan)", now: "state DISABLED, endDate x")
        ),
        Entry(
            event: TestEvent("cloudtrail", "PutEventSelectors", "{}"), type: .trail,
            arn: "arn:aws:cloudtrail:eu-west-1:123456789012:trail/breakglass-trail",
            read: Change("recorded events", now: "ReadOnly"),
            expected: Change(
                "recorded events", before: "all management events (by the plan)", now: "ReadOnly")),
    ]

    @Test(arguments: entries) func `what was there before, the plan says`(entry: Entry) throws {
        #expect(try Self.change(entry) == entry.expected)
    }

    @Test(arguments: [
        ("123456789012", "the emergency access account (123456789012)"),
        ("111122223333", "production (111122223333)"),
        ("r-ab12", "the emergency access account and every other account of the organization"),
        ("ou-ab12-1", "the accounts below ou-ab12-1: it is not known whether ours are among them"),
    ])
    func `whom a policy of the organization hits is named`(target: String, who: String) throws {
        let entry = Entry(
            event: TestEvent(
                "organizations", "AttachPolicy", #"{"policyId":"p-1","targetId":"\#(target)"}"#),
            type: .serviceControlPolicy, arn: "p-1", read: Change("attached to", now: target),
            expected: Change("", now: ""))
        let change = try Self.change(entry)
        #expect(change?.who == who)
        #expect(change?.after == (target.contains("-") ? target : who))
    }

    @Test(arguments: [
        ("email", "alerts@example.com", "a subscriber of the plan", Gravity?.some(.repairs)),
        ("email", "eve@example.com", "somebody whom the plan does not name", nil),
        ("sms", "alerts@example.com", "somebody whom the plan does not name", nil),
    ])
    func `a subscriber is one of the plan's, or a stranger`(
        transport: String, endpoint: String, who: String, gravity: Gravity?
    ) throws {
        var plan = TestPlan.plan
        plan.subscribers = [.init(transport: .email, endpoint: "alerts@example.com")]
        let event = TestEvent(
            "sns", "Subscribe", #"{"protocol":"\#(transport)","endpoint":"\#(endpoint)"}"#)
        var reading = Reading(
            Delivery(Array(event.delivery.utf8)), watch: WatchList(plan))
        reading.alert.resource = Alert.Resource(type: .snsTopic, arn: nil)
        reading.alert.change = Change("subscriber", before: "not subscribed", now: endpoint)
        reading.addFromPlan(try #require(reading.call))
        #expect(reading.alert.change?.who == who)
        #expect(reading.alert.change?.gravity == gravity)
    }
}
