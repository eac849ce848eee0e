import AccessPlan
import Calls
import Testing

@testable import Alerts

/// Which row of the table an alert is in.
@Suite struct AlertDeedTests {
    private static func alert(
        _ kind: Alert.Kind, _ name: String, _ source: String = "iam.amazonaws.com",
        _ change: (inout Alert) -> Void = { _ in }
    ) -> Alert {
        AlertSamples.make(kind, name, source: source, change)
    }

    @Test(arguments: [
        (Alert.Kind.consoleSignIn, "ConsoleLogin", Deed.comesIn),
        (.consoleSignIn, "UserAuthentication", .comesIn),
        (.consoleSignIn, "CheckMfa", .prompts), (.consoleSignIn, "CredentialChallenge", .prompts),
        (.consoleSignIn, "PasswordRecoveryRequested", .asksForPassword),
        (.consoleSignIn, "PasswordRecoveryCompleted", .comesIn),
        (.consoleSignIn, Alert.anomaly, .warns), (.switchRole, "SwitchRole", .comesIn),
        (.switchRole, "ExitRole", .continues), (.switchRole, "RenewRole", .continues),
        (.canary, "AssumeRole", .proves), (.drift, "drift", .reports), (.other, "X", .unlisted),
    ])
    func `sign-ins and notices`(kind: Alert.Kind, name: String, deed: Deed) {
        #expect(Self.alert(kind, name, "signin.amazonaws.com").deed == deed)
    }

    @Test func `a way in that AWS saw no MFA of`() {
        let alert = Self.alert(.assumeRole, "AssumeRole", "sts.amazonaws.com") { $0.mfa = .no }
        #expect(alert.deed == .comesInWithoutMFA)
    }

    @Test func `keys that a session makes are a way in`() {
        let alert = Self.alert(.sessionActivity, "GetSessionToken", "sts.amazonaws.com")
        #expect(alert.deed == .comesIn)
    }

    @Test func `a change is as grave as its row, unless the value says more`() {
        #expect(Self.alert(.tamper, "CreateAccessKey").deed == .opens)
        let quarantine = Self.alert(.tamper, "AttachUserPolicy") {
            $0.change = Change("policy", now: "AWSDenyAll", gravity: .shutsOut)
        }
        #expect(quarantine.deed == .shutsOut)
        let tag = Self.alert(.tamper, "CreateAccessKey") {
            $0.change = Change("name", now: "x", gravity: .notes)
        }
        #expect(tag.deed == .notes)
    }

    @Test func `what keeps out an account is not what keeps out one user`() {
        let all = Self.alert(
            .tamper, "PutResourcePermissionStatement", "signin.amazonaws.com")
        #expect(all.deed == .shutsOutAll)
        #expect(Self.alert(.tamper, "DeleteRole").deed == .shutsOut)
    }

    @Test func `what only notices a lost alert is no alert`() {
        let queue = Self.alert(.tamper, "PurgeQueue", "sqs.amazonaws.com") {
            $0.resource.type = .sqsQueue
        }
        #expect(queue.deed == .hidesLoss && queue.severity == .high)
        let trail = Self.alert(.tamper, "StopLogging", "cloudtrail.amazonaws.com") {
            $0.resource.type = .trail
        }
        #expect(trail.deed == .silences && trail.severity == .critical)
    }

    @Test func `a subscriber opens no way in`() {
        let alert = Self.alert(.tamper, "Subscribe", "sns.amazonaws.com") {
            $0.resource.type = .snsTopic
            $0.change = Change("subscriber", now: "email", gravity: .opens)
        }
        #expect(alert.deed == .listens && alert.severity == .high)
    }

    @Test func `a permission on the topic is no subscriber: it allows false alerts`() {
        let alert = Self.alert(.tamper, "AddPermission", "sns.amazonaws.com") {
            $0.resource.type = .snsTopic
            $0.change = Change("permission", now: "Publish", gravity: .opens)
        }
        #expect(alert.deed == .opens && alert.severity == .critical)
    }

    @Test func `whoever may call a function has opened a way`() {
        for name in ["AddPermission20150331v2", "CreateFunctionUrlConfig"] {
            let alert = Self.alert(.tamper, name, "lambda.amazonaws.com") {
                $0.resource.type = .lambdaFunction
            }
            #expect(alert.deed == .opens && alert.severity == .critical, "\(name)")
        }
    }

    @Test func `the table names each service whose changes are grave`() {
        let words = Deed.actsGravely.words
        for (name, services) in Deed.graveServices {
            #expect(words.contains(name))
            for service in services {
                let alert = Self.alert(.sessionActivity, "PutWhatever", service.rawValue)
                #expect(alert.deed == .actsGravely, "\(service.rawValue)")
            }
        }
        let other = Self.alert(.sessionActivity, "PutWhatever", "ec2.amazonaws.com")
        #expect(other.deed == .acts)
    }

    @Test func `a change by a call that no row lists is judged by its name`() {
        #expect(Self.alert(.tamper, "DeleteWhatever", "new.amazonaws.com").deed == .silences)
        #expect(Self.alert(.tamper, "PutWhatever", "new.amazonaws.com").deed == .unlisted)
    }

    @Test(arguments: [
        ("CreateAccessKey", "iam.amazonaws.com", Deed.actsGravely),
        ("CreateUser", "iam.amazonaws.com", .actsGravely),
        ("DeleteVolume", "ec2.amazonaws.com", .actsGravely),
        ("StopInstances", "ec2.amazonaws.com", .actsGravely),
        ("RunInstances", "ec2.amazonaws.com", .acts), ("TagRole", "iam.amazonaws.com", .acts),
        ("StartLogging", "cloudtrail.amazonaws.com", .acts),
    ])
    func `what a session does`(name: String, source: String, deed: Deed) {
        #expect(Self.alert(.sessionActivity, name, source).deed == deed)
    }

    @Test func `a read is a read whoever reads`() {
        for type in ["Root", "IAMUser", "AssumedRole"] {
            let alert = Self.alert(.sessionActivity, "ListUsers") {
                $0.isRead = true
                $0.principal.type = type
            }
            #expect(alert.deed == .reads && alert.severity == .low, "\(type)")
        }
    }

    @Test func `AWS by itself is neither root nor anybody`() {
        let service = Self.alert(.sessionActivity, "CreateTags", "ec2.amazonaws.com") {
            $0.principal.type = "Root"
            $0.actor.kind = .awsService
        }
        #expect(service.doer == .aws && service.severity <= .medium)
        let root = Self.alert(.sessionActivity, "CreateTags", "ec2.amazonaws.com") {
            $0.principal.type = "Root"
        }
        #expect(root.doer == .root && root.severity == .critical)
    }

    @Test func `a service within somebody's session acts for them`() {
        let alert = Self.alert(.tamper, "DeleteRule", "events.amazonaws.com") {
            $0.principal.type = "AssumedRole"
            $0.actor.kind = .awsService
        }
        #expect(alert.doer == .others && alert.severity == .critical)
    }

    @Test func `an emergency that names somebody else is not theirs`() {
        let alert = Self.alert(.assumeRole, "AssumeRole", "sts.amazonaws.com") {
            $0.expected.state = .declared
            $0.isUnnamed = true
        }
        #expect(alert.standing == .otherPerson && alert.severity == .high)
    }

    @Test func `nobody declares a change of the alert path`() {
        let alert = Self.alert(.tamper, "StopLogging", "cloudtrail.amazonaws.com") {
            $0.expected.state = .drill
        }
        #expect(alert.standing == .undeclared && alert.severity == .critical)
    }
}
