import AccessPlan
import Foundation
import Samples
import Testing
import Text

@testable import Rollout

/// What only people can do, and how it gets shorter.
@Suite struct ToDoTests {
    private static var plan: Plan {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "us-east-1")
        plan.regions.standby = "us-east-2"
        plan.breakGlassUsers = ["BreakglassUser1", "BreakglassUser2"]
        plan.identityProvider = Plan.IdentityProvider(kind: .okta, samlProvider: "Okta")
        plan.subscribers = [
            .init(transport: .email, endpoint: "a@example.com"),
            .init(transport: .https, endpoint: "https://pager.example.com/1"),
            .init(transport: .chat, endpoint: "security"),
            .init(
                transport: .firehose, endpoint: "arn:aws:firehose:us-east-1:1:deliverystream/d"),
        ]
        return plan
    }

    private static func subscription(
        _ topic: String, _ transport: String, _ endpoint: String, arn: String? = nil,
        clicked: Bool = false
    ) -> FakePeople.Subscription {
        .init(
            topic: topic, transport: transport, endpoint: endpoint, arn: arn,
            attributes: ["ConfirmationWasAuthenticated": clicked ? "false" : "true"])
    }

    private static let arn = "arn:aws:sns:us-east-1:123456789012:breakglass-alerts:1"

    /// Everything is open.
    private static var first: FakePeople.State {
        .init(
            subscriptions: [
                "us-east-1": [
                    subscription("breakglass-alerts", "email", "a@example.com"),
                    subscription("breakglass-alerts", "https", "https://pager.example.com/1"),
                    subscription(
                        "breakglass-alerts", "email", "b@example.com", arn: arn, clicked: true),
                ],
                "us-east-2": [
                    subscription("breakglass-alerts", "https", "https://pager.example.com/1")
                ],
            ], devices: ["BreakglassUser1": 1])
    }

    /// Everything is done.
    private static var last: FakePeople.State {
        let q = "https://global.sns-api.chatbot.amazonaws.com"
        let stream = "arn:aws:firehose:us-east-1:1:deliverystream/d"
        return .init(
            subscriptions: [
                "us-east-1": [
                    subscription("breakglass-alerts", "email", "a@example.com", arn: arn),
                    subscription("breakglass-alerts", "firehose", stream, arn: arn + "1"),
                    subscription("breakglass-alerts-chat", "https", q, arn: arn + "2"),
                ],
                "us-east-2": [
                    subscription("breakglass-alerts-chat", "https", q, arn: arn + "3"),
                    subscription("breakglass-alerts", "firehose", stream, arn: arn + "4"),
                ],
            ], passwords: ["BreakglassUser1", "BreakglassUser2"],
            devices: ["BreakglassUser1": 2, "BreakglassUser2": 3],
            providers: ["arn:aws:iam::123456789012:saml-provider/Okta"],
            items: ["drill#user", "drill#federation"])
    }

    private func list(
        _ state: FakePeople.State, _ plan: Plan = plan, _ others: [ToDoItem] = []
    ) async -> ToDo.List {
        await ToDo(plan: plan, site: FakePeople(state).site).list(others)
    }

    @Test func `the whole list reads as reviewed`() async throws {
        let other = ToDoItem(.other, "Run this again with --management-profile.")
        let text = await list(Self.first, Self.plan, [other]).text + "\n"
        let url = Golden.root.appending(path: "Tests/Fixtures/to-do.txt")
        if Golden.renew { try Data(text.utf8).write(to: url) }
        #expect(text == String(decoding: try Data(contentsOf: url), as: UTF8.self))
    }

    @Test func `when everything is done the list is empty`() async {
        let list = await list(Self.last)
        #expect(list == ToDo.List(items: []))
        #expect(list.text == "")
    }

    /// What one step back adds to an empty list.
    private static let steps: [(ToDoItem.Kind, @Sendable (inout FakePeople.State) -> Void)] = [
        (.confirmSubscription, { $0.subscriptions["us-east-1"]?[0].arn = nil }),
        (
            .confirmAgain,
            {
                $0.subscriptions["us-east-1"]?[0].attributes["ConfirmationWasAuthenticated"] =
                    "false"
            }
        ),
        (.connectChat, { $0.subscriptions["us-east-2"]?.remove(at: 0) }),
        (.subscribeStream, { $0.subscriptions["us-east-1"]?.remove(at: 1) }),
        (.setPassword, { $0.passwords.remove("BreakglassUser1") }),
        (.registerDevices, { $0.devices["BreakglassUser2"] = 1 }),
        (.makeProvider, { $0.providers = ["arn:aws:iam::123456789012:saml-provider/NotOkta"] }),
        (.drill, { $0.items.remove("drill#federation") }),
    ]

    @Test(arguments: steps.indices) func `each item is there until it is done`(
        index: Int
    ) async {
        var state = Self.last
        Self.steps[index].1(&state)
        let kinds = await list(state).items.map(\.kind).filter { $0 != .sealCredentials }
        #expect(kinds == [Self.steps[index].0])
    }

    @Test func `without subscribers people are asked to name some`() async {
        var plan = Self.plan
        plan.subscribers = []
        #expect(await list(Self.last, plan).items.map(\.kind) == [.nameSubscribers])
    }

    @Test(arguments: [
        ("GetLoginProfile", "the password of BreakglassUser1"),
        ("ListMFADevices", "the MFA devices of BreakglassUser1"),
        ("ListSAMLProviders", "SAML providers"), ("GetItem", "drills"),
        ("ListSubscriptionsByTopic", "breakglass-alerts"),
        ("GetSubscriptionAttributes", "breakglass-alerts: a@example.com"),
    ])
    func `what cannot be read is said, and is not called undone`(
        operation: String, subject: String
    ) async {
        var state = Self.last
        state.denied = [operation]
        let list = await list(state)
        #expect(list.unread.contains { $0.subject == subject })
        #expect(list.items.map(\.kind) == (operation == "GetItem" ? [.drill] : []))
    }

    @Test func `programs get kind, text and command`() async {
        let list = ToDo.List(items: [
            ToDoItem(.drill, "Do it."),
            ToDoItem(.connectChat, "Connect.", command: ["a \\", "b"], then: "Go on."),
        ])
        #expect(
            list.json.text
                == """
                [{"kind":"drill","text":"Do it."},{"command":"a \\\\\\nb","kind":"connect-chat",\
                "text":"Connect.","then":"Go on."}]
                """)
    }
}
