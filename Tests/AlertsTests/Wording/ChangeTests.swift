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
            "policy, was: not stated, now: AdministratorAccess"
        ),
        (Change("name", before: "bob", now: "eve"), "name, was: bob, now: eve"),
        (
            Change("protocol", now: "email", who: "eve"),
            "protocol, was: not stated, now: email; for: eve"
        ),
        (Change("group", now: "eve added", who: "eve"), "group, was: not stated, now: eve added"),
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
                == "nothing was changed, the attempt failed. Asked for policy: AdministratorAccess")
    }

    @Test(arguments: [
        ("DeleteUser", "user, was: existed, now: deleted"),
        ("CreateUser", "user, was: did not exist, now: created"),
        ("FrobnicateUser", "user, was: not stated, now: changed by FrobnicateUser"),
    ])
    func `without a value the call's words say what happened`(name: String, line: String) {
        #expect(Self.alert { $0.eventName = name }.changeWords == line)
    }

    @Test func `e-mail, chat and JSON have it`() {
        let message = Self.alert { $0.change = Change("name", before: "bob", now: "eve") }.message
        #expect(message.text.contains("\nBefore -> now: name, was: bob, now: eve\n"))
        #expect(message.https?.contains("*Before → now:* name, was: bob, now: eve") == true)
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

    @Test(arguments: [
        (Change("policy", now: "AdministratorAccess (AWS's own)"), "AdministratorAccess"),
        (Change("policy", before: "P (x)", now: "not attached"), nil),
        (Change("policy", before: "ReadOnly1 (x)", now: "not attached"), "ReadOnly1"),
        (Change("deletion", now: "in 30 days (Jan 1)"), "in 30 days"),
        (Change("policy", now: "allows everything; denies x"), "allows everything"),
        (Change("access key", now: "AKIAI44QH8DHBEXAMPLE added"), "AKIAI44QH8DHBEXAMPLE"),
        (Change("FilterPolicy", now: "empty"), "FilterPolicy"),
        (Change("settings", now: "timeout 3"), nil), (Change("x", now: "A1, B2"), nil),
        (Change("x", now: "none: nothing limits X"), nil), (Change("x", now: "AWS's default"), nil),
        (Change("state", now: "off"), nil), (Change("state", now: "DISABLED"), nil),
        (Change("user", now: "dana"), nil),
        (Change("x", now: String(repeating: "A1", count: 25)), nil),
    ])
    func `the headline has the value that decides, if it is short and telling`(
        change: Change, value: String?
    ) {
        let alert = Self.alert { $0.change = change }
        #expect(alert.decisiveValue == value)
        let headline = alert.headline(Phrasing())
        #expect(headline.contains("got a further policy (") == (value != nil))
    }

    @Test func `a subject without room leaves the value out`() {
        let alert = Self.alert { $0.change = Change("policy", now: "AdministratorAccess") }
        #expect(
            alert.headline(Phrasing(isBrief: true, nameLimit: 40)).contains("AdministratorAccess"))
        #expect(!alert.headline(Phrasing(isBrief: true, nameLimit: 32)).contains("Administrator"))
        #expect(alert.message.subject.utf8.count <= 100)
    }

    @Test func `a policy of the organization says what it was attached to`() {
        let alert = Self.alert {
            $0.eventSource = "organizations.amazonaws.com"
            $0.eventName = "AttachPolicy"
            $0.resource = .init(type: .serviceControlPolicy, arn: "p-1")
            $0.account.target = AlertSamples.emergency
        }
        let phrasing = Phrasing(emergencyAccount: AlertSamples.emergency)
        #expect(alert.headline(phrasing).contains("was attached to the emergency access account"))
    }
}
