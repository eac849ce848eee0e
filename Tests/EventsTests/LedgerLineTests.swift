import AccessPlan
import Samples
import Testing

@testable import Alerts
@testable import Events

@Suite struct LedgerLineTests {
    private let reader = EventReader(plan: TestPlan.plan)

    /// Events that have no line, or whose line says less, with the reason.
    private static let others = [
        "idp-app-activated": "comes by the partner's bus", "idp-group-member": "the same",
        "idp-group-rule": "the same", "idp-other-group": "the same",
        "odd-cut-off": "EventBridge delivers JSON alone", "odd-deep": "the same",
        "odd-not-json": "the same", "odd-null": "the same",
        "odd-hostile-text": "has quotes: EventBridge puts the event into the queue of the rule",
        "odd-request-is-text": "a request that is no object", "path-alarms": "a name in a list",
    ]

    @Test(arguments: Fixture.all.filter { others[$0.name] == nil })
    func `a line is due if its event is, and is about the same`(fixture: Fixture) throws {
        let event = try fixture.bytes
        guard let text = try LedgerForm.written(event) else {
            Issue.record("EventBridge delivers no line")
            return
        }
        let alert = reader.alert(of: LedgerLine(text))
        let whole = reader.alert(from: event, now: 0)
        #expect(alert.due == whole.due)
        #expect(alert.id == whole.id)
        #expect(alert.eventName == whole.eventName)
        #expect(alert.eventTime == whole.eventTime)
    }

    @Test func `a line that is not JSON is due, and keeps its id`() {
        let line = LedgerLine(#"{"detail":{"eventID":"e-1","errorMessage":"no "role" here"}}"#)
        let alert = reader.alert(of: line)
        #expect(alert.due)
        #expect(alert.id == "e-1")
    }

    @Test func `what an event lacks is not taken for an empty name`() throws {
        let line = LedgerLine(
            #"{"id":"","source":"aws.sts","detail":{"eventID":"e-1","requestParameters":{"name":""}}}"#
        )
        #expect(
            String(decoding: line.event, as: UTF8.self)
                == #"{"detail":{"eventID":"e-1"},"source":"aws.sts"}"#)
    }
}
