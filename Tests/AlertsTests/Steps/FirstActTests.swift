import Calls
import Testing

@testable import Alerts

struct FirstActTests {
    @Test(arguments: StopsTests.cells)
    func `a text message says the account and what to do first`(
        kind: Alert.Actor.Kind, act: StopsTests.Act
    ) throws {
        let alert = StepSamples.alert(kind, act)
        let sms = try #require(alert.message.sms)
        #expect(sms.utf8.count <= 140)
        #expect(sms.contains("security") || sms.contains("production") || act == .providerChanged)
        // The account comes first where a long sentence leaves no space for both.
        let isLong = kind == .application && act == .providerChanged
        if let first = alert.firstAct, kind != .resource, act != .changeDenied, !isLong {
            #expect(sms.contains(". \(first.split(separator: ",")[0])"))
        }
        #expect(alert.message.subject.utf8.count <= 100)
        #expect(!alert.message.subject.contains(alert.firstAct ?? "\n"))
    }

    @Test func `what was declared, repaired or heard needs no act`() {
        let alert = StepSamples.alert(.user, .signIn) { $0.expected.state = .declared }
        #expect(alert.firstAct == nil)
        #expect(StepSamples.alert(.user, .signIn).firstAct == "Call, else lock the user")
        #expect(StepSamples.alert(.root, .signIn).firstAct == "Call root's holders")
        #expect(StepSamples.alert(.unknown, .signIn).firstAct == "Call, then investigate")
        #expect(
            StepSamples.alert(.user, .userChanged).firstAct == "Undo it, then lock the user")
    }

    @Test func `what cannot be undone is not asked for`() {
        let alert = StepSamples.alert(.user, .userChanged) { $0.undoing = .never("It is lost") }
        #expect(alert.firstAct == "Call, then lock the user")
    }
}
