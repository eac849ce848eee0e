import AccessPlan
import Testing

@testable import Rollout

/// Who is subscribed, with which filter, and who is not asked again.
@Suite struct SubscriptionsTests {
    private static let filter = AlertPathNames.subscriptionFilter

    private static func plan(_ subscribers: (Plan.Subscriber.Transport, String)...) -> Plan {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "us-east-1")
        plan.regions.standby = "us-east-2"
        plan.subscribers = subscribers.map { .init(transport: $0.0, endpoint: $0.1) }
        return plan
    }

    private static func arn(_ number: Int) -> String {
        "arn:aws:sns:us-east-1:123456789012:breakglass-alerts:\(number)"
    }

    @Test func `everybody is subscribed in both Regions, and the filter is on alerts alone`() async
    {
        let people = FakePeople()
        let plan = Self.plan(
            (.email, "a@example.com"), (.sqs, "arn:aws:sqs:us-east-1:1:q"),
            (.chat, "https://chat.example.com/1"), (.chat, "slack"),
            (.firehose, "arn:aws:firehose:us-east-1:1:deliverystream/d"))
        let outcome = await Subscriptions(plan: plan, site: people.site).subscribe()
        #expect(outcome.obstacles == [])
        #expect(
            outcome.done
                == ["us-east-1", "us-east-2"].flatMap { region in
                    [
                        "breakglass-alerts: email a@example.com subscribed, to be confirmed",
                        "breakglass-alarms: email a@example.com subscribed, to be confirmed",
                        "breakglass-alerts: sqs arn:aws:sqs:us-east-1:1:q subscribed",
                        "breakglass-alerts-chat: https https://chat.example.com/1 subscribed, "
                            + "to be confirmed",
                    ].map { "123456789012  \(region)  \($0)" }
                })
        for subscription in people.now.subscriptions.values.flatMap({ $0 }) {
            let isAlerts = subscription.topic == "breakglass-alerts"
            #expect(subscription.attributes == (isAlerts ? ["FilterPolicy": Self.filter] : [:]))
        }
    }

    @Test func `a look says what would be done, and changes nothing`() async {
        let people = FakePeople()
        let plan = Self.plan((.sqs, "arn:aws:sqs:us-east-1:1:q"))
        let look = Subscriptions(plan: plan, site: people.site)
        let lines = ["us-east-1", "us-east-2"].map {
            "123456789012  \($0)  breakglass-alerts: sqs arn:aws:sqs:us-east-1:1:q will be subscribed"
        }
        let planned = await look.planned()
        #expect(planned == lines)
        #expect(people.now.subscriptions.isEmpty)
        _ = await look.subscribe()
        let left = await look.planned()
        #expect(left == [])
    }

    @Test func `a second run changes nothing`() async {
        let people = FakePeople()
        let plan = Self.plan((.email, "a@example.com"), (.sqs, "arn:aws:sqs:us-east-1:1:q"))
        _ = await Subscriptions(plan: plan, site: people.site).subscribe()
        let before = people.now.subscriptions
        let again = await Subscriptions(plan: plan, site: people.site).subscribe()
        #expect(again == Subscriptions.Outcome())
        #expect(people.now.subscriptions == before)
    }

    @Test(arguments: [
        (nil, "gets no canaries from now on"), ("{}", "gets no canaries from now on"),
        (#"{"severity":["low"]}"#, "gets everything but canaries again"),
    ])
    func `a confirmed one without our filter gets it`(filter: String?, words: String) async {
        let people = FakePeople(
            .init(subscriptions: [
                "us-east-1": [
                    .init(
                        topic: "breakglass-alerts", transport: "email", endpoint: "A@example.com",
                        arn: Self.arn(1), attributes: filter.map { ["FilterPolicy": $0] } ?? [:])
                ]
            ]))
        var plan = Self.plan((.email, "a@example.com"))
        plan.regions.standby = nil
        let outcome = await Subscriptions(plan: plan, site: people.site).subscribe()
        #expect(
            outcome.done.first
                == "123456789012  us-east-1  breakglass-alerts: email a@example.com \(words)")
        #expect(people.changes.sorted() == ["SetSubscriptionAttributes", "Subscribe"])
        // Noted before, so that canaries wait until it is in effect.
        #expect(people.actions.first { $0.hasSuffix("Item") || $0.hasPrefix("Set") } == "PutItem")
        #expect(people.now.subscriptions["us-east-1"]?[0].attributes["FilterPolicy"] == Self.filter)
    }

    @Test func `our filter is ours however it is spaced, but not over the message's body`() async {
        let spaced = #"{ "kind" : [ {"anything-but": ["canary"]}, {"exists": false} ] }"#
        var plan = Self.plan((.sqs, "arn:aws:sqs:us-east-1:1:q"))
        plan.regions.standby = nil
        for (scope, changes) in [
            ("MessageAttributes", []), ("MessageBody", ["SetSubscriptionAttributes"]),
        ] {
            let people = FakePeople(
                .init(subscriptions: [
                    "us-east-1": [
                        .init(
                            topic: "breakglass-alerts", transport: "sqs",
                            endpoint: "arn:aws:sqs:us-east-1:1:q", arn: Self.arn(1),
                            attributes: ["FilterPolicy": spaced, "FilterPolicyScope": scope])
                    ]
                ]))
            _ = await Subscriptions(plan: plan, site: people.site).subscribe()
            #expect(people.changes == changes, "\(scope)")
            #expect(
                people.now.subscriptions["us-east-1"]?[0].attributes["FilterPolicyScope"]
                    == "MessageAttributes")
        }
    }

    @Test func `who was asked is not asked again, and who was removed is`() async {
        func one(_ isDeleted: Bool) -> FakePeople {
            FakePeople(
                .init(subscriptions: [
                    "us-east-1": ["breakglass-alerts", "breakglass-alarms"].map {
                        .init(
                            topic: $0, transport: "email", endpoint: "a@example.com",
                            isDeleted: isDeleted)
                    }
                ]))
        }
        var plan = Self.plan((.email, "a@example.com"))
        plan.regions.standby = nil
        let (pending, removed) = (one(false), one(true))
        _ = await Subscriptions(plan: plan, site: pending.site).subscribe()
        #expect(pending.changes == [])
        _ = await Subscriptions(plan: plan, site: removed.site).subscribe()
        #expect(removed.changes == ["Subscribe", "Subscribe"])
    }

    @Test func `a stream that people subscribed gets the filter`() async {
        let stream = "arn:aws:firehose:us-east-1:1:deliverystream/d"
        let people = FakePeople(
            .init(subscriptions: [
                "us-east-1": [
                    .init(
                        topic: "breakglass-alerts", transport: "firehose", endpoint: stream,
                        arn: Self.arn(1))
                ]
            ]))
        _ = await Subscriptions(plan: Self.plan((.firehose, stream)), site: people.site).subscribe()
        #expect(people.changes == ["SetSubscriptionAttributes"])
    }

    @Test func `a refusal is named, and everything else is done`() async {
        let people = FakePeople(.init(denied: ["Subscribe"]))
        let outcome = await Subscriptions(
            plan: Self.plan((.email, "a@example.com")), site: people.site
        ).subscribe()
        #expect(outcome.done == [])
        #expect(outcome.obstacles.count == 4)
        let first = outcome.obstacles.first.map { "\($0)" } ?? ""
        #expect(
            first.hasPrefix(
                "account 123456789012, us-east-1, breakglass-alerts: email a@example.com: "
                    + "sns Subscribe failed: AccessDenied"))
        #expect(first.hasSuffix("hint: allow sns:Subscribe to the caller"))
    }

    @Test func `a topic that cannot be read is named once, and nobody is subscribed to it`() async {
        let people = FakePeople(.init(denied: ["ListSubscriptionsByTopic"]))
        var plan = Self.plan((.email, "a@example.com"), (.email, "b@example.com"))
        plan.regions.standby = nil
        let outcome = await Subscriptions(plan: plan, site: people.site).subscribe()
        #expect(
            Set(outcome.obstacles.map(\.subject)) == ["breakglass-alerts", "breakglass-alarms"])
        #expect(outcome.obstacles.count == 2)
        #expect(people.changes == [])
    }
}
