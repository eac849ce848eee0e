import Testing

@testable import AccessPlan
@testable import Alerts
@testable import Events

@Suite struct DeclarationTests {
    private let now = 1_780_000_000.0

    private static func declaration(
        _ mode: Declaration.Mode = .user, people: Set<String> = [], accounts: Set<String> = [],
        expires: Int = 1_780_003_600, closing: Int? = nil
    ) -> Declaration {
        Declaration(
            incident: "INC-1", mode: mode, declaredBy: "joe", people: people, accounts: accounts,
            declared: 1_779_990_000, expires: expires, closing: closing)
    }

    private func reader() -> EventReader {
        var plan = Plan(
            organization: "example", emergencyAccount: "111122223333", home: "eu-west-1")
        plan.breakGlassUsers = ["BreakglassUser1"]
        return EventReader(plan: plan)
    }

    private func event(_ name: String, source: String) -> [UInt8] {
        Array(
            """
            {"eventName":"\(name)","eventSource":"\(source)","eventType":"AwsApiCall",
             "eventID":"e-1","eventTime":"2026-05-28T20:26:40Z","recipientAccountId":"111122223333",
             "userIdentity":{"type":"IAMUser","accountId":"111122223333",
              "arn":"arn:aws:iam::111122223333:user/BreakglassUser1","userName":"BreakglassUser1"},
             "requestParameters":{"userName":"BreakglassUser1"},
             "responseElements":{"ConsoleLogin":"Success"}}
            """.utf8)
    }

    private func alert(
        _ declaration: Declaration, name: String = "ConsoleLogin",
        source: String = "signin.amazonaws.com"
    ) -> Alert {
        reader().alert(from: event(name, source: source), now: now) { _, _ in
            Knowledge(declaration: declaration)
        }
    }

    @Test func `a sign-in within a declared emergency is expected`() {
        let alert = alert(Self.declaration())
        #expect(alert.expected == .init(state: .declared, incident: "INC-1"))
        #expect(alert.severity == .medium)
    }

    @Test func `a sign-in within a drill is a drill`() {
        let alert = alert(Self.declaration(.drill))
        #expect(alert.expected.state == .drill)
        #expect(alert.severity == .low)
    }

    @Test func `a person whom the declaration does not name is raised`() {
        let alert = alert(Self.declaration(people: ["BreakglassUser2"]))
        #expect(alert.expected.state == .declared)
        #expect(alert.severity >= .high)
        #expect(alert.unusual.contains { $0.contains("does not name") })
    }

    @Test func `part of a name is not the name`() {
        #expect(alert(Self.declaration(people: ["BreakglassUser"])).severity >= .high)
    }

    @Test func `a name that the caller chose names nobody`() {
        let declaration = Self.declaration(people: ["jane"])
        var alert = Alert()
        alert.person = .init(name: "jane", source: .sessionName, vouched: false)
        #expect(!declaration.names(alert))
        alert.person.vouched = true
        #expect(declaration.names(alert))
        alert.person = .init()
        alert.principal.name = "jane"
        #expect(declaration.names(alert))
    }

    @Test func `tampering is never expected`() {
        let alert = alert(
            Self.declaration(), name: "CreateAccessKey", source: "iam.amazonaws.com")
        #expect(alert.kind == .tamper)
        #expect(alert.expected.state == .unexpected)
    }

    @Test(arguments: [
        declaration(expires: 1_779_999_999), declaration(accounts: ["444455556666"]),
        declaration(closing: 1_779_999_000),
    ])
    func `one that is expired, closing or for another account covers nothing`(
        _ declaration: Declaration
    ) {
        #expect(alert(declaration).expected.state == .unexpected)
        #expect(alert(declaration).severity == .critical)
    }

    @Test func `nothing is looked up about an event that is not watched`() {
        var asked = false
        let other = Array(
            #"{"eventName":"PutObject","eventSource":"s3.amazonaws.com","userIdentity":{}}"#.utf8)
        let alert = reader().alert(from: other, now: now) { _, _ in
            asked = true
            return Knowledge()
        }
        #expect(!alert.due)
        #expect(!asked)
    }
}
