import Samples
import Testing

@testable import Alerts

@Suite struct AssumeRoleWithSAMLTests {
    static let provider = "arn:aws:iam::123456789012:saml-provider/Okta"
    static let samlUser = """
        {"type":"SAMLUser","principalId":"bm9ib2R5:dana@example.com",\
        "userName":"dana@example.com","identityProvider":"bm9ib2R5"}
        """

    static func assume(_ role: String, provider: String = provider) -> TestEvent {
        TestEvent(
            "sts", "AssumeRoleWithSAML",
            """
            {"sAMLAssertionID":"_1","roleSessionName":"dana@example.com","durationSeconds":3600,\
            "roleArn":"\(role)","principalArn":"\(provider)"}
            """
        ).by(samlUser).having(#""readOnly":true"#)
    }

    static let rows: [Row] = [
        .due(
            "an emergency role",
            assume("arn:aws:iam::123456789012:role/EmergencyAccess_Role1_RO")),
        .due(
            "any role in the emergency access account",
            assume("arn:aws:iam::123456789012:role/Auditor")),
        .due(
            "any role in it, through any provider",
            assume(
                "arn:aws:iam::123456789012:role/Auditor",
                provider: "arn:aws:iam::123456789012:saml-provider/Other")),
        .due(
            "a refused attempt whose request is left out",
            TestEvent("sts", "AssumeRoleWithSAML").by(samlUser).denied(
                "Not authorized to perform sts:AssumeRoleWithSAML")),
        .due(
            "a guarded role elsewhere",
            assume(
                "arn:aws:iam::111122223333:role/LegacyBreakGlass",
                provider: "arn:aws:iam::111122223333:saml-provider/Other"
            ).in("111122223333")),
        .notDue(
            "Identity Center's daily work in a planned account",
            assume(
                "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_X_1",
                provider: "arn:aws:iam::111122223333:saml-provider/AWSSSO_1_DO_NOT_DELETE"
            ).in("111122223333")),
        .notDue(
            "a provider of the same name in another account",
            assume(
                "arn:aws:iam::444455556666:role/Any",
                provider: "arn:aws:iam::444455556666:saml-provider/Okta"
            ).in("444455556666")),
    ]

    @Test(arguments: rows) func `sign-ins through the IdP raise alerts`(row: Row) {
        let alert = row.event.alert()
        #expect(alert.due == row.due)
        #expect(alert.kind == .assumeRoleWithSAML)
    }

    @Test func `the IdP vouches for the person it named`() {
        let alert = Self.assume("arn:aws:iam::123456789012:role/EmergencyAccess_Role1_RO")
            .answered(#"{"subject":"dana@example.com","issuer":"http://www.okta.com/x"}"#).alert()
        #expect(alert.person.name == "dana@example.com")
        #expect(alert.person.source == .samlNameID)
        #expect(alert.person.vouched)
        #expect(alert.mfa == .notVisible)
        #expect(alert.role.access == "RO")
    }

    @Test func `a source identity of the assertion is better still`() {
        let alert = Self.assume("arn:aws:iam::123456789012:role/EmergencyAccess_Role1_RO")
            .answered(#"{"subject":"s-1","sourceIdentity":"dana@example.com"}"#).alert()
        #expect(alert.person.name == "dana@example.com")
        #expect(alert.person.source == .sourceIdentity)
        #expect(alert.person.vouched)
        #expect(alert.session.sourceIdentity == "dana@example.com")
    }

    @Test func `a denied call does not prove a person`() {
        let alert = Self.assume("arn:aws:iam::123456789012:role/EmergencyAccess_Role1_RO")
            .denied("Invalid assertion", code: "InvalidIdentityToken").alert()
        #expect(alert.person.name == "dana@example.com")
        #expect(!alert.person.vouched)
    }
}
