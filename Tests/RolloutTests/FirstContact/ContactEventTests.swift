import Testing

@testable import Rollout

@Suite struct ContactEventTests {
    @Test func `evidence holds nothing that is secret or about a person`() throws {
        let event = try #require(
            ContactEvent(
                """
                {"eventName": "AssumeRole", "eventSource": "sts.amazonaws.com",
                 "eventTime": "2026-11-01T00:00:00Z", "sourceIPAddress": "203.0.113.7",
                 "userIdentity": {"arn": "arn:aws:iam::1:user/jane"},
                 "responseElements": {"credentials": {"sessionToken": "SECRET"}}}
                """, region: "eu-west-1"))
        #expect(event.summary == "2026-11-01T00:00:00Z eu-west-1 sts.amazonaws.com AssumeRole")
    }

    @Test func `a denial is of one role`() throws {
        let text = """
            {"eventName": "AssumeRole", "errorCode": "AccessDenied",
             "errorMessage": "on resource: arn:aws:iam::1:role/first-contact"}
            """
        let event = try #require(ContactEvent(text, region: "eu-west-1"))
        #expect(event.isDenial(of: "first-contact") && !event.isDenial(of: "other"))
        #expect(ContactEvent("nonsense", region: "eu-west-1") == nil)
    }
}
