import Testing

@testable import Collector
@testable import Snapshots

struct SessionsTests {
    private let reader = SessionReader(plan: RolesTests.federated)

    private static let saml = #"""
        {"eventName":"AssumeRoleWithSAML","eventTime":"2027-01-15T08:00:00Z",
         "userIdentity":{"type":"SAMLUser","userName":"jane@example.com"},
         "requestParameters":{"roleArn":"arn:aws:iam::123456789012:role/EmergencyAccess_Role1_RO"},
         "responseElements":{"credentials":{"expiration":"Jan 15, 2027, 9:00:00 AM"}}}
        """#

    private static func login(_ user: String, _ result: String) -> String {
        #"""
        {"eventName":"ConsoleLogin","eventTime":"2027-01-15T08:00:00Z",
         "userIdentity":{"type":"IAMUser","userName":"\#(user)"},
         "responseElements":{"ConsoleLogin":"\#(result)"}}
        """#
    }

    @Test func `an assertion opens a session on an emergency role until it expires`() throws {
        let start = try #require(try reader.read(Self.saml).get())
        #expect(start.arn.hasSuffix("role/EmergencyAccess_Role1_RO"))
        #expect(start.person == "jane@example.com" && start.account == "123456789012")
        #expect(start.time == 1_800_000_000 && start.expires == 1_800_003_600)
    }

    @Test func `a sign-in of a break-glass user is read, without an end`() throws {
        let start = try #require(
            try reader.read(Self.login("BreakglassUser1", "Success")).get())
        #expect(start.arn == "arn:aws:iam::123456789012:user/BreakglassUser1")
        #expect(start.expires == nil)
    }

    @Test(arguments: [
        Self.login("BreakglassUser1", "Failure"), Self.login("other", "Success"),
        Self.saml.replacing("EmergencyAccess_Role1_RO", with: "Other"),
        Self.saml.replacing(#""eventName""#, with: #""errorCode":"AccessDenied","eventName""#),
        Self.saml.replacing("AssumeRoleWithSAML", with: "DescribeRegions"),
    ])
    func `a denied call and somebody who is not watched have no session`(event: String) throws {
        #expect(try reader.read(event).get() == nil)
    }

    @Test(arguments: ["", "{", "{}", #"{"eventName":"ConsoleLogin","eventTime":"soon"}"#])
    func `an event that cannot be read is not ignored`(event: String) {
        #expect(reader.read(event).unread?.reason == .malformed)
    }

    @Test func `each Region is read, and a denied Region does not count as empty`() async {
        let aws = StandInAWS { call in
            guard call.operation == "LookupEvents" else { return .usual }
            guard call.region == "eu-west-1" else { return .refuse("AccessDeniedException") }
            let event = Self.saml.split(whereSeparator: \.isNewline).joined()
                .replacing(#"""#, with: #"\""#)
            return .this(200, #"{"Events":[{"CloudTrailEvent":"\#(event)"}]}"#)
        }
        let sessions = await aws.snapshot(RolesTests.federated).emergencyAccount.sessions
        #expect(sessions.items.count == 1 && sessions.unread?.reason == .denied)
        #expect(Set(aws.calls("LookupEvents").map(\.region)) == ["eu-west-1", "us-east-1"])
    }
}
