import Testing

@testable import AccessPlan
@testable import Collector
@testable import Snapshots

/// `Part.ledger`: what is due by ledgers and CloudTrail, and what the outboxes say of it.
@Suite struct LedgerTests {
    private static let emergency = "123456789012"

    /// A sign-in of a break-glass user, as a line of the ledger and as CloudTrail keeps it.
    private static func event(_ id: String, in account: String = emergency) -> String {
        """
        {"detail":{"eventID":"\(id)","eventName":"ConsoleLogin","eventSource":"signin.amazonaws.com",\
        "eventTime":"2027-01-15T06:00:00Z","recipientAccountId":"\(account)","errorCode":"",\
        "userIdentity":{"type":"IAMUser","userName":"BreakglassUser1","accountId":"\(account)"}},\
        "source":"aws.signin"}
        """
    }

    private static func log(_ events: [String], next: String? = nil) -> StandInAWS.Reply {
        let lines = events.map { #"{"timestamp":1,"message":\#(quoted($0))}"# }
        let token = next.map { #","nextToken":"\#($0)""# } ?? ""
        return .this(200, #"{"events":[\#(lines.joined(separator: ","))]\#(token)}"#)
    }

    private static func history(_ events: [String]) -> StandInAWS.Reply {
        let texts = events.map { #"{"CloudTrailEvent":\#(quoted($0))}"# }
        return .this(200, #"{"Events":[\#(texts.joined(separator: ","))]}"#)
    }

    private static func quoted(_ text: String) -> String {
        #""\#(text.replacing("\"", with: "\\\""))""#
    }

    private func snapshot(
        _ answer: @escaping @Sendable (StandInAWS.Call) -> StandInAWS.Reply
    ) async -> (Snapshot, StandInAWS) {
        let aws = StandInAWS(answer)
        return (await aws.snapshot(), aws)
    }

    @Test func `the reader of events decides which lines are due`() async {
        let (snapshot, aws) = await snapshot { call in
            guard call.operation == "FilterLogEvents" else { return .usual }
            if call.body.contains("more") { return Self.log([Self.event("e-3")]) }
            return Self.log(
                [Self.event("e-1"), Self.event("e-2", in: "999999999999")], next: "more")
        }
        let lines = snapshot.ledger.lines["eu-west-1"]
        #expect(lines?.items.map(\.id) == ["e-1", "e-3"])
        #expect(lines?.unread == nil)
        #expect(
            lines?.items.first
                == Snapshot.DueEvent(
                    id: "e-1", name: "ConsoleLogin", time: 1_799_992_800, account: Self.emergency,
                    uses: ["\(Self.emergency)/BreakglassUser1"]))
        #expect(snapshot.ledger.since == 1_800_000_000 - 44 * 3_600)
        #expect(
            aws.calls("FilterLogEvents").allSatisfy {
                $0.body.contains(#""logGroupName":"/aws/events/breakglass-ledger""#)
                    && $0.body.contains(#""startTime":1799841600000"#)
            })
    }

    @Test func `the outbox is asked for alerts and acts, and for what tells them`() async {
        let (snapshot, aws) = await snapshot { call in
            switch call.operation {
            case "FilterLogEvents": return Self.log([Self.event("e-1"), Self.event("e-2")])
            case "BatchGetItem" where call.body.contains("act#e-1"):
                return .this(
                    200,
                    """
                    {"Responses":{"breakglass-state":[{"id":{"S":"alert#e-1"},"state":{"S":"sent"},\
                    "sent":{"SS":["arn:t"]}},{"id":{"S":"act#e-2"},"waits":{"S":"story#s"}}]}}
                    """)
            case "BatchGetItem":
                return .this(
                    200,
                    """
                    {"Responses":{"breakglass-state":[{"id":{"S":"story#s"},"lane":{"S":"stories"},\
                    "due":{"N":"1799999000"}}]}}
                    """)
            default: return .usual
            }
        }
        #expect(
            snapshot.ledger.outbox["eu-west-1"]?.value == [
                "alert#e-1": Snapshot.OutboxItem(state: "sent", taken: ["arn:t"]),
                "act#e-2": Snapshot.OutboxItem(waits: "story#s"),
                "story#s": Snapshot.OutboxItem(due: 1_799_999_000),
            ])
        #expect(aws.calls("BatchGetItem").count == 2)
    }

    @Test func `CloudTrail is asked in the Regions of hubs and of global services`() async {
        let (snapshot, aws) = await snapshot { call in
            guard call.operation == "LookupEvents" else { return .usual }
            return Self.history([Self.event("e-1"), Self.event("e-2", in: "999999999999")])
        }
        #expect(snapshot.ledger.history.items.map(\.id) == ["e-1"])
        #expect(snapshot.ledger.history.unread == nil)
        let asked = aws.calls("LookupEvents").filter { $0.body.contains("ResourceName") }
        #expect(Set(asked.map(\.region)) == ["eu-west-1", "us-east-1"])
        #expect(asked.count == 10)
    }

    @Test func `what could not be read is said`() async {
        let (snapshot, _) = await snapshot { call in
            switch call.operation {
            case "FilterLogEvents": .refuse("AccessDeniedException")
            case "LookupEvents": .refuse("AccessDeniedException")
            default: .usual
            }
        }
        #expect(snapshot.ledger.lines["eu-west-1"]?.unread?.reason == .denied)
        #expect(snapshot.ledger.history.unread?.reason == .denied)
        let (other, _) = await self.snapshot { call in
            switch call.operation {
            case "FilterLogEvents": Self.log([Self.event("e-1")])
            case "BatchGetItem": .refuse("ResourceNotFoundException")
            default: .usual
            }
        }
        #expect(other.ledger.lines["eu-west-1"]?.items.count == 1)
        #expect(other.ledger.outbox["eu-west-1"]?.isMissing == true)
    }
}
