@testable import Alerts

extension AlertSamples {
    static let signIns: [(name: String, title: String, alert: Alert)] = [
        (
            "root-sign-in", "Root signs in, without MFA",
            make(.consoleSignIn, "ConsoleLogin") {
                root(&$0)
                $0.mfa = .no
            }
        ),
        (
            "root-sign-in-failed", "Somebody tries to sign in as root",
            make(.consoleSignIn, "ConsoleLogin") {
                root(&$0)
                $0.actor.kind = .unproven
                $0.outcome = .init(
                    result: .failure, code: nil, reason: "Failed authentication")
            }
        ),
        (
            "user-sign-in", "A break-glass user signs in",
            make(.consoleSignIn, "ConsoleLogin") {
                user(&$0)
                $0.mfa = .yes
                $0.session.thread = "AIDAEXAMPLE/2026-07-01T03:08:19Z"
            }
        ),
        (
            "user-sign-in-failed", "A break-glass user's password is tried",
            make(.consoleSignIn, "ConsoleLogin") {
                user(&$0)
                $0.person.vouched = false
                $0.actor.kind = .unproven
                $0.outcome = .init(
                    result: .failure, code: nil, reason: "Failed authentication")
                $0.mfa = .no
            }
        ),
        (
            "hidden-user-sign-in-failed", "Somebody tries a user name that does not exist",
            make(.consoleSignIn, "ConsoleLogin") {
                $0.principal.type = "IAMUser"
                actor(&$0, .unproven)
                $0.outcome = .init(
                    result: .failure, code: nil, reason: "No username found in supplied account")
            }
        ),
        (
            "federated-sign-in-declared", "A declared sign-in through the identity provider",
            make(.consoleSignIn, "ConsoleLogin") {
                session(&$0)
                $0.person = .init(name: "jane@example.com", source: .samlNameID, vouched: true)
                $0.principal.identityProvider = "Okta"
                role(&$0, "EmergencyAccess_Role1_Ops", in: emergency, session: "jane@example.com")
                $0.expected = .init(state: .declared, incident: "INC-4711")
                $0.mfa = .notVisible
            }
        ),
        (
            "password-recovery", "Somebody asks to reset root's password",
            make(.consoleSignIn, "PasswordRecoveryRequested") {
                root(&$0)
                $0.actor.kind = .unproven
            }
        ),
        (
            "aws-login", "A sign-in becomes command line credentials",
            make(.consoleSignIn, "CreateOAuth2Token") {
                user(&$0)
                $0.actor.agent = "arn:aws:signin:::devtools/same-device"
                $0.mfa = .yes
            }
        ),
    ]

