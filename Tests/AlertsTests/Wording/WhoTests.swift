import Testing

@testable import Alerts
@testable import Text

/// What people read about who acted, for every kind of actor.
struct WhoTests {
    /// A kind of actor as the reader fills it.
    struct Line: Sendable, CustomTestStringConvertible {
        let kind: Alert.Actor.Kind
        var type: String?
        var name: String?
        var agent: String?
        /// The beginning of the sentence "… called RunInstances (ec2)".
        let who: String
        /// The beginning of the who-line.
        let line: String
        let mfa: String
        var testDescription: String { kind.rawValue }
    }

    static let unstated = "not stated by this event"

    static let lines: [Line] = [
        Line(
            kind: .root, type: "Root", who: "Root",
            line: "the root user of security (123456789012)", mfa: unstated),
        Line(
            kind: .rootTask, type: "Root", who: "A root session (AssumeRoot)",
            line: "a root session of security (123456789012), which the management account took",
            mfa: "not asked of a session of AssumeRoot"),
        Line(
            kind: .user, type: "IAMUser", name: "dana", who: "dana",
            line: "the IAM user dana (certain: AWS vouches for it); source identity",
            mfa: unstated),
        Line(
            kind: .roleSession, type: "AssumedRole", name: "Deployer", who: "Somebody as Deployer",
            line: "a session of the role Deployer; ", mfa: unstated),
        Line(
            kind: .roleSession, type: "AssumedRole", name: "Deployer",
            agent: "cloudformation.amazonaws.com",
            who: "cloudformation.amazonaws.com for somebody as Deployer",
            line: "cloudformation.amazonaws.com, which acted for a session of the role Deployer; ",
            mfa: unstated),
        Line(
            kind: .federatedUser, type: "FederatedUser", name: "robin",
            who: "Somebody with a federation token of robin",
            line: "a federation token of the IAM user robin; ", mfa: unstated),
        Line(
            kind: .identityCenterUser, type: "IdentityCenterUser", who: "Somebody",
            line: "not known; ", mfa: unstated),
        Line(
            kind: .idpAdministrator, type: "OktaUser", who: "Somebody", line: "not known; ",
            mfa: unstated),
        Line(
            kind: .awsService, type: "AWSService", agent: "ec2.amazonaws.com",
            who: "The AWS service ec2.amazonaws.com",
            line: "the AWS service ec2.amazonaws.com, by itself", mfa: "not asked of an AWS service"
        ),
        Line(
            kind: .awsService, type: "Root", agent: "AWS Internal", who: "AWS",
            line: "AWS with root's identity: nobody signed in as root",
            mfa: "not asked of an AWS service"),
        Line(
            kind: .vendor, type: "AssumedRole", name: "Deployer", agent: "444455556666",
            who: "The vendor account 444455556666 (with the rights of a session of Deployer)",
            line: "the vendor account 444455556666, with rights that somebody lent it",
            mfa: unstated),
        Line(
            kind: .application, type: "IAMUser", name: "dana",
            agent: "arn:aws:signin:us-east-1::external-client/dcr/0f0f",
            who: "An application with the rights of dana",
            line:
                "an application or agent (external-client/dcr/0f0f) with the rights of the IAM user",
            mfa: unstated),
        Line(
            kind: .resource, type: "AssumedRole", name: "Worker",
            agent: "arn:aws:lambda:eu-west-1:123456789012:function:report",
            who: "The function report as Worker", line: "the function report as Worker: a program",
            mfa: "not asked of a program"),
        Line(
            kind: .resource, type: "AssumedRole", name: "Worker", agent: "i-0123456789abcdef0",
            who: "The instance i-0123456789abcdef0 as Worker",
            line: "the instance i-0123456789abcdef0 as Worker: a program",
            mfa: "not asked of a program"),
        Line(
            kind: .otherAccount, type: "AWSAccount", who: "Somebody from production (111122223333)",
            line: "somebody from production (111122223333); ", mfa: unstated),
        Line(
            kind: .unproven, type: "IAMUser", name: "dana", who: "Somebody",
            line: "not known: the name ", mfa: unstated),
        Line(kind: .unknown, who: "Somebody", line: "not known; ", mfa: unstated),
        Line(
            kind: .vendor, type: "IAMUser", name: "dana", agent: "444455556666",
            who: "The vendor account 444455556666 (with the rights of dana)",
            line: "the vendor account 444455556666, with rights that somebody lent it",
            mfa: unstated),
        Line(
            kind: .application, type: "AssumedRole", name: "Deployer",
            agent: "arn:aws:signin:us-east-1::external-client/dcr/0f0f",
            who: "An application with the rights of a session of Deployer",
            line: "an application or agent (external-client/dcr/0f0f) with the rights of a session",
            mfa: unstated),
        Line(
            kind: .idpUser, type: "OktaUser", who: "Somebody", line: "not known; ", mfa: unstated),
    ]

    static let chosen = "chosen-by-the-caller"

