import AccessPlan
import Calls
import Testing

@testable import Alerts

struct SubjectTests {
    static func subject(_ role: String, _ mfa: Alert.MFA) -> String {
        AlertSamples.make(.assumeRole, "AssumeRole", source: "sts.amazonaws.com") {
            AlertSamples.session(&$0)
            AlertSamples.role(&$0, role, in: AlertSamples.workload, session: "s")
            $0.mfa = mfa
        }.message.subject
    }

    @Test func `that AWS does not see MFA is cut before a name`() {
        let role = "ARoleWhoseNameIsOf34CharactersLong"
        let subject = Self.subject(role, .notVisible)
        #expect(subject.contains(role) && subject.contains("production"))
        #expect(!subject.contains("MFA"))
        #expect(Self.subject("Ops", .notVisible).contains("MFA not visible to AWS"))
    }

    @Test func `a key that was switched is said to be on or off`() {
        for state in ["on", "off"] {
            let alert = AlertSamples.make(
                .tamper, "UpdateAccessKey", source: "iam.amazonaws.com"
            ) {
                AlertSamples.user(&$0)
                $0.resource = .init(
                    type: .iamUser, arn: "arn:aws:iam::123456789012:user/BreakglassUser1")
                $0.change = .init("access key", now: state)
            }
            #expect(alert.headline.contains("had an access key switched \(state) in "))
        }
    }
}