    static let roles: [(name: String, title: String, alert: Alert)] = [
        (
            "assume-role-unexpected", "A break-glass user assumes a role in production",
            make(.assumeRole, "AssumeRole", source: "sts.amazonaws.com") {
                user(&$0)
                role(&$0, "BreakGlassRole", in: workload, session: "BreakglassUser1")
                $0.role.access = nil
                $0.mfa = .yes
                $0.userAgent = "aws-cli/2.32.0 md/awscrt#0.28.4 command/sts.assume-role"
            }
        ),
        (
            "assume-role-denied", "Somebody tries to assume an emergency role",
            make(.assumeRole, "AssumeRole", source: "sts.amazonaws.com") {
                user(&$0, "mallory")
                role(&$0, "EmergencyAccess_Ops", in: workload, session: nil)
                $0.session = .init()
                $0.outcome = .init(
                    result: .failure, code: "AccessDenied",
                    reason: "User: arn:aws:iam::123456789012:user/mallory is not authorized to "
                        + "perform: sts:AssumeRole on resource: "
                        + "arn:aws:iam::111122223333:role/EmergencyAccess_Ops")
                $0.userAgent = "aws-cli/2.32.0 md/awscrt#0.28.4 command/sts.assume-role"
            }
        ),
        (
            "assume-role-target-copy", "The role owner's copy, which names nobody",
            make(.assumeRole, "AssumeRole", source: "sts.amazonaws.com") {
                $0.principal.type = "AWSAccount"
                $0.principal.accountID = "444455556666"
                actor(&$0, .otherAccount)
                $0.actor.account = "444455556666"
                $0.account.caller = "444455556666"
                $0.account.recordedIn = workload
                role(&$0, "EmergencyAccess_Ops", in: workload, session: "build-42")
                $0.person = .init(name: "build-42", source: .sessionName, vouched: false)
                $0.session.sharedEventID = "11112222-3333-4444-5555-666677778888"
            }
        ),
        (
            "saml-unexpected", "Somebody comes in through the identity provider",
            make(.assumeRoleWithSAML, "AssumeRoleWithSAML", source: "sts.amazonaws.com") {
                federated(&$0)
                role(&$0, "EmergencyAccess_Role1_RO", in: emergency, session: "jane@example.com")
                $0.mfa = .notVisible
            }
        ),
        (
            "saml-not-named", "Somebody comes in during an emergency that does not name them",
            make(.assumeRoleWithSAML, "AssumeRoleWithSAML", source: "sts.amazonaws.com") {
                federated(&$0, "sam@example.com")
                role(&$0, "EmergencyAccess_Role1_RO", in: emergency, session: "sam@example.com")
                $0.mfa = .notVisible
                $0.expected.incident = "INC-4711"
            }
        ),
        (
            "saml-drill", "A drill",
            make(.assumeRoleWithSAML, "AssumeRoleWithSAML", source: "sts.amazonaws.com") {
                federated(&$0)
                role(&$0, "EmergencyAccess_Role1_RO", in: emergency, session: "jane@example.com")
                $0.expected = .init(state: .drill, incident: "2026-Q3")
                $0.mfa = .notVisible
            }
        ),
        (
            "switch-role", "A switch in the console, the target's copy",
            make(.switchRole, "SwitchRole") {
                session(&$0, "BreakglassUser1")
                $0.person = .init(
                    name: "arn:aws:iam::123456789012:user/BreakglassUser1", source: .switchFrom,
                    vouched: true)
                $0.account.recordedIn = workload
                role(&$0, "BreakGlassRole", in: workload, session: "BreakglassUser1")
                $0.role.access = nil
                $0.notLookedUp = [
                    "whether an emergency is declared: the state table did not answer"
                ]
            }
        ),
    ]

    static let sessions: [(name: String, title: String, alert: Alert)] = [
        (
            "session-activity", "What an emergency session does",
            make(.sessionActivity, "DeleteBucketPolicy", source: "s3.amazonaws.com") {
                session(&$0)
                $0.account.recordedIn = workload
                role(&$0, "EmergencyAccess_Ops", in: workload, session: "jane@example.com")
                $0.session.step = 4
                $0.awsRegion = "eu-west-1"
            }
        ),
        (
            "session-activity-joined", "What a second role's session does, known by its way in",
            make(.sessionActivity, "DeleteBucketPolicy", source: "s3.amazonaws.com") {
                session(&$0)
                $0.person = .init(name: "jane@example.com", source: .samlNameID, vouched: true)
                $0.principal.name = "EmergencyAccess_Ops"
                $0.principal.arn =
                    "arn:aws:sts::\(workload):assumed-role/EmergencyAccess_Ops/ops-console"
                $0.account.caller = workload
                $0.account.recordedIn = workload
                role(&$0, "EmergencyAccess_Ops", in: workload, session: "ops-console")
                $0.session.thread = "AROAEXAMPLE1:jane@example.com@2026-07-01"
                $0.session.step = 5
                $0.awsRegion = "eu-west-1"
            }
        ),
        (
            "session-activity-root-in-govcloud", "Root acts, in GovCloud, hours ago",
            make(.sessionActivity, "CreateUser", source: "iam.amazonaws.com") {
                root(&$0)
                $0.principal.arn = "arn:aws-us-gov:iam::123456789012:root"
                $0.awsRegion = "us-gov-west-1"
                $0.delaySeconds = 11_520
                $0.mfa = .yes
            }
        ),
    ]
}