    static func alert(
        _ line: Line, _ kind: Alert.Kind = .sessionActivity, _ eventName: String = "RunInstances",
        source: Alert.Person.Source = .sourceIdentity, failed: Bool = false
    ) -> Alert {
        AlertSamples.make(kind, eventName, source: "ec2.amazonaws.com") {
            $0.actor.kind = line.kind
            $0.actor.agent = line.agent
            $0.principal.type = line.type
            $0.principal.name = line.name
            if line.type == "AssumedRole" {
                $0.principal.arn =
                    "arn:aws:sts::123456789012:assumed-role/\(line.name ?? "")/\(chosen)"
            }
            if line.kind == .otherAccount { $0.account.caller = AlertSamples.workload }
            $0.person = .init(name: chosen, source: source, vouched: false)
            $0.role.sessionName = chosen
            if failed { $0.outcome.result = .failure }
        }
    }

    @Test(arguments: lines) func `each kind of actor has its words`(line: Line) {
        let alert = Self.alert(line)
        let end = " called RunInstances (ec2) in "
        #expect(alert.headline.hasPrefix(line.who + end))
        #expect(alert.whoWords.hasPrefix(line.line), "\(alert.whoWords)")
        #expect(alert.mfaWords.hasPrefix(line.mfa))
    }

    @Test func `every kind of actor is tested`() {
        #expect(Set(Self.lines.map(\.kind)) == Set(Alert.Actor.Kind.allCases))
    }

    static let events: [(Alert.Kind, String)] = [
        (.consoleSignIn, "ConsoleLogin"), (.consoleSignIn, "CreateOAuth2Token"),
        (.consoleSignIn, "CredentialChallenge"), (.consoleSignIn, "GetSigninToken"),
        (.switchRole, "SwitchRole"), (.assumeRole, "AssumeRole"),
        (.assumeRoleWithSAML, "AssumeRoleWithSAML"), (.sessionActivity, "GetSessionToken"),
        (.sessionActivity, "StopInstances"), (.tamper, "StopLogging"), (.idpChange, "x.y"),
        (.other, "Something"),
    ]

    @Test(arguments: lines)
    func `no name that the caller chose stands in headline, subject or text message`(line: Line) {
        for source: Alert.Person.Source in [.sourceIdentity, .sessionName, .federatedUser] {
            for (kind, name) in Self.events {
                for failed in [false, true] {
                    let alert = Self.alert(line, kind, name, source: source, failed: failed)
                    let message = alert.message
                    for text in [alert.headline, message.subject, message.sms ?? ""] {
                        #expect(!text.contains(Self.chosen), "\(kind) \(name): \(text)")
                        #expect(!text.isEmpty)
                    }
                    #expect(message.text.contains("\nWho: "))
                    #expect(message.text.contains("\nMFA: "))
                }
            }
        }
    }

    @Test(arguments: lines) func `a name that the caller chose is marked in the who-line`(
        line: Line
    ) {
        let words = Self.alert(line).whoWords
        let marked = words.contains(Self.chosen) && words.contains("not certain")
        let hasNone: Set<Alert.Actor.Kind> = [.root, .awsService, .resource]
        #expect(marked != hasNone.contains(line.kind), "\(words)")
    }

    @Test(arguments: lines) func `a name that somebody vouches for is said`(line: Line) {
        let named: Set<Alert.Actor.Kind> = [
            .roleSession, .identityCenterUser, .idpAdministrator, .idpUser, .otherAccount,
            .federatedUser,
        ]
        guard named.contains(line.kind) else { return }
        var alert = Self.alert(line)
        alert.person = .init(name: "jane@example.com", source: .samlNameID, vouched: true)
        #expect(alert.who(Phrasing()).hasSuffix("jane@example.com"))
        #expect(
            alert.whoWords.contains(
                "jane@example.com (certain: the identity provider vouches for it)"))
    }

    @Test func `an instance by the name of its session alone is not certain`() {
        var alert = Self.alert(Self.lines[13])
        alert.actor.isByName = true
        alert.mfa = .notVisible
        #expect(
            alert.who(Phrasing()) == "a session named like instance i-0123456789abcdef0 as Worker")
        #expect(alert.whoWords.hasSuffix("(not certain: a caller may choose such a name)"))
        #expect(alert.mfaWords.hasPrefix("not visible to AWS"))
    }

    @Test func `an id of the directory is nobody's name`() {
        var alert = Self.alert(Self.lines[6])
        alert.person = .init(name: "90a7-1", source: .identityCenterUserID, vouched: true)
        #expect(alert.who(Phrasing()) == "an Identity Center user")
        #expect(
            alert.whoWords
                == "the Identity Center user with the id 90a7-1 (certain: AWS vouches for it)")
        alert.actor.kind = .unproven
        #expect(alert.givenName(Phrasing()) == nil)
    }

    @Test func `a source identity comes before a session name`() {
        let words = AlertSamples.make(.sessionActivity, "StopInstances") {
            AlertSamples.session(&$0, "ops")
            $0.person = .init(name: "kim", source: .sourceIdentity, vouched: false)
        }.whoWords
        #expect(
            words == "a session of the role EmergencyAccess_Role1_Ops; source identity kim; "
                + "session name ops (not certain: chosen by the caller)")
    }
}
