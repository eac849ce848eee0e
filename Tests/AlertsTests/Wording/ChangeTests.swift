import AccessPlan
import Calls
import Testing

@testable import Alerts

@Suite struct ChangeTests {
    private static func alert(_ edit: (inout Alert) -> Void) -> Alert {
        AlertSamples.make(.tamper, "AttachUserPolicy", source: "iam.amazonaws.com") {
            $0.resource = .init(type: .iamUser, arn: "arn:aws:iam::111122223333:user/dana")
            $0.outcome.result = .success
            edit(&$0)
        }
    }

    @Test(arguments: [
        (
            Change("policy", now: "AdministratorAccess"),
            "policy was: not stated; now: AdministratorAccess"
        ),
        (Change("name", before: "bob", now: "eve"), "name was: bob; now: eve"),
        (
            Change("protocol", now: "email", who: "eve"),
            "protocol was: not stated; now: email; for: eve"
        ),
        (Change("group", now: "eve added", who: "eve"), "group was: not stated; now: eve added"),
    ])
    func `the line says what was, what is, and for whom`(change: Change, line: String) {
        #expect(Self.alert { $0.change = change }.changeWords == line)
    }

    @Test func `of a call that failed the line says what was asked for`() {
        let alert = Self.alert {
            $0.outcome.result = .failure
            $0.change = Change("policy", before: "X", now: "AdministratorAccess")
        }
        #expect(
            alert.changeWords
                == "nothing was changed: the call failed. Asked for: policy AdministratorAccess")
    }

    @Test(arguments: [
        ("DeleteUser", "user was: existed; now: deleted"),
        ("CreateUser", "user was: did not exist; now: created"),
        ("FrobnicateUser", "user was: not stated; now: changed by FrobnicateUser"),
    ])
    func `without a value the call's words say what happened`(name: String, line: String) {
        #expect(Self.alert { $0.eventName = name }.changeWords == line)
    }

    @Test func `e-mail, chat and JSON have it`() {
        let message = Self.alert { $0.change = Change("name", before: "bob", now: "eve") }.message
        #expect(message.text.contains("\nBefore -> now: name was: bob; now: eve\n"))
        #expect(message.https?.contains("*Before → now:* name was: bob; now: eve") == true)
        #expect(
            message.sqs?.contains(
                #""change":{"what":"name","before":"bob","after":"eve","who":null}"#) == true)
    }

    @Test func `every call of the catalog has the line, what is no change has none`() {
        for call in Call.all {
            for kind in [Alert.Kind.tamper, .idpChange] {
                let alert = Self.alert {
                    $0.kind = kind
                    $0.eventName = call.name
                    $0.eventSource = call.service.rawValue
                    $0.resource = .init(type: call.target.type)
                }
                let text = alert.message.text
                #expect(text.contains("\nBefore -> now: "), "\(call.name)")
                #expect(alert.shownChange?.after.isEmpty == false, "\(call.name)")
            }
        }
        #expect(Self.alert { $0.kind = .sessionActivity }.shownChange == nil)
    }
}
