import AccessPlan

@testable import Alerts

/// One alert for each kind of actor and each kind of act.
enum StepSamples {
    static let signIn = "arn:aws:signin:eu-west-1:123456789012:session/e0a1"

    static func alert(
        _ kind: Alert.Actor.Kind, _ act: StopsTests.Act, _ change: (inout Alert) -> Void = { _ in }
    ) -> Alert {
        AlertSamples.make(act.kind, act.eventName, source: act.source) {
            act.fill(&$0)
            fill(kind, &$0)
            if act == .failedSignIn { $0.actor.kind = .unproven }
            if act == .providerChanged, kind == .application {
                $0.principal = .init(type: Alert.providerApplication, name: "sync")
                $0.actor.agent = "sync"
                $0.person = .init()
            }
            change(&$0)
        }
    }

    private static func fill(_ kind: Alert.Actor.Kind, _ alert: inout Alert) {
        // The samples set kinds of their own.
        defer { alert.actor.kind = kind }
        switch kind {
        case .user: AlertSamples.user(&alert, "mallory")
        case .root, .rootTask: AlertSamples.root(&alert)
        case .roleSession: AlertSamples.session(&alert)
        case .federatedUser:
            AlertSamples.user(&alert, "mallory")
            alert.principal.type = "FederatedUser"
            alert.principal.arn = "arn:aws:sts::123456789012:federated-user/whoever"
        case .identityCenterUser:
            alert.principal.type = "IdentityCenterUser"
            alert.principal.accountID = AlertSamples.workload
            alert.person = .init(
                name: "94482488-3041-7052-f8c7-4f1a2b3c4d5e", source: .identityCenterUserID,
                vouched: true)
        case .idpAdministrator, .idpUser:
            alert.identityProviderPage = IdentityProviderStopsTests.page
            alert.principal = .init(type: "OktaUser", name: "admin@example.com")
        case .awsService: alert.principal = .init(type: "AWSService", name: "ec2.amazonaws.com")
        case .vendor:
            AlertSamples.session(&alert)
            alert.actor.agent = "444455556666"
        case .application:
            AlertSamples.user(&alert, "mallory")
            alert.actor.signInSessionARN = signIn
        case .resource:
            AlertSamples.session(&alert, "report")
            alert.actor.agent = "arn:aws:lambda:eu-west-1:123456789012:function:report"
        case .otherAccount:
            alert.principal = .init(type: "AWSAccount", accountID: AlertSamples.emergency)
            alert.account.caller = AlertSamples.emergency
        case .unproven: alert.person = .init(name: "jane", source: .userName, vouched: false)
        case .unknown: break
        }
    }
}

extension StopsTests.Act {
    var kind: Alert.Kind {
        switch self {
        case .signIn, .failedSignIn: .consoleSignIn
        case .assumeRole, .deniedRole, .assumeRoot: .assumeRole
        case .saml: .assumeRoleWithSAML
        case .switchRole: .switchRole
        case .activity, .denied, .federationToken: .sessionActivity
        case .userChanged, .alertPathChanged, .changeDenied: .tamper
        case .providerChanged: .idpChange
        }
    }

    var eventName: String {
        switch self {
        case .signIn, .failedSignIn: "ConsoleLogin"
        case .assumeRole, .deniedRole: "AssumeRole"
        case .saml: "AssumeRoleWithSAML"
        case .switchRole: "SwitchRole"
        case .activity, .denied: "CreateUser"
        case .federationToken: "GetFederationToken"
        case .assumeRoot: "AssumeRoot"
        case .userChanged, .changeDenied: "CreateAccessKey"
        case .alertPathChanged: "StopLogging"
        case .providerChanged: "group.user_membership.add"
        }
    }

    var source: String {
        switch self {
        case .signIn, .failedSignIn, .switchRole: "signin.amazonaws.com"
        case .assumeRole, .deniedRole, .saml, .federationToken, .assumeRoot: "sts.amazonaws.com"
        case .activity, .denied, .userChanged, .changeDenied: "iam.amazonaws.com"
        case .alertPathChanged: "cloudtrail.amazonaws.com"
        case .providerChanged: "aws.partner/okta.com/example/breakglass"
        }
    }

    func fill(_ alert: inout Alert) {
        switch self {
        case .failedSignIn, .deniedRole, .denied, .changeDenied:
            alert.outcome = .init(result: .failure, code: "AccessDenied", reason: nil)
        default: break
        }
        switch self {
        case .assumeRole, .deniedRole, .saml, .switchRole:
            AlertSamples.role(
                &alert, "BreakGlassRole", in: AlertSamples.workload, session: "somebody")
        case .assumeRoot: alert.account.target = AlertSamples.workload
        case .userChanged, .changeDenied:
            alert.resource = .init(
                type: .iamUser, arn: "arn:aws:iam::123456789012:user/BreakglassUser1")
        case .alertPathChanged:
            alert.resource = .init(
                type: .trail,
                arn: "arn:aws:cloudtrail:eu-west-1:123456789012:trail/management-events")
        case .providerChanged:
            alert.resource = .init(
                type: .idpGroup, arn: "aws#EmergencyAccess_Role1_RO#123456789012")
        default: break
        }
    }
}
