import Samples
import Testing

@testable import AccessPlan
@testable import Alerts
@testable import Calls

/// The default bus, on which the rules of every account are.
@Suite struct ReadingBusTests {
    static func events(_ name: String, _ request: String) -> TestEvent {
        TestEvent("events", name, request).in("111122223333").at("eu-west-1")
            .by(TestEvent.user("orla", in: "111122223333"))
    }

    static let arn = "arn:aws:events:eu-west-1:111122223333:event-bus/default"

    static let rows: [Row] = [
        .due("the default bus is changed", events("UpdateEventBus", #"{"name":"default"}"#)),
        .due(
            "somebody may put events on it",
            events("PutPermission", #"{"statementId":"s","principal":"777788889999"}"#)),
        .due("by its ARN", events("RemovePermission", #"{"eventBusName":"\#(arn)"}"#)),
        .due(
            "by its ARN, from another account",
            events("PutPermission", #"{"eventBusName":"\#(arn)"}"#).in("777788889999")),
        .notDue(
            "of an account that is not in the plan",
            events("UpdateEventBus", #"{"name":"default"}"#).in("777788889999")),
        .notDue(
            "another bus of a planned account",
            events("PutPermission", #"{"eventBusName":"orders"}"#)),
        .notDue(
            "a rule on the default bus",
            events("PutRule", #"{"name":"orders","eventBusName":"default"}"#)),
        .notDue("a refusal that names no bus", events("PutPermission", "null").denied("no")),
    ]

    @Test(arguments: rows) func `the default bus of a planned account`(row: Row) {
        let alert = row.event.alert()
        #expect(alert.due == row.due)
        #expect((alert.kind == .tamper) == row.due)
    }

    @Test func `the bus is named`() {
        let alert = Self.events("PutPermission", #"{"statementId":"s"}"#).alert()
        #expect(alert.resource == .init(type: .eventBus, arn: Self.arn))
        #expect(
            alert.undoing
                == .removal([
                    "aws events remove-permission --statement-id s --event-bus-name default "
                        + "--region eu-west-1"
                ]))
    }
}
